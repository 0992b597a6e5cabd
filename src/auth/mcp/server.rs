//! What is known of an MCP server and its authorization server.

use serde_json::{Map, Value, json};

/// An MCP server with the authorization server that guards it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct McpServer {
    /// The resource that tokens are asked for (RFC 8707).
    pub resource: String,
    /// Who issues them; answers must name exactly this.
    pub issuer: String,
    /// Whether the issuer announces that its answers name it (RFC 9207).
    pub names_itself: bool,
    /// Where the person is sent.
    pub authorization_endpoint: String,
    /// Where codes are exchanged.
    pub token_endpoint: String,
    /// Where clients register (RFC 7591).
    pub registration_endpoint: Option<String>,
    /// Where grants end (RFC 7009).
    pub revocation_endpoint: Option<String>,
    /// Whether a client may be the address of its metadata document.
    pub takes_metadata_documents: bool,
    /// The scopes to ask for.
    pub scopes: Vec<String>,
}

impl McpServer {
    /// As it is kept among a connection's values.
    pub(super) fn to_wire(&self) -> Value {
        let mut wire = Map::new();
        let texts = [
            ("resource", &self.resource),
            ("issuer", &self.issuer),
            ("authorization_endpoint", &self.authorization_endpoint),
            ("token_endpoint", &self.token_endpoint),
        ];
        for (name, text) in texts {
            wire.insert(name.to_owned(), json!(text));
        }
        let endpoints = [
            ("registration_endpoint", &self.registration_endpoint),
            ("revocation_endpoint", &self.revocation_endpoint),
        ];
        for (name, endpoint) in endpoints {
            if let Some(endpoint) = endpoint {
                wire.insert(name.to_owned(), json!(endpoint));
            }
        }
        wire.insert("authorization_response_iss_parameter_supported".into(), json!(self.names_itself));
        wire.insert("client_id_metadata_document_supported".into(), json!(self.takes_metadata_documents));
        wire.insert("scopes_supported".into(), json!(self.scopes));
        Value::Object(wire)
    }

    /// Reads an authorization server's metadata (RFC 8414), or what was kept of it.
    pub(super) fn read(wire: &Value, resource: &str, scopes: Option<Vec<String>>) -> Option<Self> {
        let text = |name: &str| wire.get(name).and_then(Value::as_str).map(str::to_owned);
        let flag = |name: &str| wire.get(name).and_then(Value::as_bool).unwrap_or(false);
        Some(Self {
            resource: resource.to_owned(),
            issuer: text("issuer")?,
            names_itself: flag("authorization_response_iss_parameter_supported"),
            authorization_endpoint: text("authorization_endpoint")?,
            token_endpoint: text("token_endpoint")?,
            registration_endpoint: text("registration_endpoint"),
            revocation_endpoint: text("revocation_endpoint"),
            takes_metadata_documents: flag("client_id_metadata_document_supported"),
            scopes: scopes.or_else(|| texts(wire.get("scopes_supported")?)).unwrap_or_default(),
        })
    }

    pub(super) fn from_wire(wire: &Value) -> Option<Self> {
        Self::read(wire, wire.get("resource")?.as_str()?, None)
    }
}

/// A list of texts.
pub(super) fn texts(value: &Value) -> Option<Vec<String>> {
    let texts = value.as_array()?.iter().filter_map(Value::as_str);
    Some(texts.map(str::to_owned).collect())
}
