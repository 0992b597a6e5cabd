//! Making a connection: one transaction that seals, inserts and enqueues the webhook. What was answered for is stored.

use secrecy::SecretSlice;

use crate::{
    auth::{ConnectionConfig, Credential},
    clock::Timestamp,
    id::{ConnectionRowId, EndUserId, FlowId, IntegrationId, WebhookId},
    provider::AuthMode,
    secret::{Fingerprint, Place, Sealed},
    services::Services,
    store::{
        StoreError,
        connect_session::ConnectSessionRow,
        connection::{self, NewConnection},
        end_user,
        flow::{self, FlowRow, FlowState},
        webhook_outbox::{self, NewWebhook},
    },
    webhook::{AuthEvent, EventEndUser},
};

/// Someone's attempt to connect one integration in one session.
#[derive(Clone, Copy, Debug)]
pub struct Attempt<'a> {
    /// The session.
    pub session: &'a ConnectSessionRow,
    /// The environment's name, for the webhook.
    pub environment_name: &'a str,
    /// The integration's row.
    pub integration_id: &'a IntegrationId,
    /// The integration's key.
    pub integration_key: &'a str,
    /// The provider's key.
    pub provider: &'a str,
    /// The provider's mode.
    pub auth_mode: AuthMode,
    /// What the same attempt has when it is made twice; nothing where each one counts.
    pub sent: Option<&'a Fingerprint>,
}

/// A connection that stands.
#[derive(Clone, Debug)]
pub struct Established {
    /// The protocol's id.
    pub connection_id: String,
    /// The attempt that made it.
    pub flow_id: FlowId,
}

/// Stores the connection with everything that goes with it, or nothing: a conflict when this attempt was made before.
pub async fn establish(
    services: &Services,
    attempt: Attempt<'_>,
    credential: &Credential,
    config: &ConnectionConfig,
) -> Result<Established, StoreError> {
    let writes = Writes::prepare(services, attempt, credential, config);
    let established = Established {
        connection_id: writes.connection.connection_id.clone(),
        flow_id: writes.flow.id.clone(),
    };
    services.db.write(move |tx| Box::pin(async move { writes.run(tx).await })).await?;
    Ok(established)
}

/// Notes an attempt that the service or we refused, so that its page can be shown again.
pub async fn record_refusal(
    services: &Services,
    attempt: Attempt<'_>,
    error_code: &str,
) -> Result<FlowId, StoreError> {
    let state = FlowState::Refused { error_code: error_code.to_owned() };
    let row = flow_row(services, attempt, state, services.clock.now());
    let id = row.id.clone();
    services.db.write(move |tx| Box::pin(async move { flow::insert(tx, &row, None).await })).await?;
    Ok(id)
}

/// All rows of one new connection.
struct Writes {
    session: ConnectSessionRow,
    end_user_id: EndUserId,
    connection: NewConnection,
    flow: FlowRow,
    sent: Option<Fingerprint>,
    webhook: NewWebhook,
}

impl Writes {
    fn prepare(
        services: &Services,
        attempt: Attempt<'_>,
        credential: &Credential,
        config: &ConnectionConfig,
    ) -> Self {
        let at = services.clock.now();
        let id = ConnectionRowId::random(&services.random);
        let connection_id = services.random.uuid();
        let session = attempt.session;
        let seal = |column, bytes: &SecretSlice<u8>| -> Sealed {
            let place = Place { column, row: id.as_str(), environment: session.environment_id.as_str() };
            services.keyring.seal(&services.random, place, bytes)
        };
        Self {
            end_user_id: EndUserId::random(&services.random),
            flow: flow_row(
                services,
                attempt,
                FlowState::Connected { connection_id: connection_id.clone() },
                at,
            ),
            sent: attempt.sent.cloned(),
            webhook: NewWebhook {
                id: WebhookId::random(&services.random),
                environment_id: session.environment_id.clone(),
                connection_row: Some(id.clone()),
                url_override: session.webhook_url_override.clone(),
                body: event(attempt, &connection_id).body(),
                at,
            },
            connection: NewConnection {
                environment_id: session.environment_id.clone(),
                integration_id: attempt.integration_id.clone(),
                session_id: session.id.clone(),
                connection_id,
                end_user_id: None,
                credentials: seal("connection.credentials", &credential.to_bytes()),
                connection_config: seal("connection.connection_config", &config.to_bytes()),
                tags: session.tags.clone(),
                webhook_url_override: session.webhook_url_override.clone(),
                at,
                id,
            },
            session: session.clone(),
        }
    }

    async fn run(mut self, tx: &mut crate::store::Tx) -> Result<(), StoreError> {
        if let Some(end_user) = &self.session.end_user {
            let organization = self.session.organization.as_ref();
            let environment = &self.session.environment_id;
            let at = self.connection.at;
            let id = end_user::upsert(tx, &self.end_user_id, environment, end_user, organization, at).await?;
            self.connection.end_user_id = Some(id);
        }
        connection::insert(tx, &self.connection).await?;
        flow::insert(tx, &self.flow, self.sent.as_ref()).await?;
        webhook_outbox::insert(tx, &self.webhook).await
    }
}

fn flow_row(services: &Services, attempt: Attempt<'_>, state: FlowState, at: Timestamp) -> FlowRow {
    FlowRow {
        id: FlowId::random(&services.random),
        environment_id: attempt.session.environment_id.clone(),
        session_id: attempt.session.id.clone(),
        integration_id: attempt.integration_id.clone(),
        state,
        created_at: at,
    }
}

fn event(attempt: Attempt<'_>, connection_id: &str) -> AuthEvent {
    let session = attempt.session;
    AuthEvent {
        connection_id: connection_id.to_owned(),
        auth_mode: attempt.auth_mode,
        provider_config_key: attempt.integration_key.to_owned(),
        provider: attempt.provider.to_owned(),
        environment: attempt.environment_name.to_owned(),
        end_user: session.end_user.as_ref().map(|end_user| EventEndUser {
            id: end_user.id.clone(),
            email: end_user.email.clone(),
            organization_id: session.organization.as_ref().map(|organization| organization.id.clone()),
            tags: end_user.tags.clone().unwrap_or_default(),
        }),
        tags: session.tags.clone(),
    }
}
