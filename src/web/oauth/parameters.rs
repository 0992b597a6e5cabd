//! The query of `/oauth/connect` (wire-protocol.md §4.4).

use actix_web::HttpRequest;
use indexmap::IndexMap;
use serde_json::Value;

use crate::web::api::input::query::parse_query;

/// What the SDK puts into the address. May hold secrets: not printed.
pub struct StartParameters {
    /// The session's token.
    pub token: Option<String>,
    /// The socket that waits for the end.
    pub socket_id: Option<String>,
    /// Values of the form.
    pub params: IndexMap<String, String>,
    /// Further parameters of the service's address.
    pub authorization_params: IndexMap<String, String>,
    /// The end user's own OAuth client, where the application lets them bring one.
    pub credentials: IndexMap<String, String>,
}

impl StartParameters {
    /// Reads the query of a request.
    #[must_use]
    pub fn of(request: &HttpRequest) -> Self {
        let query = parse_query(request.query_string());
        let text = |name: &str| {
            query.get(name).and_then(Value::as_str).filter(|text| !text.is_empty()).map(str::to_owned)
        };
        let mut params = texts(&query, "params");
        params.shift_remove("webhook_url");
        Self {
            token: text("connect_session_token"),
            socket_id: text("ws_client_id").filter(|id| id.len() <= 64),
            params,
            authorization_params: texts(&query, "authorization_params"),
            credentials: texts(&query, "credentials"),
        }
    }
}

fn texts(query: &Value, name: &str) -> IndexMap<String, String> {
    let entries = query.get(name).and_then(Value::as_object).into_iter().flatten();
    entries.filter_map(|(name, value)| Some((name.clone(), value.as_str()?.to_owned()))).collect()
}
