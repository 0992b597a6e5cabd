//! The owner's side of a connection, opened: what a conversation with its service needs beside the credential.

use super::{open_custom_of, open_owner, redirect_uri};
use crate::{
    auth::{ConnectionConfig, IntegrationCredential, Introduction, Subject},
    id::IntegrationId,
    provider::Provider,
    secret::OpenError,
    services::Services,
    store::{StoreError, connection::refresh as store},
};

/// Why the owner's side cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum OwnerProblem {
    /// The integration is gone.
    #[error("the integration is gone")]
    Gone,
    /// The database.
    #[error("the store failed")]
    Store(#[from] StoreError),
    /// A sealed column.
    #[error("a sealed column cannot be opened")]
    Sealed(#[from] OpenError),
}

/// The owner's side of a connection.
#[derive(Debug)]
pub(super) struct OwnerSide {
    /// The environment's name.
    pub environment_name: String,
    credential: Option<IntegrationCredential>,
    custom: ConnectionConfig,
    redirect_uri: String,
    app_name: String,
}

impl OwnerSide {
    /// That of an integration's connections.
    pub(super) async fn of(
        services: &Services,
        public_origin: &str,
        integration: &IntegrationId,
    ) -> Result<Self, OwnerProblem> {
        let row = store::owner(&services.db, integration).await?.ok_or(OwnerProblem::Gone)?;
        let (environment, id) = (&row.environment_id, &row.integration_id);
        Ok(Self {
            credential: open_owner(services, environment, id, row.credentials.as_ref())?,
            custom: open_custom_of(services, environment, id, row.custom.as_ref())?,
            redirect_uri: redirect_uri(
                public_origin,
                row.callback_url.as_deref(),
                row.own_callback.then_some(id),
            ),
            app_name: row.app_name.unwrap_or_default(),
            environment_name: row.environment_name,
        })
    }

    /// Whom a conversation is about.
    pub(super) fn subject<'a>(&'a self, provider: &'a Provider, config: &'a ConnectionConfig) -> Subject<'a> {
        Subject {
            provider,
            owner: self.credential.as_ref(),
            custom: &self.custom,
            connection_config: config,
            redirect_uri: &self.redirect_uri,
            introduction: Introduction { client_name: &self.app_name, client_metadata_url: None },
        }
    }
}
