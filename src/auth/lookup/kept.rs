//! Whether a value that a service named may stand among the connection's. It may decide to whom later calls take the
//! credential, so it satisfies the rules of what is typed, and leads to no private host (security.md G1, G2).

use secrecy::ExposeSecret as _;
use url::Url;

use super::LookupProblem;
use crate::{
    auth::{ConfigValue, ConnectionConfig, ServiceContext},
    outbound::OutboundError,
    provider::{AuthorityRole, Provider},
};

/// Longer than any name, id or address of a service.
const LONGEST: usize = 500;
/// Values that are whole addresses although no template of the definition says so.
const ADDRESSES: [&str; 2] = ["baseUri", "baseUrl"];

/// Takes out what a token endpoint named as an address of the API and may not be one: the host of every later call.
pub async fn refuse_unfit(
    cx: ServiceContext<'_>,
    provider: &Provider,
    config: &mut ConnectionConfig,
) -> Option<LookupProblem> {
    let mut refused = None;
    let named = provider.definition().ok()?.token_response_metadata.unwrap_or_default();
    for name in named.iter().filter(|name| !provider.authority_roles(name).is_empty()) {
        let Some(value) = config.get(name).cloned() else { continue };
        if let Err(problem) = admit(cx, provider, name, &value).await {
            config.remove(name);
            refused = Some(problem);
        }
    }
    refused
}

/// Refuses a value that cannot be used.
pub(super) async fn admit(
    cx: ServiceContext<'_>,
    provider: &Provider,
    name: &str,
    value: &ConfigValue,
) -> Result<(), LookupProblem> {
    let ConfigValue::Text(text) = value else { return Ok(()) };
    let text = text.expose_secret();
    let unfit = || LookupProblem::Unfit(name.to_owned());
    if text.len() > LONGEST || text.contains(char::is_control) || provider.host_problem(name, text).is_some()
    {
        return Err(unfit());
    }
    let is_address =
        ADDRESSES.contains(&name) || provider.authority_roles(name).contains(&AuthorityRole::Url);
    if is_address {
        let url = Url::parse(text).map_err(|_| unfit())?;
        let is_bare = url.username().is_empty() && url.password().is_none() && url.query().is_none();
        let is_reachable = match cx.outbound.check(&url).await {
            Ok(()) => true,
            // What has no address now may have one later, and calls go through the same guard.
            Err(OutboundError::UnresolvedHost | OutboundError::TimedOut) => url.scheme() == "https",
            Err(_) => false,
        };
        if !is_bare || !is_reachable {
            return Err(unfit());
        }
    }
    Ok(())
}
