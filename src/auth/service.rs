//! What every conversation with a service needs: the way out, the time, randomness, and whom it is about.

use super::{ConnectionConfig, IntegrationCredential};
use crate::{
    clock::{Clock, Random},
    outbound::OutboundClient,
    provider::Provider,
};

/// What a conversation with a service needs beside the values it is about.
#[derive(Clone, Copy)]
pub struct ServiceContext<'a> {
    /// The way out.
    pub outbound: &'a OutboundClient,
    /// The time, for signatures and expiries.
    pub clock: &'a Clock,
    /// Randomness, for verifiers, nonces and request ids.
    pub random: &'a Random,
}

/// Whom a conversation is about: one integration, and one connection of it.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The provider's definition.
    pub provider: &'a Provider,
    /// The integration's own client or app.
    pub owner: Option<&'a IntegrationCredential>,
    /// The integration's further values (`custom`): a plugin's link and credentials stand there.
    pub custom: &'a ConnectionConfig,
    /// The connection's values: what was typed, overlaid by what the session fixes.
    pub connection_config: &'a ConnectionConfig,
    /// The address the service returns to, exactly as it was registered.
    pub redirect_uri: &'a str,
    /// How we introduce ourselves to a server that knows no client of ours.
    pub introduction: Introduction<'a>,
}

/// How we introduce ourselves to an authorization server that knows no client of ours (MCP).
#[derive(Clone, Copy, Debug)]
pub struct Introduction<'a> {
    /// The application's name, for the consent page.
    pub client_name: &'a str,
    /// Where our client metadata document is served; only a public https address is of use to a server.
    pub client_metadata_url: Option<&'a str>,
}
