//! The modes that leave for the service's own pages and come back: where to send the person, and what came of it.
//!
//! Between [`depart`] and [`arrive`] stands a [`Pending`], which the caller seals and keeps with the flow.

mod pending;
mod problem;
mod provider_error;

use std::collections::BTreeMap;

use indexmap::IndexMap;
use secrecy::SecretString;

pub use pending::{Pending, PendingOAuth2, PendingProblem};
pub use problem::{DepartureProblem, ReturnProblem};
pub use provider_error::ProviderError;

use super::{
    ClientOverride, Credential, Grant, ServiceContext, Subject, app, install_plugin, mcp, oauth1, oauth2,
    problem::ExchangeProblem,
};
use crate::provider::{AuthMode, Installation, Provider};

/// A mode whose consent is given on the service's own pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RedirectMode {
    /// OAuth 2 with an authorization code.
    OAuth2,
    /// OAuth 1.0a.
    OAuth1,
    /// OAuth 2 of an MCP server with known addresses.
    McpOAuth2,
    /// OAuth 2 of an MCP server that the end user names.
    McpGeneric,
    /// A GitHub App.
    App,
    /// A GitHub App with its user's authorization.
    Custom,
    /// A plugin.
    InstallPlugin,
}

impl RedirectMode {
    /// The mode of a provider, where it is one of these. An installation that begins at the service is none.
    #[must_use]
    pub fn of(provider: &Provider) -> Option<Self> {
        match provider.auth_mode {
            AuthMode::OAuth2 if provider.installation == Installation::Outbound => None,
            AuthMode::OAuth2 => Some(Self::OAuth2),
            AuthMode::OAuth1 => Some(Self::OAuth1),
            AuthMode::McpOAuth2 => Some(Self::McpOAuth2),
            AuthMode::McpOAuth2Generic => Some(Self::McpGeneric),
            AuthMode::App => Some(Self::App),
            AuthMode::Custom => Some(Self::Custom),
            AuthMode::InstallPlugin => Some(Self::InstallPlugin),
            _ => None,
        }
    }

    /// Whether the integration's owner must have given an OAuth client (wire-protocol.md §4.4).
    #[must_use]
    pub const fn needs_client(self) -> bool {
        matches!(self, Self::OAuth2 | Self::OAuth1 | Self::Custom)
    }
}

/// Somebody who is about to leave for the service.
#[derive(Clone, Copy, Debug)]
pub struct Departing<'a> {
    /// Whom it is about.
    pub subject: Subject<'a>,
    /// What the service gives back with the answer; unguessable.
    pub state: &'a str,
    /// The session's, or else the request's, further parameters; the text `undefined` removes one.
    pub authorization_params: &'a IndexMap<String, String>,
    /// Scopes of the user's own token (Slack).
    pub user_scopes: &'a [String],
    /// The session's scopes in place of the integration's.
    pub scopes: Option<&'a [String]>,
    /// The end user's own client; one among the connection's values is found without it.
    pub client_override: Option<&'a ClientOverride>,
}

/// Where to send the person, and what must be known when he returns.
#[derive(Clone, Debug)]
pub struct Departure {
    /// The address of the service's page.
    pub url: SecretString,
    /// To be sealed and kept with the flow.
    pub pending: Pending,
}

/// Somebody who came back from the service.
#[derive(Clone, Copy, Debug)]
pub struct Returning<'a> {
    /// Whom it is about; the same as at the departure.
    pub subject: Subject<'a>,
    /// What was kept.
    pub pending: &'a Pending,
    /// The parameters of the callback.
    pub query: &'a BTreeMap<String, String>,
}

/// What came of it.
#[derive(Clone, Debug)]
pub enum Arrival {
    /// A connection can be made. A plugin's credential is still to be checked.
    Connected(Grant),
    /// The user agreed, the installation is still to be approved: a webhook will complete it.
    WaitsForInstallation(Grant),
    /// The app was installed here before: the connection with this installation is to be renewed, no other made.
    InstalledBefore {
        /// The installation at the service.
        installation_id: String,
    },
}

/// Prepares the way to the service's page. Only some modes speak to the service for it.
pub async fn depart(cx: ServiceContext<'_>, departing: Departing<'_>) -> Result<Departure, DepartureProblem> {
    match RedirectMode::of(departing.subject.provider).ok_or(DepartureProblem::NotARedirectMode)? {
        RedirectMode::OAuth2 | RedirectMode::McpOAuth2 => oauth2::authorization::depart(cx, departing),
        RedirectMode::OAuth1 => oauth1::depart(cx, departing).await,
        RedirectMode::McpGeneric => mcp::depart(cx, departing).await,
        RedirectMode::App | RedirectMode::Custom => app::depart(cx, departing),
        RedirectMode::InstallPlugin => install_plugin::depart(departing),
    }
}

/// Turns what the service sent back into a credential. Call it only for the browser that departed.
pub async fn arrive(cx: ServiceContext<'_>, returning: Returning<'_>) -> Result<Arrival, ReturnProblem> {
    match (RedirectMode::of(returning.subject.provider), returning.pending) {
        (Some(RedirectMode::OAuth2 | RedirectMode::McpOAuth2), Pending::OAuth2(pending)) => {
            oauth2::arrival::arrive(cx, returning, pending).await
        }
        (Some(RedirectMode::OAuth1), Pending::OAuth1(pending)) => {
            oauth1::arrive(cx, returning, pending).await
        }
        (Some(RedirectMode::McpGeneric), Pending::McpGeneric(pending)) => {
            mcp::arrive(cx, returning, pending).await
        }
        (Some(RedirectMode::App), Pending::App { departed_at }) => {
            app::arrive(cx, returning, *departed_at).await
        }
        (Some(RedirectMode::Custom), Pending::Custom) => app::arrive_with_user(cx, returning).await,
        (Some(RedirectMode::InstallPlugin), Pending::Plugin) => install_plugin::arrive(returning),
        _ => Err(ReturnProblem::Mismatch),
    }
}

/// Whether the installation that a webhook announces may be the one that is waited for: its number proves nothing, so the
/// waiting user must be able to see it.
pub async fn awaits(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    waiting: &Credential,
    webhook: &serde_json::Value,
) -> Result<bool, ExchangeProblem> {
    match waiting {
        Credential::OAuth2Pending => Ok(true),
        _ if subject.provider.auth_mode == AuthMode::Custom => {
            app::awaits(cx, subject, waiting, webhook).await
        }
        _ => Ok(false),
    }
}

/// Completes what waits for an installation, with the webhook that announces it. The caller has verified the webhook and
/// knows to which connection it belongs.
pub async fn complete(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    waiting: &Credential,
    webhook: &serde_json::Value,
) -> Result<Grant, ExchangeProblem> {
    match waiting {
        Credential::OAuth2Pending => oauth2::installation::complete(cx, subject, webhook).await,
        _ if subject.provider.auth_mode == AuthMode::Custom => app::complete(cx, subject, webhook).await,
        _ => Err(ExchangeProblem::NotOffered),
    }
}
