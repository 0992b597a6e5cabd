//! What a session presets for each integration. May hold secrets, so it is stored sealed.

use indexmap::IndexMap;
use secrecy::{ExposeSecret, SecretSlice};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{
    clock::Random,
    secret::{Keyring, OpenError, Place, Sealed},
    store::connect_session::ConnectSessionRow,
};

const COLUMN: &str = "connect_session.integrations_config_defaults";

/// Presets by integration key. Cannot be printed.
#[derive(Clone, Default, Serialize, Deserialize)]
pub struct Defaults(IndexMap<String, IntegrationDefaults>);

/// The presets of one integration (wire-protocol.md §2.1).
#[derive(Clone, Default, Serialize, Deserialize)]
pub struct IntegrationDefaults {
    /// Scopes that the user grants, for the services that know two kinds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_scopes: Option<String>,
    /// Further parameters of the consent address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authorization_params: Option<IndexMap<String, String>>,
    /// Values of the form, which the user is not asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub connection_config: Option<Map<String, Value>>,
}

impl Defaults {
    /// Presets by integration key.
    #[must_use]
    pub const fn new(by_integration: IndexMap<String, IntegrationDefaults>) -> Self {
        Self(by_integration)
    }

    /// The presets of one integration.
    #[must_use]
    pub fn of(&self, integration_key: &str) -> Option<&IntegrationDefaults> {
        self.0.get(integration_key)
    }

    /// The preset form values of one integration, those that are texts.
    #[must_use]
    pub fn form_values(&self, integration_key: &str) -> IndexMap<String, String> {
        let config = self.of(integration_key).and_then(|defaults| defaults.connection_config.as_ref());
        let texts = config.into_iter().flatten().filter_map(|(name, value)| Some((name, value.as_str()?)));
        texts.map(|(name, value)| (name.clone(), value.to_owned())).collect()
    }

    /// The preset further parameters of one integration.
    #[must_use]
    pub fn authorization_params(&self, integration_key: &str) -> IndexMap<String, String> {
        self.of(integration_key).and_then(|own| own.authorization_params.clone()).unwrap_or_default()
    }

    /// All presets.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &IntegrationDefaults)> {
        self.0.iter()
    }

    /// Whether nothing is preset.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn seal(
        &self,
        keyring: &Keyring,
        random: &Random,
        session: &str,
        environment: &str,
    ) -> Sealed {
        let text = serde_json::to_vec(self).unwrap_or_default();
        let place = Place { column: COLUMN, row: session, environment };
        keyring.seal(random, place, &SecretSlice::from(text))
    }
}

impl std::fmt::Debug for Defaults {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Defaults").field(&self.0.keys()).finish()
    }
}

impl std::fmt::Debug for IntegrationDefaults {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("IntegrationDefaults(…)")
    }
}

/// The presets of a stored session.
pub fn open_defaults(keyring: &Keyring, session: &ConnectSessionRow) -> Result<Defaults, OpenError> {
    let Some(sealed) = &session.integrations_config_defaults else { return Ok(Defaults::default()) };
    let place =
        Place { column: COLUMN, row: session.id.as_str(), environment: session.environment_id.as_str() };
    let text = keyring.open(place, sealed)?;
    serde_json::from_slice(text.expose_secret()).map_err(|_| OpenError::Malformed)
}
