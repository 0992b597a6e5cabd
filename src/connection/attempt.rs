//! Someone's attempt to connect one integration: what its connection and its webhook take over from the session.

use indexmap::IndexMap;

use crate::{
    id::{EnvironmentId, IntegrationId, SessionId, ShareLinkId},
    provider::AuthMode,
    store::{
        connect_session::{Completion, ConnectSessionRow, EndUser, Organization, Reconnects},
        flow::ClaimedFlow,
    },
    webhook::{AuthEvent, EventEndUser, Operation},
};

/// Someone's attempt to connect one integration in one session.
#[derive(Clone, Copy, Debug)]
pub struct Attempt<'a> {
    /// The environment.
    pub environment_id: &'a EnvironmentId,
    /// The environment's name, for the webhook.
    pub environment_name: &'a str,
    /// The session.
    pub session_id: &'a SessionId,
    /// Who connects.
    pub end_user: Option<&'a EndUser>,
    /// Their organization.
    pub organization: Option<&'a Organization>,
    /// The connection's tags.
    pub tags: &'a IndexMap<String, String>,
    /// The only address that gets the webhooks.
    pub webhook_url_override: Option<&'a str>,
    /// The connection that is reconnected, where one is.
    pub reconnects: Option<&'a Reconnects>,
    /// The link by which the session was opened, where an admin handed one out.
    pub share_link: Option<&'a ShareLinkId>,
    /// When the connection can be used.
    pub completion: Completion,
    /// The integration's row.
    pub integration_id: &'a IntegrationId,
    /// The integration's key.
    pub integration_key: &'a str,
    /// The provider's key.
    pub provider: &'a str,
    /// The provider's mode.
    pub auth_mode: AuthMode,
}

/// Which integration is connected.
#[derive(Clone, Copy, Debug)]
pub struct AttemptedIntegration<'a> {
    /// Its row.
    pub id: &'a IntegrationId,
    /// Its key.
    pub key: &'a str,
    /// The provider's key.
    pub provider: &'a str,
    /// The provider's mode.
    pub auth_mode: AuthMode,
}

impl<'a> Attempt<'a> {
    /// An attempt in a session that was just read.
    #[must_use]
    pub fn in_session(
        session: &'a ConnectSessionRow,
        environment_name: &'a str,
        integration: AttemptedIntegration<'a>,
    ) -> Self {
        Self {
            environment_id: &session.environment_id,
            environment_name,
            session_id: &session.id,
            end_user: session.end_user.as_ref(),
            organization: session.organization.as_ref(),
            tags: &session.tags,
            webhook_url_override: session.webhook_url_override.as_deref(),
            reconnects: session.reconnects.as_ref(),
            share_link: session.share_link.as_ref(),
            completion: session.completion,
            integration_id: integration.id,
            integration_key: integration.key,
            provider: integration.provider,
            auth_mode: integration.auth_mode,
        }
    }

    /// The attempt that somebody came back from the service to finish.
    #[must_use]
    pub fn of_claimed(flow: &'a ClaimedFlow, auth_mode: AuthMode) -> Self {
        Self {
            environment_id: &flow.environment_id,
            environment_name: &flow.environment_name,
            session_id: &flow.session_id,
            end_user: flow.end_user.as_ref(),
            organization: flow.organization.as_ref(),
            tags: &flow.tags,
            webhook_url_override: flow.webhook_url_override.as_deref(),
            reconnects: flow.reconnects.as_ref(),
            share_link: flow.share_link.as_ref(),
            completion: flow.completion,
            integration_id: &flow.integration_id,
            integration_key: &flow.integration_key,
            provider: &flow.provider,
            auth_mode,
        }
    }

    /// What its owner's backend is told of a connection that came of it.
    pub(super) fn event(&self, connection_id: &str) -> AuthEvent {
        AuthEvent {
            operation: Operation::Creation,
            failure: None,
            connection_id: connection_id.to_owned(),
            auth_mode: self.auth_mode,
            provider_config_key: self.integration_key.to_owned(),
            provider: self.provider.to_owned(),
            environment: self.environment_name.to_owned(),
            end_user: self
                .end_user
                .map(|end_user| EventEndUser::from((end_user.clone(), self.organization.cloned()))),
            tags: Some(self.tags.clone()),
        }
    }
}
