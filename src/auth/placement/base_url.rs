//! Where the API is: what the caller says, else the connection, the integration, the definition (wire-protocol.md §7.2).

use secrecy::ExposeSecret;

use super::{ApiCall, PlacementProblem};
use crate::provider::{AuthMode, interpolate::BaseUrl};

/// The name under which an integration keeps an address of its own.
const OWNERS: &str = "baseUrl";

pub(super) fn of<'a>(call: &ApiCall<'a>) -> Result<BaseUrl<'a>, PlacementProblem> {
    if let Some(url) = call.base_url {
        return Ok(BaseUrl::Written(url));
    }
    let of_connection = (call.provider.auth_mode == AuthMode::AwsSigV4)
        .then(|| call.connection_config.text("base_url"))
        .flatten();
    let has_own = call.provider.integration_config.iter().any(|field| field.name.as_str() == OWNERS);
    let of_integration = has_own.then(|| call.custom.text(OWNERS)).flatten();
    let own = of_connection.or(of_integration).map(ExposeSecret::expose_secret);
    own.or(call.provider.proxy.base_url.as_deref()).map(BaseUrl::Template).ok_or(PlacementProblem::NoBaseUrl)
}
