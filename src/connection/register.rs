//! Becoming a client of an MCP server, when its integration is made.

use super::{Home, conversation};
use crate::{
    auth::{
        IntegrationCredential, Introduction,
        mcp::{ClientRegistration, register_client},
        problem::ExchangeProblem,
    },
    provider::Provider,
    services::Services,
};

/// Registers a client for a new integration whose provider wants that; nothing for all others.
pub async fn register(
    services: &Services,
    provider: &Provider,
    home: &Home,
) -> Result<Option<IntegrationCredential>, ExchangeProblem> {
    if ClientRegistration::of(provider) != Some(ClientRegistration::Dynamic) {
        return Ok(None);
    }
    let introduction = Introduction {
        client_name: &home.app_name,
        client_metadata_url: home.client_metadata_url.as_deref(),
    };
    let cx = conversation(services);
    let client = register_client(cx, provider, introduction, &home.redirect_uri).await?;
    Ok(Some(IntegrationCredential::Client(provider.auth_mode, client)))
}
