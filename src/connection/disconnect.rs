//! An account is disconnected by whoever it is of: its grant is ended at the service, then everything goes in one
//! transaction: the connection, an audit entry, the webhook, and the receipt of what was ended and what was not.

use super::{Ending, ErasedConnection, Revocation, erase::told, revoke};
use crate::{
    clock::Timestamp,
    id::{AuditId, EnvironmentId, SessionId, WebhookId},
    provider::AuthMode,
    secret::Fingerprint,
    services::Services,
    store::{
        StoreError, Tx,
        audit::{self, AuditRow},
        connection::{
            self, ConnectionRow,
            owned::{self, NewReceipt},
        },
        webhook_outbox::{self, NewWebhook},
    },
    webhook::{AuthEvent, EventEndUser, Operation},
};

/// Who ends a connection, and where its receipt is kept.
#[derive(Clone, Debug)]
pub struct Disconnect<'a> {
    /// Who, for the audit.
    pub actor: String,
    /// The environment's name, for the webhook.
    pub environment_name: &'a str,
    /// The session whose page keeps the receipt.
    pub session: &'a SessionId,
    /// The form that was sent for it; another one with the same fingerprint ends nothing more.
    pub sent: Option<&'a Fingerprint>,
}

/// A receipt that is kept.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// Its id.
    pub id: String,
    /// What it says.
    pub ended: ErasedConnection,
}

/// Ends a connection. [`StoreError::Gone`] where it was ended meanwhile, a conflict where the same form was sent before.
pub async fn disconnect(
    services: &Services,
    public_origin: &str,
    row: ConnectionRow,
    how: Disconnect<'_>,
) -> Result<Receipt, StoreError> {
    let revocation = revoke(services, public_origin, &row).await;
    let ended = told(services, &row, &revocation);
    let writes = Writes::of(services, row, &how, &revocation, &ended);
    let id = writes.receipt.id.clone();
    services.db.write(move |tx| Box::pin(async move { writes.run(tx).await })).await?;
    Ok(Receipt { id, ended })
}

/// A receipt of a session, by its id.
pub async fn receipt(
    services: &Services,
    session: &SessionId,
    id: &str,
) -> Result<Option<Receipt>, StoreError> {
    let text = owned::receipt(&services.db, session, id).await?;
    let ended = text.and_then(|text| serde_json::from_str(&text).ok());
    Ok(ended.map(|ended| Receipt { id: id.to_owned(), ended }))
}

/// The receipt that the same form has brought.
pub async fn receipt_of_sent_form(
    services: &Services,
    session: &SessionId,
    sent: &Fingerprint,
) -> Result<Option<String>, StoreError> {
    owned::of_sent_form(&services.db, session, sent).await
}

impl ErasedConnection {
    /// Whether nothing is left of the access at the service.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        self.revocation == Ending::Revoked
    }
}

struct Writes {
    row: ConnectionRow,
    audit: AuditRow,
    webhook: NewWebhook,
    receipt: NewReceipt,
    at: Timestamp,
}

impl Writes {
    fn of(
        services: &Services,
        row: ConnectionRow,
        how: &Disconnect<'_>,
        revocation: &Revocation,
        ended: &ErasedConnection,
    ) -> Self {
        let at = services.clock.now();
        let environment: EnvironmentId = row.environment_id.clone();
        Self {
            audit: AuditRow {
                number: 0,
                id: AuditId::random(&services.random),
                environment_id: Some(environment.clone()),
                actor: how.actor.clone(),
                action: "connection.disconnect".to_owned(),
                subject: row.connection_id.clone(),
                detail: format!("integration {}; {revocation}", row.integration_key),
                created_at: at,
            },
            webhook: NewWebhook {
                id: WebhookId::random(&services.random),
                environment_id: environment,
                connection_row: Some(row.id.clone()),
                url_override: row.webhook_url_override.clone(),
                body: event(services, &row, how.environment_name).body(),
                at,
            },
            receipt: NewReceipt {
                id: services.random.uuid(),
                session_id: how.session.clone(),
                sent: how.sent.cloned(),
                receipt: serde_json::to_string(ended).unwrap_or_default(),
                at,
            },
            at,
            row,
        }
    }

    async fn run(self, tx: &mut Tx) -> Result<(), StoreError> {
        owned::keep(tx, &self.receipt).await?;
        if !connection::delete(tx, &self.row.id, self.at).await? {
            return Err(StoreError::Gone);
        }
        webhook_outbox::insert(tx, &self.webhook).await?;
        audit::insert(tx, &self.audit).await
    }
}

fn event(services: &Services, row: &ConnectionRow, environment: &str) -> AuthEvent {
    let provider = services.definition(&row.environment_id, &row.provider);
    AuthEvent {
        operation: Operation::Deletion,
        failure: None,
        connection_id: row.connection_id.clone(),
        auth_mode: provider.map_or(AuthMode::None, |provider| provider.auth_mode),
        provider_config_key: row.integration_key.clone(),
        provider: row.provider.clone(),
        environment: environment.to_owned(),
        end_user: row.end_user.clone().map(EventEndUser::from),
        tags: Some(row.tags.clone()),
    }
}
