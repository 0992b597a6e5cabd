//! Making a connection, or making one anew: one transaction that seals, stores and enqueues the webhook. What was
//! answered for is stored. Where a code has to be exchanged first, the webhook waits for that, too.

use secrecy::SecretSlice;

use super::{Attempt, FlowFailure, exchange::exchange_until, lookups};
use crate::{
    auth::{ConnectionConfig, Credential},
    clock::Timestamp,
    id::{ConnectionRowId, EnvironmentId, FlowId, IntegrationId, SessionId, ShareLinkId, WebhookId},
    secret::{Fingerprint, Place, Sealed},
    services::Services,
    store::{
        StoreError, Tx,
        connect_session::Reconnects,
        connection::{
            self, NewConnection,
            renew::{self, Renewal},
        },
        flow::{self, FlowRow, FlowState},
        form_draft, share_link,
        webhook_outbox::{self, NewWebhook},
    },
    trace::Step,
    webhook::{AuthEvent, EventEndUser, Operation},
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
    let environment = attempt.environment_id;
    let looked =
        lookups::before_storing(services, environment, provider, integration, credential, config).await;
    if looked.has_failed() {
        attempt.note(services, Step::LookupFailed);
    }
    let writes = Writes {
        connection: ConnectionWrite::prepare(services, attempt, flow, credential, &looked),
        event: attempt.event(""),
        share_link: attempt.share_link.map(|link| (link.clone(), attempt.session_id.clone())),
        webhook_id: WebhookId::random(&services.random),
        environment_id: attempt.environment_id.clone(),
        session_id: attempt.session_id.clone(),
        integration_id: attempt.integration_id.clone(),
        flow: flow_write(services, attempt, flow),
        at: services.clock.now(),
    };
    let flow_id = writes.flow.id().clone();
    let written = services.db.write(move |tx| Box::pin(async move { writes.run(tx).await })).await;
    note(services, &attempt, flow, &written);
    Ok(Established { connection_id: written?, flow_id })
}

fn note(services: &Services, attempt: &Attempt<'_>, flow: Flow<'_>, written: &Result<String, StoreError>) {
    let step = match (written, flow) {
        (Ok(id), _) => Step::Connected { connection_id: id.clone(), is_pending: flow.is_pending() },
        // The same form was sent twice; of who came back, whoever arrived says what became of it.
        (Err(StoreError::Conflict), _) | (Err(_), Flow::Returned { .. }) => return,
        (Err(StoreError::Gone), Flow::Direct { .. }) => FlowFailure::Gone.step(None),
        (Err(_), Flow::Direct { .. }) => FlowFailure::NotStored.step(None),
    };
    attempt.note(services, step);
}

/// All rows of one connection that is made, or made anew.
struct Writes {
    connection: ConnectionWrite,
    flow: FlowWrite,
    /// What its owner is told, but for what only the stored row says.
    event: AuthEvent,
    /// The link by which its session was opened.
    share_link: Option<(ShareLinkId, SessionId)>,
    webhook_id: WebhookId,
    environment_id: EnvironmentId,
    session_id: SessionId,
    integration_id: IntegrationId,
    at: Timestamp,
}

enum ConnectionWrite {
    Insert(Box<NewConnection>),
    Renew(Box<Renewal>),
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

/// What the rest of the transaction must know of the stored connection.
struct Stored {
    row: ConnectionRowId,
    url_override: Option<String>,
    /// Whether its owner hears of it only at the exchange.
    is_waiting: bool,
}

impl ConnectionWrite {
    fn prepare(
        services: &Services,
        attempt: Attempt<'_>,
        flow: Flow<'_>,
        credential: &Credential,
        looked: &lookups::Looked,
    ) -> Self {
        let sealer = Sealer { services, attempt, flow, credential, looked };
        match attempt.reconnects {
            Some(reconnects) => Self::Renew(Box::new(sealer.renewal(reconnects))),
            None => Self::Insert(Box::new(sealer.new_connection())),
        }
    }

    /// Stores it, and puts into the event what the row says.
    async fn run(&self, tx: &mut Tx, event: &mut AuthEvent) -> Result<Stored, StoreError> {
        match self {
            Self::Insert(new) => {
                connection::insert(tx, new).await?;
                event.connection_id.clone_from(&new.connection_id);
                Ok(Stored {
                    row: new.id.clone(),
                    url_override: new.webhook_url_override.clone(),
                    is_waiting: new.exchange_until.is_some(),
                })
            }
            Self::Renew(new) => {
                let renewed = renew::renew(tx, new).await?;
                event.operation = Operation::Override;
                event.connection_id = renewed.connection_id;
                event.tags = Some(renewed.tags);
                event.end_user = renewed.end_user.map(EventEndUser::from);
                Ok(Stored {
                    row: new.id.clone(),
                    url_override: renewed.webhook_url_override,
                    is_waiting: false,
                })
            }
        }
    }
}

/// What a connection's row is made of.
struct Sealer<'a> {
    services: &'a Services,
    attempt: Attempt<'a>,
    flow: Flow<'a>,
    credential: &'a Credential,
    looked: &'a lookups::Looked,
}

