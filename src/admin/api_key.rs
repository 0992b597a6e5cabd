//! API keys: made, and shown once.

use super::Deed;
use crate::{
    clock::Timestamp,
    id::{ApiKeyId, EnvironmentId},
    secret::{ApiKey, Scope},
    services::Services,
    store::{
        StoreError,
        api_key::{self, NewApiKey},
        audit,
    },
};

/// So many keys an environment has at most (wire-protocol.md §1.1).
pub const MOST: usize = 50;
const LONGEST_NAME: usize = 100;

/// What a key is called. It is shown to admins, and written into the audit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyName(String);

impl KeyName {
    /// At most a hundred characters, none of them a control character.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let fits =
            !text.is_empty() && text.chars().count() <= LONGEST_NAME && !text.chars().any(char::is_control);
        fits.then(|| Self(text.to_owned()))
    }

    /// Its text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A key that was made.
#[derive(Clone, Debug)]
pub struct MadeKey {
    /// Its id.
    pub id: ApiKeyId,
    /// The key itself; not stored, so this is the only time it can be told.
    pub key: ApiKey,
    /// When it was made.
    pub at: Timestamp,
}

/// What came of making a key.
#[derive(Clone, Debug)]
pub enum Making {
    /// It is made.
    Made(MadeKey),
    /// Another key of the environment has this name.
    NameTaken,
    /// There are [`MOST`] keys already.
    TooMany,
}

/// Makes a key. `actor` is who the audit says made it.
pub async fn create(
    services: &Services,
    actor: &str,
    environment: &EnvironmentId,
    name: &KeyName,
    scopes: Vec<Scope>,
) -> Result<Making, StoreError> {
    let key = ApiKey::random(&services.random);
    let new = NewApiKey {
        id: ApiKeyId::random(&services.random),
        environment_id: environment.clone(),
        display_name: name.as_str().to_owned(),
        fingerprint: key.fingerprint(),
        hint: key.hint(),
        scopes,
        at: services.clock.now(),
    };
    let named = new.scopes.iter().map(Scope::as_str).collect::<Vec<_>>().join(", ");
    let deed = Deed {
        actor: actor.to_owned(),
        environment: Some(environment.clone()),
        action: "api_key.create",
        subject: new.display_name.clone(),
        detail: format!("…{}, {named}", new.hint),
    };
    let (entry, made) = (deed.row(services), MadeKey { id: new.id.clone(), key, at: new.at });
    let write = services.db.write(move |tx| {
        Box::pin(async move {
            if api_key::count_locked(tx, &new.environment_id).await? >= MOST {
                return Ok(Making::TooMany);
            }
            api_key::insert(tx, &new).await?;
            audit::insert(tx, &entry).await?;
            Ok(Making::Made(made))
        })
    });
    match write.await {
        Err(StoreError::Conflict) => Ok(Making::NameTaken),
        outcome => outcome,
    }
}
