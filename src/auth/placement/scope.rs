//! The names that templates of calls may use (provider-format.md §3.4).

use secrecy::ExposeSecret as _;
use serde_json::Value;

use super::ApiCall;
use crate::provider::interpolate::{Scope, Value as Named};

/// The credential's own names, flat and below `credentials`; the configuration; the owner's client.
pub(super) fn of(call: &ApiCall<'_>) -> Scope {
    let credential = call.credential.to_wire();
    let below = Scope::from_json(&credential);
    let mut scope = below.clone();
    let token = ["access_token", "token"].iter().find_map(|name| credential.get(name)?.as_str());
    if let Some(token) = token {
        scope.insert("accessToken", token);
    }
    if let Some(client) = call.owner.and_then(|owner| owner.oauth_client()) {
        scope.insert("clientId", client.client_id.as_str());
        scope.insert("clientSecret", client.client_secret.expose_secret());
    }
    // A connection may bring a client of its own.
    for (ours, theirs) in [("clientId", "client_id"), ("clientSecret", "client_secret")] {
        let own = [credential.get("config_override"), Some(&credential)];
        if let Some(value) =
            own.into_iter().flatten().find_map(|from| from.get(theirs).and_then(Value::as_str))
        {
            scope.insert(ours, value);
        }
    }
    let values = call.connection_config.scope();
    scope
        .with("credentials", Named::from(below))
        .with("connectionConfig", Named::from(values.clone()))
        .with("connection_config", Named::from(values))
}
