//! What a service learns of us: the address it sends people back to, our name, our client metadata document.

use crate::{
    connection::{self, Home},
    id::{EnvironmentId, IntegrationId},
    provider::{AuthMode, Provider},
    store::environment::EnvironmentRow,
    web::state::State,
};

/// Which integration of which environment it is about.
#[derive(Clone, Copy, Debug)]
pub struct HomeOf<'a> {
    /// The environment.
    pub environment: &'a EnvironmentId,
    /// The environment's own address of return.
    pub callback_url: Option<&'a str>,
    /// The integration.
    pub integration: &'a IntegrationId,
    /// Its key.
    pub key: &'a str,
    /// Whether it has an address of return of its own.
    pub own_callback: bool,
    /// Its provider.
    pub provider: &'a Provider,
    /// The application's name.
    pub app_name: &'a str,
}

/// What is told to the service of an integration.
#[must_use]
pub fn home(state: &State, of: HomeOf<'_>) -> Home {
    let own = of.own_callback || has_own_callback(of.provider);
    Home {
        redirect_uri: connection::redirect_uri(
            state.public_url.origin().as_str(),
            of.callback_url,
            own.then_some(of.integration),
        ),
        app_name: of.app_name.to_owned(),
        client_metadata_url: connection::client_metadata_url(
            state.public_url.origin().as_str(),
            of.environment,
            of.key,
        ),
    }
}

/// What is told to a service whose integration is being made.
#[must_use]
pub fn home_of_new(
    state: &State,
    environment: &EnvironmentRow,
    integration: &IntegrationId,
    key: &str,
    provider: &Provider,
) -> Home {
    home(
        state,
        HomeOf {
            environment: &environment.id,
            callback_url: environment.callback_url.as_deref(),
            integration,
            key,
            own_callback: false,
            provider,
            app_name: environment.app_name.as_deref().unwrap_or_else(|| state.public_url.host()),
        },
    )
}

/// Whether an integration of this provider always has an address of return of its own (security.md C6): of servers that
/// anybody may name, none may collect what was meant for another.
#[must_use]
pub fn has_own_callback(provider: &Provider) -> bool {
    provider.auth_mode == AuthMode::McpOAuth2Generic
}
