//! What was typed into a form that is not finished, kept with the session: sealed, small, and never a secret.

use std::collections::BTreeMap;

use secrecy::{ExposeSecret, SecretSlice};

use crate::{
    id::{EnvironmentId, IntegrationId},
    secret::{Fingerprint, Place},
    services::Services,
    store::{
        StoreError,
        connect_session::ConnectSessionRow,
        form_draft::{self, DraftRow, NewDraft},
    },
};

const COLUMN: &str = "form_draft.content";
/// More than any form holds beside its secrets.
const LARGEST: usize = 8 * 1024;

/// Values by the names of their fields, `params.subdomain`.
pub type Draft = BTreeMap<String, String>;

/// Keeps what was typed; what is empty or far too much is not worth keeping.
pub async fn keep_draft(
    services: &Services,
    session: &ConnectSessionRow,
    integration: &IntegrationId,
    typed: &Draft,
) -> Result<(), StoreError> {
    if typed.values().all(String::is_empty) {
        return Ok(());
    }
    let content = serde_json::to_vec(typed).unwrap_or_default();
    if content.len() > LARGEST {
        return Ok(());
    }
    let fingerprint = Fingerprint::of_all([session.id.as_str(), integration.as_str()]);
    let id = hex::encode(fingerprint.as_bytes());
    let place = Place { column: COLUMN, row: &id, environment: session.environment_id.as_str() };
    let content = services.keyring.seal(&services.random, place, &SecretSlice::from(content));
    let new = NewDraft {
        environment_id: session.environment_id.clone(),
        session_id: session.id.clone(),
        integration_id: integration.clone(),
        content,
        at: services.clock.now(),
        id,
    };
    services.db.write(move |tx| Box::pin(async move { form_draft::keep(tx, &new).await })).await
}

/// What was typed before. What cannot be opened any more is typed again.
#[must_use]
pub fn open_draft(services: &Services, environment: &EnvironmentId, row: &DraftRow) -> Draft {
    let place = Place { column: COLUMN, row: &row.id, environment: environment.as_str() };
    let opened = services.keyring.open(place, &row.content).ok();
    opened.and_then(|bytes| serde_json::from_slice(bytes.expose_secret()).ok()).unwrap_or_default()
}

/// Begins a form anew.
pub async fn forget_draft(
    services: &Services,
    session: &ConnectSessionRow,
    integration: &IntegrationId,
) -> Result<(), StoreError> {
    let (session, integration) = (session.id.clone(), integration.clone());
    let write = services
        .db
        .write(move |tx| Box::pin(async move { form_draft::forget(tx, &session, &integration).await }));
    write.await
}
