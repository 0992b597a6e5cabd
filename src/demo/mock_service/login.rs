//! `POST /session`: a user name and a password for a token, at a service that knows no OAuth.
//!
//! Passwords are as with [`super::account`]: whatever begins with `demo-` is right, `demo-broken` breaks the service,
//! `demo-silent` is refused with status 200, `demo-page` gets a page, `demo-huge` more than anybody would read,
//! and `demo-bomb` lists within lists that would fill whoever reads them.

use actix_web::{
    HttpRequest, HttpResponse,
    web::{Bytes, Data},
};
use serde_json::json;

use super::{
    Service,
    client::{CLIENT_ID, Client},
    parameters::Parameters,
    person::Person,
    tokens::Grant,
};

pub(super) async fn log_in(service: Data<Service>, request: HttpRequest, body: Bytes) -> HttpResponse {
    let Ok(parameters) = Parameters::read(&request, &body) else {
        return HttpResponse::BadRequest().json(json!({ "error": "unreadable" }));
    };
    let password = parameters.get("password").filter(|_| parameters.get("user").is_some());
    match password {
        Some("demo-broken") => HttpResponse::InternalServerError().body("the service broke down"),
        Some("demo-silent") => HttpResponse::Ok().json(json!({ "state": "not logged in" })),
        Some("demo-page") => {
            HttpResponse::Ok().content_type("text/html").body("<!doctype html><h1>Log in</h1>")
        }
        Some("demo-huge") => {
            HttpResponse::Ok().json(json!({ "session": { "token": "x".repeat(10_000_000) } }))
        }
        Some("demo-bomb") => HttpResponse::Ok().content_type("application/json").body("[".repeat(900_000)),
        Some(password) if password.starts_with("demo-") => session(&service),
        _ => HttpResponse::Unauthorized().json(json!({ "error": "wrong_password" })),
    }
}

fn session(service: &Service) -> HttpResponse {
    let Some(client) = Client::find(CLIENT_ID) else { return HttpResponse::InternalServerError().finish() };
    let grant = Grant { client_id: client.id.clone(), person: Some(Person::Alice), scope: String::new() };
    let issued = service.tokens.issue(&client, &grant, service.tokens.new_family());
    HttpResponse::Ok()
        .json(json!({ "session": { "token": issued.access_token, "seconds": issued.expires_in } }))
}
