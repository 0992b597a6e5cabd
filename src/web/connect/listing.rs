//! The integrations that a session may connect, as its pages name them.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::page::Service;
use crate::{
    provider::Provider,
    services::Services,
    store::{StoreError, connect_session::ConnectSessionRow, integration},
    web::logo,
};

const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'~').remove(b'.');

/// An integration that can be chosen.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The provider's key.
    pub provider: String,
}

/// The integrations of a session whose providers are known, by name.
pub async fn choices(services: &Services, session: &ConnectSessionRow) -> Result<Vec<Choice>, StoreError> {
    let rows = integration::list(&services.db, &session.environment_id).await?;
    let allowed = session.allowed_integrations.as_deref();
    let mut choices: Vec<Choice> = rows
        .into_iter()
        .filter(|row| allowed.is_none_or(|keys| keys.contains(&row.unique_key)))
        .filter_map(|row| {
            let provider = services.definition(&session.environment_id, &row.provider)?;
            let name = row.display_name.unwrap_or_else(|| provider.display_name.to_string());
            Some(Choice { key: row.unique_key, name, provider: row.provider })
        })
        .collect();
    choices.sort_by_cached_key(|choice| choice.name.to_lowercase());
    Ok(choices)
}

/// The key of the only integration that a session allows.
pub async fn only_choice(
    services: &Services,
    session: &ConnectSessionRow,
) -> Result<Option<String>, StoreError> {
    if let Some([key]) = session.allowed_integrations.as_deref() {
        return Ok(Some(key.clone()));
    }
    let mut choices = choices(services, session).await?;
    Ok(if choices.len() == 1 { choices.pop().map(|choice| choice.key) } else { None })
}

/// How a service is shown: where no logo is bundled, the page draws a monogram that wears the theme.
#[must_use]
pub fn service(name: &str, provider: &str) -> Service {
    let drawn = logo::bundled(provider).is_some();
    Service { name: name.to_owned(), logo_url: drawn.then(|| logo_path(provider)) }
}

/// The address of a provider's logo, below our origin.
#[must_use]
pub fn logo_path(provider: &str) -> String {
    format!("/images/template-logos/{}.svg", segment(provider))
}

/// A text as one segment of a path.
#[must_use]
pub fn segment(text: &str) -> String {
    utf8_percent_encode(text, SEGMENT).to_string()
}

/// The name of an integration: its own, else its provider's.
#[must_use]
pub fn name_of(own: Option<&str>, provider: &Provider) -> String {
    own.map_or_else(|| provider.display_name.to_string(), str::to_owned)
}