impl Sealer<'_> {
    fn seal(&self, id: &ConnectionRowId, column: &'static str, bytes: &SecretSlice<u8>) -> Sealed {
        let place = Place { column, row: id.as_str(), environment: self.attempt.environment_id.as_str() };
        self.services.keyring.seal(&self.services.random, place, bytes)
    }

    fn awaits(&self) -> Option<String> {
        self.flow.is_pending().then(|| self.looked.connection_config.awaited_actor())
    }

    fn new_connection(&self) -> NewConnection {
        let (attempt, config) = (self.attempt, &self.looked.connection_config);
        let at = self.services.clock.now();
        let id = ConnectionRowId::random(&self.services.random);
        NewConnection {
            integration_id: attempt.integration_id.clone(),
            session_id: attempt.session_id.clone(),
            connection_id: self.services.random.uuid(),
            end_user: attempt.end_user.map(|end_user| end_user.id.clone()),
            credentials: self.seal(&id, "connection.credentials", &self.credential.to_bytes()),
            connection_config: self.seal(&id, "connection.connection_config", &config.to_bytes()),
            credentials_expire_at: self.credential.expires_at(),
            installation: config.installation(),
            awaits: self.awaits(),
            exchange_until: exchange_until(attempt.completion, at),
            tags: attempt.tags.clone(),
            errors: self.looked.errors.clone(),
            webhook_url_override: attempt.webhook_url_override.map(str::to_owned),
            at,
            environment_id: attempt.environment_id.clone(),
            id,
        }
    }

    fn renewal(&self, reconnects: &Reconnects) -> Renewal {
        let (attempt, config, id) = (self.attempt, &self.looked.connection_config, &reconnects.connection);
        Renewal {
            id: id.clone(),
            environment_id: attempt.environment_id.clone(),
            integration_id: attempt.integration_id.clone(),
            session_id: attempt.session_id.clone(),
            replaces: reconnects.replaces,
            end_user: attempt.end_user.map(|end_user| end_user.id.clone()),
            credentials: self.seal(id, "connection.credentials", &self.credential.to_bytes()),
            connection_config: self.seal(id, "connection.connection_config", &config.to_bytes()),
            credentials_expire_at: self.credential.expires_at(),
            installation: config.installation(),
            awaits: self.awaits(),
            tags: attempt.tags.clone(),
            errors: self.looked.errors.clone(),
            webhook_url_override: attempt.webhook_url_override.map(str::to_owned),
            at: self.services.clock.now(),
        }
    }
}

impl Writes {
    /// Answers the protocol's id of the connection.
    async fn run(mut self, tx: &mut Tx) -> Result<String, StoreError> {
        let stored = self.connection.run(tx, &mut self.event).await?;
        let connection_id = self.event.connection_id.clone();
        if let Some((link, session)) = &self.share_link {
            share_link::mark_used(tx, link, session, self.at).await?;
        }
        match &mut self.flow {
            FlowWrite::Insert(row) => {
                if let FlowState::Connected { connection_id: own, .. } = &mut row.state {
                    own.clone_from(&connection_id);
                }
                flow::insert(tx, row).await?;
            }
            FlowWrite::Connect { id, is_pending } => {
                // Ended meanwhile: the person cancelled, or the time was over.
                if !flow::connect(tx, id, &connection_id, *is_pending, self.at).await? {
                    return Err(StoreError::Gone);
                }
            }
        }
        form_draft::forget(tx, &self.session_id, &self.integration_id).await?;
        if !stored.is_waiting {
            let webhook = NewWebhook {
                id: self.webhook_id,
                environment_id: self.environment_id,
                connection_row: Some(stored.row),
                url_override: stored.url_override,
                body: self.event.body(),
                at: self.at,
            };
            webhook_outbox::insert(tx, &webhook).await?;
        }
        Ok(connection_id)
    }
}

/// The attempt's own row; which connection came of it is known when that is stored.
fn flow_write(services: &Services, attempt: Attempt<'_>, flow: Flow<'_>) -> FlowWrite {
    match flow {
        Flow::Returned { id, is_pending } => FlowWrite::Connect { id: id.clone(), is_pending },
        Flow::Direct { sent, is_pending } => FlowWrite::Insert(Box::new(FlowRow {
            id: FlowId::random(&services.random),
            sent: sent.cloned(),
            environment_id: attempt.environment_id.clone(),
            session_id: attempt.session_id.clone(),
            integration_id: attempt.integration_id.clone(),
            state: FlowState::Connected { connection_id: String::new(), is_pending },
            page_id: None,
            socket_id: None,
            departure: None,
            prepared: None,
            created_at: services.clock.now(),
        })),
    }
}
