//! Whose call it is: the connection with a fresh credential, its definition, and the owner's side where that is named.
//! One statement finds it, unless it was found a moment ago; a second one only where the owner's client signs or the definition names him.

use std::sync::Arc;

use super::{Call, ProxyProblem, RefreshWish, conversation, placement};
use crate::{
    auth::{
        ConnectionConfig, IntegrationCredential,
        placement::{ApiCall, CallBody, PlacedCall},
    },
    clock::Timestamp,
    connection::{
        FreshConnection, OpenedConnection, RefreshError, fresh, note_reading, open_custom_of, open_owner,
    },
    id::EnvironmentId,
    provider::Provider,
    services::Services,
    store::{
        Remembered,
        connection::{self, ConnectionRow, refresh},
        integration,
    },
};

/// How many subjects are remembered; each holds an opened credential, for a second at most.
const REMEMBERED: usize = 1_000;
const REMEMBERED_MILLIS: i64 = 1_000;

/// Subjects of a moment ago, by environment, integration key and connection id.
pub struct Subjects(Remembered<(EnvironmentId, String, String), Arc<Subject>>);

impl Default for Subjects {
    fn default() -> Self {
        Self(Remembered::new(REMEMBERED))
    }
}

impl Subjects {
    pub(super) async fn find(
        &self,
        services: &Arc<Services>,
        public_origin: &str,
        environment: &EnvironmentId,
        call: &Call,
    ) -> Result<Arc<Subject>, ProxyProblem> {
        let key = (environment.clone(), call.integration_key.clone(), call.connection_id.clone());
        let is_recent =
            |subject: &Arc<Subject>| services.clock.now() < subject.looked_at.plus_millis(REMEMBERED_MILLIS);
        if let Some(subject) = self.0.get(&services.db, &key).filter(is_recent) {
            return Ok(subject);
        }
        let found = async { Subject::find(services, public_origin, environment, call).await.map(Arc::new) };
        self.0.read(&services.db, key, found).await
    }
}

/// The connection, opened, and what its calls need besides.
#[derive(Debug)]
pub struct Subject {
    pub(super) provider: Arc<Provider>,
    /// When the credential was found to be fresh.
    pub(super) looked_at: Timestamp,
    opened: OpenedConnection,
    owner: Option<IntegrationCredential>,
    custom: ConnectionConfig,
}

impl Subject {
    async fn find(
        services: &Arc<Services>,
        public_origin: &str,
        environment: &EnvironmentId,
        call: &Call,
    ) -> Result<Self, ProxyProblem> {
        let (id, key) = (&call.connection_id, &call.integration_key);
        let row = match connection::find(&services.db, environment, id, key).await? {
            Some(row) if row.exchange_until.is_none() => row,
            Some(_) => return Err(ProxyProblem::Waiting),
            None => return Err(missing(services, environment, key).await?),
        };
        let provider = services.definition(&row.environment_id, &row.provider);
        let provider = provider.ok_or_else(|| ProxyProblem::UnknownProvider(row.provider.clone()))?;
        note_reading(services, &row);
        let FreshConnection { row, opened } =
            fresh(services, public_origin, row, RefreshWish::default()).await.map_err(refused)?;
        let (owner, custom) = owner_side(services, &provider, &row).await?;
        Ok(Self { provider, looked_at: services.clock.now(), opened, owner, custom })
    }

    /// Whether the body must be known before the call begins.
    pub(super) fn needs_whole_body(&self, call: &Call) -> bool {
        let kind = call.content_type.as_deref();
        placement::needs_whole_body(&self.provider, &self.opened.credential, kind, &call.headers)
    }

    pub(super) fn place(
        &self,
        services: &Services,
        call: &Call,
        body: &CallBody,
    ) -> Result<PlacedCall, ProxyProblem> {
        let api_call = ApiCall {
            provider: &self.provider,
            credential: &self.opened.credential,
            connection_config: &self.opened.connection_config,
            owner: self.owner.as_ref(),
            custom: &self.custom,
            base_url: call.base_url.as_ref(),
            method: &call.method,
            endpoint: &call.endpoint,
            headers: &call.headers,
            body,
        };
        Ok(placement::place(&conversation(services), &api_call)?)
    }
}

/// Which of the two is not there costs a second look.
async fn missing(
    services: &Services,
    environment: &EnvironmentId,
    key: &str,
) -> Result<ProxyProblem, ProxyProblem> {
    let found = integration::find(&services.db, environment, key).await?;
    Ok(if found.is_some() { ProxyProblem::UnknownConnection } else { ProxyProblem::UnknownIntegration })
}

fn refused(error: RefreshError) -> ProxyProblem {
    match error {
        RefreshError::Refused { problem, .. } => ProxyProblem::NotFresh(problem),
        RefreshError::Gone => ProxyProblem::UnknownConnection,
        RefreshError::Store(error) => error.into(),
        RefreshError::Sealed(error) => error.into(),
    }
}

async fn owner_side(
    services: &Services,
    provider: &Provider,
    row: &ConnectionRow,
) -> Result<(Option<IntegrationCredential>, ConnectionConfig), ProxyProblem> {
    if !placement::needs_owner(provider) {
        return Ok((None, ConnectionConfig::default()));
    }
    let owner = refresh::owner(&services.db, &row.integration_id).await?;
    let owner = owner.ok_or(ProxyProblem::UnknownIntegration)?;
    let (environment, id) = (&owner.environment_id, &owner.integration_id);
    Ok((
        open_owner(services, environment, id, owner.credentials.as_ref())?,
        open_custom_of(services, environment, id, owner.custom.as_ref())?,
    ))
}
