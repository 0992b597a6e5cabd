//! A connection that the owner's backend brings, with a credential it has already (wire-protocol.md §5.4): tried where the
//! protocol says so, completed by what calls depend on, stored as any other, and told of.

use indexmap::IndexMap;
use secrecy::SecretSlice;
use serde_json::Value;

use super::{OwnerProblem, conversation, lookups, owner_side::OwnerSide};
use crate::{
    auth::{
        ConnectionConfig, Credential, InstallationToken, SecretJson,
        check::{self, CheckFailure},
        renew::{self, RenewalProblem},
    },
    clock::Timestamp,
    id::{ConnectionRowId, EndUserId, EnvironmentId, WebhookId},
    provider::Provider,
    secret::{Place, Sealed},
    services::Services,
    store::{
        StoreError, Tx,
        connect_session::EndUser,
        connection::{
            self,
            replace::{self, Replacement},
            transfer::{self, TransferredConnection},
        },
        end_user,
        integration::IntegrationRow,
        webhook_outbox::{self, NewWebhook},
    },
    webhook::{AuthEvent, EventEndUser, Operation},
};

/// Somebody else makes or deletes the same connection at the same time; more often than this it is no accident.
const ATTEMPTS: usize = 3;

/// What proves the account.
#[derive(Clone, Debug)]
pub enum Brought {
    /// A credential as it is.
    Held(Credential),
    /// An installation of an app, whose id stands in the connection's configuration: its token is fetched.
    Installation,
}

/// The connection that is brought.
#[derive(Clone, Debug)]
pub struct Import<'a> {
    /// The environment.
    pub environment: &'a EnvironmentId,
    /// The integration.
    pub integration: &'a IntegrationRow,
    /// Its provider.
    pub provider: &'a Provider,
    /// The protocol's id; a connection of this id is replaced.
    pub connection_id: String,
    /// What proves the account.
    pub brought: Brought,
    /// Its values.
    pub connection_config: ConnectionConfig,
    /// The application's own data; what is there stays where this is nothing.
    pub metadata: Option<Value>,
    /// Whose it is; who is there stays where this is nothing.
    pub end_user: Option<EndUser>,
    /// All its tags.
    pub tags: IndexMap<String, String>,
    /// The only address that gets its webhooks, or that it has none; what is there stays where this is nothing.
    pub webhook_url_override: Option<Option<String>>,
}

