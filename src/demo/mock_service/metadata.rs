//! What the mock service says about itself (RFC 8414).

use actix_web::web::{Data, Json};
use serde_json::{Value, json};

use super::Service;

pub(super) async fn authorization_server(service: Data<Service>) -> Json<Value> {
    let issuer = &service.issuer;
    let methods = ["client_secret_basic", "client_secret_post", "none"];
    Json(json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/oauth/authorize"),
        "token_endpoint": format!("{issuer}/oauth/token"),
        "revocation_endpoint": format!("{issuer}/oauth/revoke"),
        "response_types_supported": ["code"],
        "response_modes_supported": ["query", "form_post"],
        "grant_types_supported": ["authorization_code", "refresh_token", "client_credentials"],
        "token_endpoint_auth_methods_supported": methods,
        "revocation_endpoint_auth_methods_supported": methods,
        "code_challenge_methods_supported": ["S256"],
        "scopes_supported": ["events:read", "events:write", "profile"],
        "authorization_response_iss_parameter_supported": true,
    }))
}
