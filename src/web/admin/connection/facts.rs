//! A connection's credentials in words: kind, end, renewal, scopes; never a value.

use crate::{
    connection::{self, CredentialFacts},
    services::Services,
    store::{StoreError, connection::ConnectionRow, integration},
    web::admin::words::moment,
};

/// How long before the end a reading renews.
const MARGIN_MINUTES: i64 = 15;

/// What the page says of them.
pub struct Facts {
    /// Name and words.
    pub lines: Vec<(&'static str, String)>,
    /// Scopes, where there are any.
    pub scopes: Option<Scopes>,
}

/// Scopes asked for and granted.
pub struct Scopes {
    /// Each that was asked for or granted.
    pub all: Vec<Scope>,
    /// Whether the service said what it granted.
    pub is_told: bool,
    /// Those that are missing.
    pub missing: Vec<String>,
}

/// One scope.
pub struct Scope {
    /// Its name.
    pub name: String,
    /// Whether the integration asks for it.
    pub is_requested: bool,
    /// Whether it was granted, where that is known.
    pub is_granted: Option<bool>,
}

/// All of it; nothing where the credentials cannot be opened.
pub async fn of(services: &Services, row: &ConnectionRow) -> Result<Option<Facts>, StoreError> {
    let owner = integration::find(&services.db, &row.environment_id, &row.integration_key).await?;
    let Ok(opened) = connection::open(services, row) else { return Ok(None) };
    let Ok(facts) = connection::credential_facts(services, owner.as_ref(), &opened) else { return Ok(None) };
    Ok(Some(Facts { lines: lines(row, &facts), scopes: scopes(&facts) }))
}

fn lines(row: &ConnectionRow, facts: &CredentialFacts) -> Vec<(&'static str, String)> {
    let never = || "Never".to_owned();
    let mut lines = vec![(
        "Expire",
        facts.expires_at.map_or_else(|| "At no time that the service has told".to_owned(), moment),
    )];
    lines.push(match row.refresh.last_failure {
        Some(at) => ("Last refresh", format!("Failed on {}", moment(at))),
        None => ("Last refresh", row.refresh.last_success.map_or_else(never, moment)),
    });
    lines.push(("Next refresh", next(row, facts)));
    lines
}

fn next(row: &ConnectionRow, facts: &CredentialFacts) -> String {
    let is_oauth = facts.kind.as_deref() == Some("OAUTH2");
    match facts.expires_at {
        _ if row.refresh.is_exhausted => "Given up: the person has to connect once more".to_owned(),
        None => "Not needed".to_owned(),
        Some(_) if is_oauth && !facts.has_refresh_token => {
            "Not possible: the service gave no refresh token, so the person connects once more".to_owned()
        }
        Some(at) => {
            format!("When they are next read after {}", moment(at.plus_minutes(-MARGIN_MINUTES)))
        }
    }
}

fn scopes(facts: &CredentialFacts) -> Option<Scopes> {
    let granted = facts.granted.as_deref();
    let more = granted.unwrap_or_default().iter().filter(|scope| !facts.requested.contains(scope));
    let names = facts.requested.iter().chain(more);
    let all: Vec<Scope> = names
        .map(|name| Scope {
            name: name.clone(),
            is_requested: facts.requested.contains(name),
            is_granted: granted.map(|granted| granted.contains(name)),
        })
        .collect();
    let missing = facts.missing().into_iter().map(str::to_owned).collect();
    (!all.is_empty()).then_some(Scopes { all, is_told: granted.is_some(), missing })
}
