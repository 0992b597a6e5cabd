//! What the token endpoints say: tokens, the standard's errors, or a fault.

use actix_web::{HttpResponse, HttpResponseBuilder, http::header};
use serde_json::{Value, json};

use super::{Service, client::Client, client_authentication::InvalidClient, faults::Fault, tokens::Issued};

pub(super) fn tokens(issued: &Issued) -> HttpResponse {
    let mut body = json!({
        "access_token": issued.access_token,
        "token_type": "Bearer",
        "scope": issued.scope,
    });
    if let Some(seconds) = issued.expires_in {
        body["expires_in"] = json!(seconds);
    }
    if let Some(token) = &issued.refresh_token {
        body["refresh_token"] = json!(token);
    }
    answer(HttpResponse::Ok(), &body)
}

pub(super) fn error(code: &str, description: &str) -> HttpResponse {
    answer(HttpResponse::BadRequest(), &json!({ "error": code, "error_description": description }))
}

pub(super) fn invalid_client(problem: InvalidClient) -> HttpResponse {
    let mut response = HttpResponse::Unauthorized();
    if problem.by_header {
        response.insert_header((header::WWW_AUTHENTICATE, "Basic realm=\"mock\""));
    }
    let description = "no such client, or not its secret";
    answer(response, &json!({ "error": "invalid_client", "error_description": description }))
}

/// What a token endpoint does with this client instead of answering, if anything; a slow one answers afterwards.
pub(super) async fn fault(service: &Service, client: &Client) -> Option<HttpResponse> {
    match client.fault? {
        Fault::Slow => {
            actix_web::rt::time::sleep(service.slow).await;
            None
        }
        Fault::BadJson => {
            Some(HttpResponse::Ok().content_type("application/json").body("{\"access_token\": \"access-"))
        }
        Fault::ServerError => {
            let body = "<!doctype html><title>500</title><h1>The service broke down</h1>";
            Some(HttpResponse::InternalServerError().content_type("text/html").body(body))
        }
        _ => None,
    }
}

fn answer(mut response: HttpResponseBuilder, body: &Value) -> HttpResponse {
    response
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::PRAGMA, "no-cache"))
        .json(body)
}
