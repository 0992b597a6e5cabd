//! `GET /health` as soon as the process serves, `GET /ready` when the database answers and the server stays.

use actix_web::{HttpResponse, web::Data};
use serde_json::json;

use super::{drain::Phase, state::State};

/// Which installation answers: so one who asks its public address knows where that leads.
pub const INSTALLATION_HEADER: &str = "connect-ui-installation";

/// The process serves.
pub async fn health(state: Data<State>) -> HttpResponse {
    let installation = (INSTALLATION_HEADER, state.installation.as_str());
    HttpResponse::Ok().insert_header(installation).json(json!({ "result": "ok" }))
}

/// The database answers.
pub async fn ready(state: Data<State>) -> HttpResponse {
    if state.drain.phase() != Phase::Serving {
        return HttpResponse::ServiceUnavailable()
            .json(json!({ "result": "not ready", "server": "stopping" }));
    }
    match state.services.db.ping().await {
        Ok(()) => HttpResponse::Ok().json(json!({ "result": "ok" })),
        Err(_) => {
            HttpResponse::ServiceUnavailable().json(json!({ "result": "not ready", "database": "no answer" }))
        }
    }
}
