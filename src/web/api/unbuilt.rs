//! What the protocol's backend client can ask for and this server does not have: syncs, records, actions, functions and
//! scripts. Each answers 501 in the protocol's envelope, so that a caller reads why instead of guessing.
//!
//! Owns the table of these addresses, from which they are registered and described. Must not do anything.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{ServiceConfig, method, resource, route},
};

use super::{ApiCaller, ApiError};
use crate::web::error::WebError;

/// A method of the published client that has nothing to call here.
#[derive(Clone, Copy, Debug)]
pub struct Unbuilt {
    /// The HTTP method.
    pub method: &'static str,
    /// The address.
    pub path: &'static str,
    /// The client's own name of the method.
    pub client_method: &'static str,
}

const fn unbuilt(method: &'static str, path: &'static str, client_method: &'static str) -> Unbuilt {
    Unbuilt { method, path, client_method }
}

/// The methods of wire-protocol.md §12.2 that concern none of accounts, connections and calls.
pub const UNBUILT: &[Unbuilt] = &[
    unbuilt("GET", "/providers/{provider}/templates", "getProviderTemplates"),
    unbuilt("GET", "/integrations/{uniqueKey}/functions", "listFunctions"),
    unbuilt("GET", "/integrations/{uniqueKey}/functions/{name}", "getFunction"),
    unbuilt("DELETE", "/integrations/{uniqueKey}/functions/{name}", "deleteFunction"),
    unbuilt("GET", "/integrations/{uniqueKey}/functions/{name}/code", "getFunctionCode"),
    unbuilt("GET", "/scripts/config", "getScriptsConfig"),
    unbuilt("GET", "/records/", "listRecords"),
    unbuilt("PATCH", "/records/prune", "pruneRecords"),
    unbuilt("POST", "/sync/trigger", "triggerSync"),
    unbuilt("POST", "/sync/start", "startSync"),
    unbuilt("POST", "/sync/pause", "pauseSync"),
    unbuilt("GET", "/sync/status", "syncStatus"),
    unbuilt("PUT", "/sync/update-connection-frequency", "updateSyncConnectionFrequency"),
    unbuilt("POST", "/sync/{name}/variant/{variant}", "createSyncVariant"),
    unbuilt("DELETE", "/sync/{name}/variant/{variant}", "deleteSyncVariant"),
    unbuilt("POST", "/action/trigger", "triggerAction"),
    unbuilt("GET", "/action/{id}", "getAsyncActionResult"),
];

/// Whatever else is asked for below these is of the same kind: deploying, running, reading what ran.
const FAMILIES: &[&str] = &["sync", "records", "action", "functions", "scripts", "mcp", "v1", "cli"];

/// The addresses.
pub fn configure(config: &mut ServiceConfig) {
    for Unbuilt { method: name, path, .. } in UNBUILT {
        if let Ok(name) = name.parse() {
            config.route(path, method(name).to(refuse));
        }
    }
    for family in FAMILIES {
        config.service(
            resource([format!("/{family}"), format!("/{family}/{{rest:.*}}")]).route(route().to(refuse)),
        );
    }
}

/// Who has no key learns nothing, as everywhere.
async fn refuse(_caller: ApiCaller) -> Result<HttpResponse, WebError> {
    let message = "This server keeps accounts connected and calls services. It has no syncs, records, actions, functions \
                   or deployments; run those in your own backend, with the proxy or with the connection's credentials";
    Err(ApiError::new(StatusCode::NOT_IMPLEMENTED, "not_implemented", message).into())
}
