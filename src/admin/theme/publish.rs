//! Publishing: the theme, the four settings where they are its own, the history and the audit in one transaction.

use super::{OpenTheme, failing};
use crate::{
    admin::{Deed, perform},
    clock::Timestamp,
    id::EnvironmentId,
    services::Services,
    store::{
        StoreError, Tx, environment,
        theme::{self, Publication},
    },
    theme::{Layer, Mode, ProofRow, ThemeDocument},
};

/// A wish to publish.
#[derive(Clone, Debug)]
pub struct PublishTheme {
    /// What.
    pub document: ThemeDocument,
    /// The version of the theme it was made on.
    pub version: i64,
    /// The version of the environment it was made on, where the four settings are the theme's own.
    pub environment_version: i64,
    /// Whether pairs that do not read were seen and are wanted all the same.
    pub accepts_failing: bool,
    /// What the history says beside it, such as that it is an older one again.
    pub note: String,
}

/// What came of it.
#[derive(Clone, Debug)]
pub enum Published {
    /// Pages wear it from now on.
    Done,
    /// Somebody else changed the theme or the settings since.
    Conflict,
    /// Pairs that do not read, which nobody has confirmed.
    Failing(Vec<(Mode, ProofRow)>),
}

/// Publishes a theme.
pub async fn publish(
    services: &Services,
    deed: Deed,
    environment: &EnvironmentId,
    open: &OpenTheme,
    wish: PublishTheme,
) -> Result<Published, StoreError> {
    let failing = failing(&open.layers(&wish.document).worn());
    if !failing.is_empty() && !wish.accepts_failing {
        return Ok(Published::Failing(failing));
    }
    let mut notes: Vec<String> = Vec::from_iter((!wish.note.is_empty()).then(|| wish.note.clone()));
    if !failing.is_empty() {
        notes.push(format!("{} pairs do not read, confirmed", failing.len()));
    }
    let changed: Vec<String> =
        wish.document.differences_from(&open.published).into_iter().map(|one| one.path).collect();
    let deed = deed.with_detail(notes.iter().cloned().chain(changed).collect::<Vec<_>>().join(", "));
    let at = services.clock.now();
    let publication = Publication {
        key: open.key.clone(),
        document: wish.document.to_json().to_string(),
        author: deed.actor.clone(),
        note: notes.join("; "),
        version: wish.version,
        at,
    };
    let settings = (open.layer == Layer::Environment).then(|| SettingsChange {
        id: environment.clone(),
        settings: serde_json::to_string(&wish.document.settings()).unwrap_or_default(),
        version: wish.environment_version,
        at,
    });
    let done = perform(services, deed, move |tx| {
        Box::pin(async move {
            if let Some(change) = &settings
                && !change.store(&mut *tx).await?
            {
                return Ok(false);
            }
            // What was written a line above goes with the error.
            if theme::publish(tx, &publication).await? { Ok(true) } else { Err(StoreError::Gone) }
        })
    });
    match done.await {
        Ok(true) => Ok(Published::Done),
        Ok(false) | Err(StoreError::Gone) => Ok(Published::Conflict),
        Err(error) => Err(error),
    }
}

/// The four settings, as the protocol reads them.
struct SettingsChange {
    id: EnvironmentId,
    settings: String,
    version: i64,
    at: Timestamp,
}

impl SettingsChange {
    async fn store(&self, tx: &mut Tx) -> Result<bool, StoreError> {
        environment::set_connect_ui_settings(tx, &self.id, &self.settings, self.version, self.at).await
    }
}