/// Why it is not stored.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The service did not accept the credential.
    #[error("the credential was not accepted")]
    Check(CheckFailure),
    /// The service gave no token for the installation.
    #[error("no token came for the installation")]
    Installation(#[from] RenewalProblem),
    /// The owner's side of the integration cannot be read.
    #[error("the integration cannot be read")]
    Owner(#[from] OwnerProblem),
    /// The database.
    #[error("the store failed")]
    Store(#[from] StoreError),
}

/// Stores it and enqueues the webhook, or nothing.
pub async fn import(
    services: &Services,
    public_origin: &str,
    import: &Import<'_>,
) -> Result<(), ImportError> {
    let owner = OwnerSide::of(services, public_origin, &import.integration.id).await?;
    let (credential, config) = credential(services, &owner, import).await?;
    if matches!(credential, Credential::ApiKey { .. } | Credential::Basic { .. } | Credential::Tba(_)) {
        let checked = check::check(conversation(services), import.provider, &credential, &config).await;
        checked.map_err(ImportError::Check)?;
    }
    let key = &import.integration.unique_key;
    let looked = lookups::before_storing(
        services,
        &import.integration.environment_id,
        &import.integration.provider,
        key,
        &credential,
        &config,
    )
    .await;
    let ready = Ready { services, import, credential, looked, environment_name: owner.environment_name };
    for _ in 0..ATTEMPTS {
        let found = connection::find(&services.db, import.environment, &import.connection_id, key).await?;
        match ready.store(found.map(|row| row.id)).await {
            // Made or deleted meanwhile.
            Err(StoreError::Conflict | StoreError::Gone) => {}
            other => return Ok(other?),
        }
    }
    Err(StoreError::Conflict.into())
}

async fn credential(
    services: &Services,
    owner: &OwnerSide,
    import: &Import<'_>,
) -> Result<(Credential, ConnectionConfig), ImportError> {
    match &import.brought {
        Brought::Held(credential) => Ok((credential.clone(), import.connection_config.clone())),
        Brought::Installation => {
            let subject = owner.subject(import.provider, &import.connection_config);
            let grant = renew::renew(conversation(services), &subject, &no_token_yet()).await?;
            Ok((grant.credential, grant.connection_config))
        }
    }
}

/// An installation whose token is overdue.
fn no_token_yet() -> Credential {
    Credential::App(InstallationToken {
        access_token: String::new().into(),
        expires_at: Some(Timestamp(0)),
        app_jwt: None,
        raw: SecretJson::new(&Value::Null),
    })
}

struct Ready<'a> {
    services: &'a Services,
    import: &'a Import<'a>,
    credential: Credential,
    looked: lookups::Looked,
    environment_name: String,
}

enum Write {
    Insert(TransferredConnection),
    Replace(Replacement),
}

impl Ready<'_> {
    async fn store(&self, existing: Option<ConnectionRowId>) -> Result<(), StoreError> {
        let operation = if existing.is_some() { Operation::Override } else { Operation::Creation };
        let (row, write) = if let Some(id) = existing {
            (id.clone(), Write::Replace(self.replacement(id)))
        } else {
            let id = ConnectionRowId::random(&self.services.random);
            (id.clone(), Write::Insert(self.new_connection(id)))
        };
        let at = self.services.clock.now();
        let webhook = NewWebhook {
            id: WebhookId::random(&self.services.random),
            environment_id: self.import.environment.clone(),
            connection_row: Some(row),
            url_override: self.import.webhook_url_override.clone().flatten(),
            body: self.event(operation).body(),
            at,
        };
        let person = self.import.end_user.clone();
        let (person_id, environment) =
            (EndUserId::random(&self.services.random), self.import.environment.clone());
        let written = self.services.db.write(move |tx| {
            Box::pin(async move {
                if let Some(person) = &person {
                    end_user::upsert(tx, &person_id, &environment, person, None, at).await?;
                }
                write.run(tx).await?;
                webhook_outbox::insert(tx, &webhook).await
            })
        });
        written.await
    }

    fn seal(&self, id: &ConnectionRowId, column: &'static str, bytes: &SecretSlice<u8>) -> Sealed {
        let place = Place { column, row: id.as_str(), environment: self.import.environment.as_str() };
        self.services.keyring.seal(&self.services.random, place, bytes)
    }

    fn new_connection(&self, id: ConnectionRowId) -> TransferredConnection {
        let (import, config) = (self.import, &self.looked.connection_config);
        let at = self.services.clock.now();
        TransferredConnection {
            environment_id: import.environment.clone(),
            integration_id: import.integration.id.clone(),
            connection_id: import.connection_id.clone(),
            end_user: import.end_user.as_ref().map(|person| person.id.clone()),
            credentials: self.seal(&id, "connection.credentials", &self.credential.to_bytes()),
            connection_config: self.seal(&id, "connection.connection_config", &config.to_bytes()),
            metadata: import.metadata.clone(),
            tags: import.tags.clone(),
            errors: self.looked.errors.clone(),
            webhook_url_override: import.webhook_url_override.clone().flatten(),
            credentials_expire_at: self.credential.expires_at(),
            installation: config.installation(),
            created_at: at,
            at,
            id,
        }
    }

    fn replacement(&self, id: ConnectionRowId) -> Replacement {
        let (import, config) = (self.import, &self.looked.connection_config);
        Replacement {
            environment_id: import.environment.clone(),
            credentials: self.seal(&id, "connection.credentials", &self.credential.to_bytes()),
            connection_config: self.seal(&id, "connection.connection_config", &config.to_bytes()),
            credentials_expire_at: self.credential.expires_at(),
            installation: config.installation(),
            errors: self.looked.errors.clone(),
            tags: import.tags.clone(),
            metadata: import.metadata.clone(),
            webhook_url_override: import.webhook_url_override.clone(),
            end_user: import.end_user.as_ref().map(|person| person.id.clone()),
            at: self.services.clock.now(),
            id,
        }
    }

    fn event(&self, operation: Operation) -> AuthEvent {
        let import = self.import;
        AuthEvent {
            operation,
            failure: None,
            connection_id: import.connection_id.clone(),
            auth_mode: import.provider.auth_mode,
            provider_config_key: import.integration.unique_key.clone(),
            provider: import.integration.provider.clone(),
            environment: self.environment_name.clone(),
            end_user: import.end_user.clone().map(|person| EventEndUser::from((person, None))),
            tags: Some(import.tags.clone()),
        }
    }
}

impl Write {
    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        match self {
            Self::Insert(new) => transfer::insert(tx, new).await,
            Self::Replace(new) => replace::replace(tx, new).await,
        }
    }
}
