//! A webhook says that an installation is there: the connections that wait for it are completed.
//!
//! To whom a webhook belongs is never taken from its text alone: a GitHub App's user must be able to see the
//! installation; an installation that begins at the service must be the only one that waits for this person.

use serde_json::Value;

use super::{conversation, lookups, open, owner_side::OwnerSide};
use crate::{
    auth::{Grant, WebhookProof, problem::ExchangeProblem, redirect},
    clock::Timestamp,
    id::WebhookId,
    provider::{AuthMode, Installation, Provider},
    secret::{OpenError, Place},
    services::Services,
    store::{
        StoreError,
        connection::{
            ConnectionRow,
            waiting::{self, Completion},
        },
        integration::IntegrationRow,
        webhook_outbox::{self, NewWebhook},
    },
    webhook::{AuthEvent, EventEndUser, Operation},
};

/// How long an installation that begins at the service is waited for.
const OUTBOUND_MINUTES: i64 = 60;
/// How long somebody may take to approve one, in minutes.
const APPROVAL_MINUTES: i64 = 30 * 24 * 60;

/// Why a webhook completes nothing.
#[derive(Debug, thiserror::Error)]
pub enum CompleteError {
    /// It does not come from the service.
    #[error("the webhook is not signed by the service")]
    Forged,
    /// The database.
    #[error("the store failed")]
    Store(#[from] StoreError),
    /// A sealed column.
    #[error("a sealed column cannot be opened")]
    Sealed(#[from] OpenError),
    /// The integration is gone.
    #[error("the integration is gone")]
    Gone,
}

/// A webhook as it came.
#[derive(Clone, Copy, Debug)]
pub struct Webhook<'a> {
    /// The signature's header; empty where there is none.
    pub signature: &'a str,
    /// The exact bytes.
    pub body: &'a [u8],
}

/// Completes the connections of an integration that wait for what the webhook tells; answers how many.
pub async fn complete(
    services: &Services,
    public_origin: &str,
    row: &IntegrationRow,
    provider: &Provider,
    webhook: Webhook<'_>,
) -> Result<usize, CompleteError> {
    let owner = OwnerSide::of(services, public_origin, &row.id).await.map_err(|error| match error {
        super::owner_side::OwnerProblem::Gone => CompleteError::Gone,
        super::owner_side::OwnerProblem::Store(error) => error.into(),
        super::owner_side::OwnerProblem::Sealed(error) => error.into(),
    })?;
    let is_outbound = provider.installation == Installation::Outbound;
    match WebhookProof::of(owner.credential(), is_outbound, webhook.signature, webhook.body) {
        WebhookProof::Forged => return Err(CompleteError::Forged),
        // Its code would be exchanged for whoever waits.
        WebhookProof::NoSecret if is_outbound => return Err(CompleteError::Forged),
        WebhookProof::Signed | WebhookProof::NoSecret => {}
    }
    let Ok(body) = serde_json::from_slice::<Value>(webhook.body) else { return Ok(0) };
    if body["action"] != "created"
        || !body["installation"].is_object() && !body["data"]["installation"].is_object()
    {
        return Ok(0);
    }
    let mut completed = 0;
    for waiting in awaiting(services, row, provider, &body).await? {
        match finish(services, provider, &owner, &waiting, &body).await {
            Ok(true) => completed += 1,
            Ok(false) => {}
            Err(problem) => {
                tracing::warn!(connection = waiting.connection_id, %problem, "an installation was not completed");
            }
        }
    }
    Ok(completed)
}

/// Who waits for it, as far as that can be told by its text.
async fn awaiting(
    services: &Services,
    row: &IntegrationRow,
    provider: &Provider,
    body: &Value,
) -> Result<Vec<ConnectionRow>, StoreError> {
    let (db, environment, now) = (&services.db, &row.environment_id, services.clock.now());
    let since = |minutes: i64| -> Timestamp { now.plus_minutes(-minutes) };
    if provider.auth_mode == AuthMode::Custom {
        return waiting::find_awaiting(db, environment, &row.id, "", since(APPROVAL_MINUTES)).await;
    }
    let actor = match &body["actor"]["id"] {
        Value::String(id) => id.clone(),
        Value::Number(id) => id.to_string(),
        _ => return Ok(Vec::new()),
    };
    let found = waiting::find_awaiting(db, environment, &row.id, &actor, since(OUTBOUND_MINUTES)).await?;
    if found.len() > 1 {
        tracing::warn!(
            integration = row.unique_key,
            "several wait for an installation by the same person: none gets it"
        );
        return Ok(Vec::new());
    }
    Ok(found)
}

async fn finish(
    services: &Services,
    provider: &Provider,
    owner: &OwnerSide,
    row: &ConnectionRow,
    body: &Value,
) -> Result<bool, FinishProblem> {
    let opened = open(services, row)?;
    let subject = owner.subject(provider, &opened.connection_config);
    let cx = conversation(services);
    if !redirect::awaits(cx, &subject, &opened.credential, body).await? {
        return Ok(false);
    }
    let grant = redirect::complete(cx, &subject, &opened.credential, body).await?;
    let (key, integration) = (provider.key.as_str(), row.integration_key.as_str());
    let looked = lookups::before_storing(
        services,
        &row.environment_id,
        key,
        integration,
        &grant.credential,
        &grant.connection_config,
    )
    .await;
    let grant = Grant { connection_config: looked.connection_config, ..grant };
    Ok(store(services, provider, owner, row, &grant).await?)
}

#[derive(Debug, thiserror::Error)]
enum FinishProblem {
    #[error(transparent)]
    Exchange(#[from] ExchangeProblem),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Sealed(#[from] OpenError),
}

async fn store(
    services: &Services,
    provider: &Provider,
    owner: &OwnerSide,
    row: &ConnectionRow,
    grant: &Grant,
) -> Result<bool, StoreError> {
    let place = |column| Place { column, row: row.id.as_str(), environment: row.environment_id.as_str() };
    let seal = |column, bytes| services.keyring.seal(&services.random, place(column), bytes);
    let done = Completion {
        id: row.id.clone(),
        credentials: seal("connection.credentials", &grant.credential.to_bytes()),
        connection_config: seal("connection.connection_config", &grant.connection_config.to_bytes()),
        credentials_expire_at: grant.credential.expires_at(),
        installation: grant.connection_config.installation(),
        at: services.clock.now(),
    };
    let event = event_of(row, provider.auth_mode, &owner.environment_name, Operation::Override);
    // Of a connection that still has to be exchanged its owner hears then.
    let webhook = row.exchange_until.is_none().then(|| webhook(services, row, &event));
    services
        .db
        .write(move |tx| {
            Box::pin(async move {
                let is_done = waiting::complete(tx, &done).await?;
                if let Some(webhook) = webhook.filter(|_| is_done) {
                    webhook_outbox::insert(tx, &webhook).await?;
                }
                Ok(is_done)
            })
        })
        .await
}

/// What is told of a connection that is stored.
pub(super) fn event_of(
    row: &ConnectionRow,
    auth_mode: AuthMode,
    environment: &str,
    operation: Operation,
) -> AuthEvent {
    AuthEvent {
        operation,
        failure: None,
        connection_id: row.connection_id.clone(),
        auth_mode,
        provider_config_key: row.integration_key.clone(),
        provider: row.provider.clone(),
        environment: environment.to_owned(),
        end_user: row.end_user.clone().map(EventEndUser::from),
        tags: Some(row.tags.clone()),
    }
}

/// The webhook that tells it.
pub(super) fn webhook(services: &Services, row: &ConnectionRow, event: &AuthEvent) -> NewWebhook {
    NewWebhook {
        id: WebhookId::random(&services.random),
        environment_id: row.environment_id.clone(),
        connection_row: Some(row.id.clone()),
        url_override: row.webhook_url_override.clone(),
        body: event.body(),
        at: services.clock.now(),
    }
}
