//! The texts that go over the socket; the names are the protocol's.

use serde_json::{Value, json};

/// What came of a flow, as the SDK hears it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SocketMessage {
    /// A connection stands.
    Success {
        /// The integration's key.
        provider_config_key: String,
        /// The connection's id.
        connection_id: String,
        /// Whether the service must still say something before it can be used.
        is_pending: bool,
    },
    /// No connection.
    Error {
        /// The integration's key.
        provider_config_key: String,
        /// The protocol's type.
        error_type: String,
        /// Our own text.
        error_desc: String,
    },
}

impl SocketMessage {
    /// The greeting with the socket's id.
    #[must_use]
    pub fn acknowledge(id: &str) -> String {
        json!({ "message_type": "connection_ack", "ws_client_id": id }).to_string()
    }

    /// The frame's text.
    #[must_use]
    pub fn text(&self) -> String {
        let value: Value = match self {
            Self::Success { provider_config_key, connection_id, is_pending } => json!({
                "message_type": "success",
                "provider_config_key": provider_config_key,
                "connection_id": connection_id,
                "is_pending": is_pending,
            }),
            Self::Error { provider_config_key, error_type, error_desc } => json!({
                "message_type": "error",
                "provider_config_key": provider_config_key,
                "error_type": error_type,
                "error_desc": error_desc,
            }),
        };
        value.to_string()
    }
}
