//! What a flow begins with: the values of the form under the session's presets, and where the service sends people back.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use secrecy::SecretString;

use crate::{
    auth::ConnectionConfig,
    id::{EnvironmentId, IntegrationId},
    session::{Defaults, flow::FlowContext},
};

const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'~').remove(b'.');

/// The path of an integration's own address, before its id.
pub(super) const OWN_CALLBACK: &str = "/oauth/callback/";

/// What the service learns of us.
#[derive(Clone, Debug)]
pub struct Home {
    /// Where it sends people back to.
    pub redirect_uri: String,
    /// The application's name.
    pub app_name: String,
    /// Where our client metadata document stands, where a server can read it.
    pub client_metadata_url: Option<String>,
}

/// What a flow of an integration begins with; presets win over what was typed (provider-format.md §2.0).
#[must_use]
pub fn first_context(
    defaults: &Defaults,
    integration_key: &str,
    mut typed: ConnectionConfig,
    home: Home,
) -> FlowContext {
    let presets = defaults.form_values(integration_key);
    typed.extend(presets.into_iter().map(|(name, value)| (name, SecretString::from(value))));
    let own = defaults.of(integration_key);
    let scopes = own.and_then(|own| own.user_scopes.as_deref()).unwrap_or_default();
    FlowContext {
        pending: None,
        definition: 0,
        connection_config: typed,
        redirect_uri: home.redirect_uri,
        app_name: home.app_name,
        client_metadata_url: home.client_metadata_url,
        authorization_params: own.and_then(|own| own.authorization_params.clone()).unwrap_or_default(),
        user_scopes: scopes
            .split(',')
            .map(str::trim)
            .filter(|scope| !scope.is_empty())
            .map(str::to_owned)
            .collect(),
    }
}

/// Where our client metadata document for an integration stands; only a public https address is of use to a server.
#[must_use]
pub fn client_metadata_url(public_origin: &str, environment: &EnvironmentId, key: &str) -> Option<String> {
    let key = utf8_percent_encode(key, SEGMENT);
    public_origin
        .starts_with("https://")
        .then(|| format!("{public_origin}/oauth/client-metadata/{environment}/{key}"))
}

/// Where the service sends people back (security.md C6): the environment's own address or ours, with the integration's
/// id where it has a callback of its own.
#[must_use]
pub fn redirect_uri(
    public_origin: &str,
    of_environment: Option<&str>,
    own: Option<&IntegrationId>,
) -> String {
    match own {
        Some(id) => format!("{public_origin}{OWN_CALLBACK}{id}"),
        None => of_environment.map_or_else(|| format!("{public_origin}/oauth/callback"), str::to_owned),
    }
}
