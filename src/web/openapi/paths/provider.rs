//! `/providers`.

use serde_json::{Value, json};

use crate::web::openapi::{
    caller::Caller,
    operation::{Chapter, Operation},
    schema::{data, list, pattern, shape},
};

/// The calls.
pub fn operations() -> Vec<Operation> {
    let all = [list_all(), one()];
    all.into_iter().map(|operation| operation.of(Chapter::Integrations)).collect()
}

fn example() -> Value {
    json!({
        "display_name": "Postbox", "auth_mode": "API_KEY", "docs": "https://example.com/docs", "name": "demo-postbox",
        "logo_url": "https://connect.example.com/images/template-logos/demo-postbox.svg",
    })
}

fn list_all() -> Operation {
    Operation::new("GET", "/providers", "listProviders", "List providers")
        .about("Every service that this server knows, with its definition.")
        .by(Caller::Either(&[]))
        .query("search?", "Part of the provider's key", shape("IntegrationKey"), "postbox".into())
        .answers(200, "The definitions", data(list(&shape("Provider"))), json!({ "data": [example()] }))
}

fn one() -> Operation {
    Operation::new("GET", "/providers/{provider}", "getProvider", "Read a provider")
        .about("What a form for its credentials is made of.")
        .by(Caller::Either(&[]))
        .path("provider", "The provider's key", pattern("^[a-zA-Z0-9_-]+$", 255), "demo-postbox".into())
        .no_query()
        .answers(200, "The definition", data(shape("Provider")), json!({ "data": example() }))
        .refuse(&[(400, "invalid_uri_params"), (404, "not_found")])
}
