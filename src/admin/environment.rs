//! Environments: made with their first key, named, ended.

use super::{Deed, perform};
use crate::{
    id::{ApiKeyId, EnvironmentId},
    secret::{ApiKey, Scope, SigningKey},
    services::Services,
    store::{
        StoreError,
        api_key::{self, NewApiKey},
        environment::{self, NewEnvironment},
        environment_end,
    },
    webhook,
};

/// So many environments an instance holds.
pub const MOST: usize = 50;
const LONGEST_NAME: usize = 255;
/// What the first key of an environment is called.
const FIRST_KEY: &str = "default";

/// The name of an environment, as the protocol knows it (wire-protocol.md §10.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnvironmentName(String);

impl EnvironmentName {
    /// Small letters, digits, `_` and `-`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let plain =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'-');
        let fits = !text.is_empty() && text.len() <= LONGEST_NAME && text.bytes().all(plain);
        fits.then(|| Self(text.to_owned()))
    }

    /// Its text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A row for a new environment; `settings` is how its pages look at first.
#[must_use]
pub fn new_row(services: &Services, name: &str, settings: String) -> NewEnvironment {
    let id = EnvironmentId::random(&services.random);
    NewEnvironment {
        webhook_signing_key: webhook::seal_current(services, &id, &SigningKey::random(&services.random)),
        id,
        name: name.to_owned(),
        app_name: None,
        connect_ui_settings: settings,
        at: services.clock.now(),
    }
}

/// Makes an environment and its first key, which may do everything in it; none where the name is taken.
pub async fn create(
    services: &Services,
    actor: &str,
    name: &EnvironmentName,
    settings: String,
) -> Result<Option<(EnvironmentId, ApiKey)>, StoreError> {
    let row = new_row(services, name.as_str(), settings);
    let (id, key) = (row.id.clone(), ApiKey::random(&services.random));
    let first = NewApiKey {
        id: ApiKeyId::random(&services.random),
        environment_id: id.clone(),
        display_name: FIRST_KEY.to_owned(),
        fingerprint: key.fingerprint(),
        hint: key.hint(),
        scopes: vec![Scope::everything()],
        at: row.at,
    };
    let deed = Deed::by(actor, &id, "environment.create", name.as_str());
    let done = perform(services, deed, move |tx| {
        Box::pin(async move {
            if !environment::insert(tx, &row).await? {
                return Ok(false);
            }
            api_key::insert(tx, &first).await.map(|()| true)
        })
    });
    Ok(done.await?.then_some((id, key)))
}

/// Gives another name; [`StoreError::Conflict`] when it is taken.
pub async fn rename(
    services: &Services,
    actor: &str,
    id: &EnvironmentId,
    from: &str,
    to: &EnvironmentName,
) -> Result<bool, StoreError> {
    let (id, to, at) = (id.clone(), to.as_str().to_owned(), services.clock.now());
    let deed = Deed::by(actor, &id, "environment.rename", &to).with_detail(format!("was {from}"));
    perform(services, deed, move |tx| {
        Box::pin(async move { environment_end::rename(tx, &id, &to, at).await })
    })
    .await
}

/// Ends an environment with all that is in it; false when it has connections or is the first one. It is noted in the first
/// one's audit, since its own goes out of sight.
pub async fn end(
    services: &Services,
    actor: &str,
    noted_in: &EnvironmentId,
    id: &EnvironmentId,
    name: &str,
) -> Result<bool, StoreError> {
    let (id, at) = (id.clone(), services.clock.now());
    let deed = Deed::by(actor, noted_in, "environment.delete", name);
    perform(services, deed, move |tx| Box::pin(async move { environment_end::end(tx, &id, at).await })).await
}

#[cfg(test)]
mod tests {
    use super::EnvironmentName;

    #[test]
    fn names_are_plain() {
        for name in ["dev", "prod-eu_2"] {
            assert!(EnvironmentName::parse(name).is_some(), "{name}");
        }
        for name in ["", "Prod", "a b", "ä", "a#b", "a/b", &"a".repeat(256)] {
            assert!(EnvironmentName::parse(name).is_none(), "{name}");
        }
    }
}
