//! What a flow keeps while the person is away (`flow.context`): sealed, because it holds the PKCE verifier and what was
//! typed.

use indexmap::IndexMap;
use secrecy::{ExposeSecret, SecretSlice};
use serde_json::{Value, json};

use crate::{
    auth::{ConnectionConfig, Introduction, redirect::Pending},
    id::{EnvironmentId, FlowId},
    secret::{OpenError, Place, Sealed},
    services::Services,
};

/// What is needed to leave again, and to finish.
#[derive(Clone, Debug, Default)]
pub struct FlowContext {
    /// What the mode remembers of the departure; none before it.
    pub pending: Option<Pending>,
    /// The values of the form.
    pub connection_config: ConnectionConfig,
    /// Where the service sends the person back to.
    pub redirect_uri: String,
    /// Further parameters of the service's address.
    pub authorization_params: IndexMap<String, String>,
    /// Scopes that the person grants, for the services that know two kinds.
    pub user_scopes: Vec<String>,
    /// The application's name, for servers that know no client of ours.
    pub app_name: String,
    /// Where our client metadata document stands, where a server can read it.
    pub client_metadata_url: Option<String>,
    /// Which revision of the environment's own definition it left with; 0 where that was the catalogue's.
    pub definition: i64,
}

impl FlowContext {
    /// Seals it for its flow.
    #[must_use]
    pub fn seal(&self, services: &Services, flow: &FlowId, environment: &EnvironmentId) -> Sealed {
        let pending = self.pending.as_ref().map(Pending::to_bytes);
        let pending = pending.map(|bytes| serde_json::from_slice::<Value>(bytes.expose_secret()).ok());
        let text = json!({
            "pending": pending,
            "connection_config": self.connection_config.to_wire(),
            "redirect_uri": self.redirect_uri,
            "authorization_params": self.authorization_params,
            "user_scopes": self.user_scopes,
            "app_name": self.app_name,
            "client_metadata_url": self.client_metadata_url,
            "definition": self.definition,
        });
        let bytes = SecretSlice::from(text.to_string().into_bytes());
        services.keyring.seal(&services.random, place(flow, environment), &bytes)
    }

    /// How we introduce ourselves to a server that knows no client of ours.
    #[must_use]
    pub fn introduction(&self) -> Introduction<'_> {
        Introduction { client_name: &self.app_name, client_metadata_url: self.client_metadata_url.as_deref() }
    }

    /// Opens what was sealed for a flow.
    pub fn open(
        services: &Services,
        flow: &FlowId,
        environment: &EnvironmentId,
        sealed: &Sealed,
    ) -> Result<Self, OpenError> {
        let bytes = services.keyring.open(place(flow, environment), sealed)?;
        let malformed = |_| OpenError::Malformed;
        let mut value: Value = serde_json::from_slice(bytes.expose_secret()).map_err(malformed)?;
        let bytes_of = |value: Value| SecretSlice::from(value.to_string().into_bytes());
        let pending = match value["pending"].take() {
            Value::Null => None,
            pending => Some(Pending::from_bytes(&bytes_of(pending)).map_err(|_| OpenError::Malformed)?),
        };
        let config = bytes_of(value["connection_config"].take());
        Ok(Self {
            pending,
            connection_config: ConnectionConfig::from_bytes(&config).map_err(|_| OpenError::Malformed)?,
            redirect_uri: value["redirect_uri"].as_str().unwrap_or_default().to_owned(),
            authorization_params: serde_json::from_value(value["authorization_params"].take())
                .map_err(malformed)?,
            user_scopes: serde_json::from_value(value["user_scopes"].take()).map_err(malformed)?,
            app_name: value["app_name"].as_str().unwrap_or_default().to_owned(),
            client_metadata_url: value["client_metadata_url"].as_str().map(str::to_owned),
            definition: value["definition"].as_i64().unwrap_or_default(),
        })
    }
}

fn place<'a>(flow: &'a FlowId, environment: &'a EnvironmentId) -> Place<'a> {
    Place { column: "flow.context", row: flow.as_str(), environment: environment.as_str() }
}
