//! Making a connection: one transaction that seals, inserts and enqueues the webhook. What was answered for is stored.
//! Where a code has to be exchanged first, the webhook waits for that, too.

use secrecy::SecretSlice;

use super::{Attempt, FlowFailure, exchange::exchange_until, lookups};
use crate::{
    auth::{ConnectionConfig, Credential},
    clock::Timestamp,
    id::{ConnectionRowId, FlowId, WebhookId},
    secret::{Fingerprint, Place, Sealed},
    services::Services,
    store::{
        StoreError, Tx,
        connection::{self, NewConnection},
        flow::{self, FlowRow, FlowState},
        webhook_outbox::{self, NewWebhook},
    },
    trace::Step,
};

/// How the attempt's own row ends.
#[derive(Clone, Copy, Debug)]
pub enum Flow<'a> {
    /// It has none yet: nobody left our page.
    Direct {
        /// What the same form has when it is sent twice; nothing where each one counts.
        sent: Option<&'a Fingerprint>,
        /// Whether the service must still say something before the connection can be used.
        is_pending: bool,
    },
    /// The person left and came back.
    Returned {
        /// The row.
        id: &'a FlowId,
        /// Whether the service must still say something before the connection can be used.
        is_pending: bool,
    },
}

impl Flow<'_> {
    const fn is_pending(&self) -> bool {
        match self {
            Self::Direct { is_pending, .. } | Self::Returned { is_pending, .. } => *is_pending,
        }
    }
}

/// A connection that stands.
#[derive(Clone, Debug)]
pub struct Established {
    /// The protocol's id.
    pub connection_id: String,
    /// The attempt that made it.
    pub flow_id: FlowId,
}

/// Stores the connection with everything that goes with it, or nothing: a conflict when this form was sent before. The
/// service is asked first for what calls depend on, so that whoever hears of the connection can use it at once.
pub async fn establish(
    services: &Services,
    attempt: Attempt<'_>,
    flow: Flow<'_>,
    credential: &Credential,
    config: &ConnectionConfig,
) -> Result<Established, StoreError> {
    let (provider, integration) = (attempt.provider, attempt.integration_key);
    let looked = lookups::before_storing(services, provider, integration, credential, config).await;
    if looked.has_failed() {
        attempt.note(services, Step::LookupFailed);
    }
    let writes = Writes::prepare(services, attempt, flow, credential, &looked);
    let established = Established {
        connection_id: writes.connection.connection_id.clone(),
        flow_id: writes.flow.id().clone(),
    };
    let written = services.db.write(move |tx| Box::pin(async move { writes.run(tx).await })).await;
    let connection_id = &established.connection_id;
    let step = match (&written, flow) {
        (Ok(()), _) => {
            Some(Step::Connected { connection_id: connection_id.clone(), is_pending: flow.is_pending() })
        }
        // The same form was sent twice; of who came back, whoever arrived says what became of it.
        (Err(StoreError::Conflict), _) | (Err(_), Flow::Returned { .. }) => None,
        (Err(StoreError::Gone), Flow::Direct { .. }) => Some(FlowFailure::Gone.step(None)),
        (Err(_), Flow::Direct { .. }) => Some(FlowFailure::NotStored.step(None)),
    };
    if let Some(step) = step {
        attempt.note(services, step);
    }
    written?;
    Ok(established)
}

/// All rows of one new connection.
struct Writes {
    connection: NewConnection,
    flow: FlowWrite,
    /// None where its owner hears of it at the exchange.
    webhook: Option<NewWebhook>,
}

enum FlowWrite {
    Insert(Box<FlowRow>),
    Connect { id: FlowId, is_pending: bool },
}

impl FlowWrite {
    const fn id(&self) -> &FlowId {
        match self {
            Self::Insert(row) => &row.id,
            Self::Connect { id, .. } => id,
        }
    }
}

impl Writes {
    fn prepare(
        services: &Services,
        attempt: Attempt<'_>,
        flow: Flow<'_>,
        credential: &Credential,
        looked: &lookups::Looked,
    ) -> Self {
        let config = &looked.connection_config;
        let at = services.clock.now();
        let id = ConnectionRowId::random(&services.random);
        let connection_id = services.random.uuid();
        let environment_id = attempt.environment_id.clone();
        let seal = |column, bytes: &SecretSlice<u8>| -> Sealed {
            let place = Place { column, row: id.as_str(), environment: environment_id.as_str() };
            services.keyring.seal(&services.random, place, bytes)
        };
        let url_override = attempt.webhook_url_override.map(str::to_owned);
        let exchange_until = exchange_until(attempt.completion, at);
        Self {
            flow: flow_write(services, attempt, flow, &connection_id, at),
            webhook: exchange_until.is_none().then(|| NewWebhook {
                id: WebhookId::random(&services.random),
                environment_id: environment_id.clone(),
                connection_row: Some(id.clone()),
                url_override: url_override.clone(),
                body: attempt.event(&connection_id).body(),
                at,
            }),
            connection: NewConnection {
                integration_id: attempt.integration_id.clone(),
                session_id: attempt.session_id.clone(),
                connection_id,
                end_user: attempt.end_user.map(|end_user| end_user.id.clone()),
                credentials: seal("connection.credentials", &credential.to_bytes()),
                connection_config: seal("connection.connection_config", &config.to_bytes()),
                credentials_expire_at: credential.expires_at(),
                installation: config.installation(),
                awaits: flow.is_pending().then(|| config.awaited_actor()),
                exchange_until,
                tags: attempt.tags.clone(),
                errors: looked.errors.clone(),
                webhook_url_override: url_override,
                at,
                environment_id: environment_id.clone(),
                id,
            },
        }
    }

    async fn run(self, tx: &mut Tx) -> Result<(), StoreError> {
        let at = self.connection.at;
        connection::insert(tx, &self.connection).await?;
        match &self.flow {
            FlowWrite::Insert(row) => flow::insert(tx, row).await?,
            FlowWrite::Connect { id, is_pending } => {
                // Ended meanwhile: the person cancelled, or the time was over.
                if !flow::connect(tx, id, &self.connection.connection_id, *is_pending, at).await? {
                    return Err(StoreError::Gone);
                }
            }
        }
        match &self.webhook {
            Some(webhook) => webhook_outbox::insert(tx, webhook).await,
            None => Ok(()),
        }
    }
}

fn flow_write(
    services: &Services,
    attempt: Attempt<'_>,
    flow: Flow<'_>,
    connection_id: &str,
    at: Timestamp,
) -> FlowWrite {
    match flow {
        Flow::Returned { id, is_pending } => FlowWrite::Connect { id: id.clone(), is_pending },
        Flow::Direct { sent, is_pending } => FlowWrite::Insert(Box::new(FlowRow {
            id: FlowId::random(&services.random),
            sent: sent.cloned(),
            environment_id: attempt.environment_id.clone(),
            session_id: attempt.session_id.clone(),
            integration_id: attempt.integration_id.clone(),
            state: FlowState::Connected { connection_id: connection_id.to_owned(), is_pending },
            page_id: None,
            socket_id: None,
            departure: None,
            prepared: None,
            created_at: at,
        })),
    }
}
