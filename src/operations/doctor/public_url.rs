//! Whether the public address leads here, and the callback addresses too; asked as browsers ask.

use time::{PrimitiveDateTime, macros::format_description};
use url::Url;

use super::Finding;
use crate::{
    clock::Timestamp,
    config::Settings,
    outbound::{Method, OutboundClient, OutboundPolicy, OutboundRequest, OutboundResponse, Resolver},
    store::{Db, environment::EnvironmentRow, installation},
    web::INSTALLATION_HEADER,
};

const CHECK: &str = "public address";
const CALLBACK: &str = "callback address";

/// Whoever asks: may reach private addresses where the operator's own addresses lead there.
pub(super) struct Visitor(Option<OutboundClient>);

impl Visitor {
    pub(super) fn new(settings: &Settings) -> Self {
        let host = Url::parse(settings.public_url.origin().as_str()).ok();
        let own = host.and_then(|url| url.host_str().and_then(|host| host.parse().ok()));
        let allowed = settings.outbound.allowed().iter().cloned().chain(own).collect();
        Self(OutboundClient::new(OutboundPolicy::new(allowed), Resolver::System).ok())
    }

    async fn get(&self, address: &str) -> Result<OutboundResponse, String> {
        let url = Url::parse(address).map_err(|error| error.to_string())?;
        let client = self.0.as_ref().ok_or("the outbound client cannot be built")?;
        client.send(OutboundRequest::new(Method::GET, url)).await.map_err(|error| error.to_string())
    }
}

/// Asks `/health`; answers the time of whoever answered.
pub(super) async fn examine(
    visitor: &Visitor,
    settings: &Settings,
    db: Option<&Db>,
    findings: &mut Vec<Finding>,
) -> Option<Timestamp> {
    let address = settings.public_url.join("/health");
    let own = match db {
        Some(db) => installation::find(db).await.unwrap_or_default(),
        None => None,
    };
    let answer = match visitor.get(&address).await {
        Ok(answer) => answer,
        Err(problem) => {
            let remedy = format!(
                "Does the server run? Does the name lead to this machine, does the proxy pass everything on to {}, \
                 and is its certificate valid? Where only this machine cannot reach its own public address, ask from \
                 outside: curl -i {address}",
                settings.listen
            );
            findings.push(Finding::problem(CHECK, format!("{address} cannot be asked: {problem}"), remedy));
            return None;
        }
    };
    findings.push(answered(&address, settings, own.as_deref(), &answer));
    date(&answer)
}

fn answered(address: &str, settings: &Settings, own: Option<&str>, answer: &OutboundResponse) -> Finding {
    let told = answer.headers.get(INSTALLATION_HEADER).and_then(|value| value.to_str().ok());
    let proxy = format!("Let the name and the proxy lead to {}, without changing the path", settings.listen);
    if answer.left_origin {
        let remedy = "CONNECT_UI_PUBLIC_URL must be the very origin that people end at: set it to that";
        return Finding::problem(CHECK, format!("{address} redirects to another origin"), remedy);
    }
    match (told, own) {
        (None, _) => {
            let says = format!("something else answers at {address}, with status {}", answer.status);
            Finding::problem(CHECK, says, proxy)
        }
        (Some(told), Some(own)) if told != own => {
            let says = format!("another installation of Connect UI answers at {address}");
            Finding::problem(CHECK, says, format!("{proxy}, or give this command that server's DATABASE_URL"))
        }
        (Some(_), None) => {
            let says = format!("Connect UI answers at {address}; whether it is this one is not known");
            Finding::warning(CHECK, says, "See the database")
        }
        (Some(_), Some(_)) => Finding::good(CHECK, format!("{address} leads to this installation")),
    }
}

/// Where an environment has a callback address of its own, it must lead to ours.
pub(super) async fn callbacks(
    visitor: &Visitor,
    settings: &Settings,
    environments: &[EnvironmentRow],
    findings: &mut Vec<Finding>,
) {
    let ours = settings.public_url.join("/oauth/callback");
    let expected = visitor.get(&ours).await.map(|answer| answer.status);
    for row in environments {
        let Some(address) = &row.callback_url else { continue };
        let remedy =
            format!("Let {address} redirect to {ours} (308, with its query), or take the setting out");
        let environment = &row.name;
        findings.push(match (visitor.get(address).await, &expected) {
            (Err(problem), _) => {
                let says = format!("{address} of {environment} cannot be asked: {problem}");
                Finding::problem(CALLBACK, says, remedy)
            }
            (Ok(answer), Ok(expected)) if answer.status != *expected => {
                let says = format!(
                    "{address} of {environment} answers with status {}, where {ours} answers with {expected}",
                    answer.status
                );
                Finding::problem(CALLBACK, says, remedy)
            }
            (Ok(_), _) => {
                Finding::good(CALLBACK, format!("{address} of {environment} answers as {ours} does"))
            }
        });
    }
    if environments.iter().all(|row| row.callback_url.is_none()) {
        let says = format!("{ours}; this is what OAuth applications at services must know");
        findings.push(Finding::good(CALLBACK, says));
    }
}

/// RFC 9110 §5.6.7, the form that servers write.
fn date(answer: &OutboundResponse) -> Option<Timestamp> {
    let format = format_description!(
        "[weekday repr:short], [day] [month repr:short] [year] [hour]:[minute]:[second] GMT"
    );
    let text = answer.headers.get("date")?.to_str().ok()?;
    let moment = PrimitiveDateTime::parse(text, format).ok()?.assume_utc();
    Some(Timestamp(moment.unix_timestamp() * 1000))
}
