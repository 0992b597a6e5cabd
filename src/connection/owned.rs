//! What an end user has connected, as he sees it himself: how it is, since when, and what he granted.

use serde_json::Value;

use super::{OpenedConnection, Trouble, open};
use crate::{
    auth::{check, prefill},
    id::ConnectionRowId,
    provider::{AuthMode, Form, FormContext, Provider},
    services::Services,
    store::{
        StoreError,
        connection::{ConnectionRow, erasure::Person, owned},
    },
};

/// Of more connections than anybody can look after the newest are shown.
const MOST: i64 = 200;
/// Of more values an account's name would be no name any more.
const NAMING_VALUES: usize = 2;

/// How a connection is, as far as we know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Health {
    /// The service has accepted it, and nothing went wrong since.
    Works,
    /// Nobody has tried it yet.
    Unchecked,
    /// The service must still say something.
    Awaited,
    /// Something went wrong with it.
    Trouble(Trouble),
}

/// A part of the access that was granted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GrantedScope {
    /// What the service calls it.
    pub name: String,
    /// The same in words, where the definition knows them.
    pub title: Option<String>,
}

/// A connection of an end user.
#[derive(Debug)]
pub struct OwnConnection {
    /// Its row.
    pub row: ConnectionRow,
    /// How it is.
    pub health: Health,
    /// What was granted.
    pub scopes: Vec<GrantedScope>,
    /// What tells it from others of the same service; never a secret.
    pub account: Option<String>,
}

/// All of them, of the integrations that are named; the newest first.
pub async fn owned_by(
    services: &Services,
    person: &Person,
    integrations: Option<&[String]>,
) -> Result<Vec<OwnConnection>, StoreError> {
    let rows = owned::all(&services.db, person, MOST).await?;
    let shown = rows.into_iter().filter(|row| is_among(row, integrations));
    Ok(shown.map(|row| OwnConnection::of(services, row)).collect())
}

/// One of them; nothing where it is not his, or of another integration.
pub async fn one_owned_by(
    services: &Services,
    person: &Person,
    integrations: Option<&[String]>,
    id: &ConnectionRowId,
) -> Result<Option<OwnConnection>, StoreError> {
    let row = owned::one(&services.db, person, id).await?.filter(|row| is_among(row, integrations));
    Ok(row.map(|row| OwnConnection::of(services, row)))
}

/// Calls a connection something; an empty name takes it away. False when it was deleted meanwhile.
pub async fn rename(services: &Services, row: &ConnectionRow, name: &str) -> Result<bool, StoreError> {
    let (id, name) = (row.id.clone(), Some(name.to_owned()).filter(|name| !name.is_empty()));
    services.db.write(move |tx| Box::pin(async move { owned::rename(tx, &id, name.as_deref()).await })).await
}

fn is_among(row: &ConnectionRow, integrations: Option<&[String]>) -> bool {
    integrations.is_none_or(|keys| keys.contains(&row.integration_key))
}

impl OwnConnection {
    /// What cannot be opened or whose provider is gone is shown as far as it is known.
    fn of(services: &Services, row: ConnectionRow) -> Self {
        let provider = services.definition(&row.environment_id, &row.provider);
        let provider = provider.as_deref();
        let opened = open(services, &row).ok();
        let health = health(&row, provider);
        let account = provider.zip(opened.as_ref()).and_then(|(provider, opened)| account(provider, opened));
        let title = |name: &str| provider.and_then(|provider| provider.scope_titles.get(name).cloned());
        let names = opened.as_ref().map(scopes).unwrap_or_default();
        let scopes = names.into_iter().map(|name| GrantedScope { title: title(&name), name }).collect();
        Self { row, health, scopes, account }
    }
}

fn health(row: &ConnectionRow, provider: Option<&Provider>) -> Health {
    if let Some(trouble) = Trouble::of(&row.errors, row.refresh.last_failure) {
        return Health::Trouble(trouble);
    }
    let Some(provider) = provider else { return Health::Unchecked };
    let was_proven = row.refresh.last_success.is_some() || is_proven(provider);
    match (row.is_awaited, was_proven) {
        (true, _) => Health::Awaited,
        (false, true) => Health::Works,
        (false, false) => Health::Unchecked,
    }
}

/// Whether a connection of this provider is only stored when the service has answered.
fn is_proven(provider: &Provider) -> bool {
    let is_typed = matches!(
        provider.auth_mode,
        AuthMode::ApiKey | AuthMode::Basic | AuthMode::Jwt | AuthMode::Signature | AuthMode::None
    );
    !is_typed || check::is_declared(provider)
}

/// The scopes that the service says it granted: in the answer that brought the token.
fn scopes(opened: &OpenedConnection) -> Vec<String> {
    let wire = opened.credential.to_wire();
    let raw = &wire["raw"];
    let granted = [&raw["scope"], &raw["scopes"]].into_iter().find(|value| !value.is_null());
    let separated = |text: &str| {
        let names = text.split([' ', ',']).filter(|name| !name.is_empty());
        names.map(str::to_owned).collect()
    };
    match granted {
        Some(Value::String(text)) => separated(text),
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}

/// What the form asked and is no secret: the address of the account, and who signs in there.
fn account(provider: &Provider, opened: &OpenedConnection) -> Option<String> {
    let form = Form::shared(provider, &FormContext::default());
    let values = prefill(&form, &opened.connection_config, Some(&opened.credential));
    let shown = form.visible().filter_map(|field| values.get(&field.path)).filter(|value| !value.is_empty());
    let names: Vec<&str> = shown.map(String::as_str).take(NAMING_VALUES).collect();
    (!names.is_empty()).then(|| names.join(" · "))
}
