//! How well the doors are closed: judged from the settings that the server runs with, and from what is stored.

use std::net::SocketAddr;

use url::Url;

use super::Finding;
use crate::{
    clock::Timestamp,
    config::{PublicUrl, Settings},
    store::{DatabaseUrl, Db, StoreError, api_key, environment::EnvironmentRow},
};

/// After so many days without a use a key is stale.
const STALE_DAYS: i64 = 90;
/// As many keys are named.
const NAMED: usize = 5;

/// What the settings say of the doors; no secret.
#[derive(Clone, Debug)]
pub struct Doors {
    public_url: PublicUrl,
    database: DatabaseDoor,
    metrics: Option<SocketAddr>,
    exceptions: Vec<String>,
}

#[derive(Clone, Debug)]
enum DatabaseDoor {
    File,
    /// By a socket, or on this machine.
    Near,
    /// Over a network, with the mode of `sslmode`.
    Far(String),
}

impl Doors {
    /// Reads them off the settings.
    #[must_use]
    pub fn of(settings: &Settings) -> Self {
        Self {
            public_url: settings.public_url.clone(),
            database: database_door(&settings.database_url),
            metrics: settings.metrics_listen,
            exceptions: settings.outbound.allowed().iter().map(ToString::to_string).collect(),
        }
    }

    /// What the settings alone say.
    #[must_use]
    pub fn examine(&self) -> Vec<Finding> {
        vec![self.https(), self.cookies(), self.database(), self.metrics(), self.network()]
    }

    fn https(&self) -> Finding {
        const CHECK: &str = "public address";
        let origin = self.public_url.origin();
        if self.public_url.is_loopback_http() {
            let remedy =
                "For anything but a trial on this machine, set CONNECT_UI_PUBLIC_URL to an https address";
            Finding::warning(CHECK, format!("{origin} is plain http on this machine"), remedy)
        } else {
            Finding::good(CHECK, format!("{origin} is reached by https alone"))
        }
    }

    fn cookies(&self) -> Finding {
        const CHECK: &str = "cookies";
        if self.public_url.is_loopback_http() {
            let remedy = "With an https public address they get both by themselves";
            Finding::warning(CHECK, "they have neither Secure nor the prefix __Host-", remedy)
        } else {
            Finding::good(CHECK, "each is Secure and has the prefix __Host-; admin's is SameSite=Strict")
        }
    }

    fn database(&self) -> Finding {
        const CHECK: &str = "way to the database";
        match &self.database {
            DatabaseDoor::File => Finding::good(CHECK, "a file on this machine"),
            DatabaseDoor::Near => Finding::good(CHECK, "it does not leave this machine"),
            DatabaseDoor::Far(mode) if mode == "verify-full" || mode == "verify-ca" => {
                Finding::good(CHECK, format!("encrypted, and the server’s certificate is checked ({mode})"))
            }
            DatabaseDoor::Far(mode) => Finding::warning(
                CHECK,
                format!("it crosses a network with sslmode={mode}: whoever is on the way may read or answer"),
                "Add ?sslmode=verify-full to DATABASE_URL, with the server’s certificate authority in sslrootcert",
            ),
        }
    }

    fn metrics(&self) -> Finding {
        const CHECK: &str = "metrics";
        match self.metrics {
            None => Finding::good(CHECK, "they are not served"),
            Some(address) if address.ip().is_loopback() => {
                Finding::good(CHECK, format!("served on {address}, for this machine alone"))
            }
            Some(address) => Finding::warning(
                CHECK,
                format!("served on {address}, without a password, for all who reach that address"),
                "Let CONNECT_UI_METRICS_LISTEN be a loopback or private address, or keep its port closed to the outside",
            ),
        }
    }

    fn network(&self) -> Finding {
        const CHECK: &str = "private networks";
        let everything = |target: &&String| target.ends_with("/0");
        if self.exceptions.is_empty() {
            return Finding::good(CHECK, "calls to services and webhooks never reach private addresses");
        }
        let says = format!("calls may reach these private targets: {}", self.exceptions.join(", "));
        if self.exceptions.iter().any(|target| everything(&target)) {
            let remedy = "Name the hosts that you mean in CONNECT_UI_OUTBOUND_ALLOW, and nothing more";
            Finding::problem(CHECK, says, remedy)
        } else {
            Finding::warning(
                CHECK,
                says,
                "Take out of CONNECT_UI_OUTBOUND_ALLOW what no service of yours needs",
            )
        }
    }
}

fn database_door(url: &DatabaseUrl) -> DatabaseDoor {
    let DatabaseUrl::Postgres(text) = url else { return DatabaseDoor::File };
    let Ok(url) = Url::parse(text) else { return DatabaseDoor::Far("prefer".to_owned()) };
    let value =
        |name: &str| url.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned());
    let host = value("host").or_else(|| url.host_str().map(str::to_owned)).unwrap_or_default();
    if matches!(host.as_str(), "" | "localhost" | "127.0.0.1" | "[::1]" | "::1") || host.starts_with('/') {
        return DatabaseDoor::Near;
    }
    DatabaseDoor::Far(value("sslmode").or_else(|| value("ssl-mode")).unwrap_or_else(|| "prefer".to_owned()))
}

/// Keys that open an environment, and that nobody uses.
pub async fn api_keys(
    db: &Db,
    environments: &[EnvironmentRow],
    now: Timestamp,
) -> Result<Finding, StoreError> {
    const CHECK: &str = "API keys";
    let before = now.plus_minutes(-STALE_DAYS * 24 * 60);
    let (mut stale, mut count) = (Vec::new(), 0_usize);
    for environment in environments {
        for key in api_key::list(db, &environment.id).await? {
            count += 1;
            if key.last_used_at.unwrap_or(key.created_at) < before {
                stale.push(format!("{} (…{}) in {}", key.display_name, key.hint, environment.name));
            }
        }
    }
    if stale.is_empty() {
        return Ok(Finding::good(CHECK, format!("{count} in all, none unused for {STALE_DAYS} days")));
    }
    let more = stale.len().saturating_sub(NAMED);
    stale.truncate(NAMED);
    let more = if more > 0 { format!(", and {more} more") } else { String::new() };
    let says = format!("unused for {STALE_DAYS} days: {}{more}", stale.join(", "));
    Ok(Finding::warning(CHECK, says, "Revoke what no backend needs, under API keys"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{checks::Verdict, origin::Origin};

    #[test]
    fn a_way_that_crosses_a_network_must_check_whom_it_meets() {
        let verdict = |url: &str| {
            let doors = Doors {
                public_url: PublicUrl::new(Origin::parse("https://connect.example.com").unwrap()),
                database: database_door(&url.parse().unwrap()),
                metrics: None,
                exceptions: Vec::new(),
            };
            doors.database().verdict
        };
        for good in [
            "sqlite://x.db",
            "postgres://u@localhost/d",
            "postgres:///d?host=/run/postgresql&user=u",
            "postgres://u@db.acme.com/d?sslmode=verify-full",
        ] {
            assert_eq!(verdict(good), Verdict::Good, "{good}");
        }
        for bad in ["postgres://u@db.acme.com/d", "postgres://u@10.0.0.3/d?sslmode=require"] {
            assert_eq!(verdict(bad), Verdict::Warning, "{bad}");
        }
    }
}
