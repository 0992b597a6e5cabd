//! Which address leads where.

use actix_web::{
    HttpResponse,
    guard::{Guard, GuardContext, fn_guard},
    web::{self, Data, ServiceConfig},
};
use serde_json::json;

use super::{Service, account, authorize, consent_page, control, login, metadata, oauth1, revoke, token};

const SITES: &[&str] = &["acme", "globex"];
const REGIONS: &[&str] = &["eu", "us", "ap"];

/// The routes, for a server that is not [`super::MockService`] (a test's).
pub fn configure(config: &mut ServiceConfig, service: Data<Service>) {
    config
        .app_data(service)
        .service(web::scope("/sites/{site}").guard(one_of(SITES)).configure(everything))
        .service(web::scope("/regions/{region}").guard(one_of(REGIONS)).configure(everything))
        .route("/.well-known/oauth-authorization-server", web::get().to(metadata::authorization_server))
        .route("/control/requests", web::get().to(control::requests))
        .route("/control/revoke", web::post().to(control::revoke))
        .route("/public/holidays", web::get().to(async || web::Json(json!(["2027-01-01"]))))
        .route("/docs/{page}", web::get().to(documentation))
        .route("/service.css", web::get().to(consent_page::style))
        .configure(everything);
}

fn everything(config: &mut ServiceConfig) {
    config
        .route("/api/me", web::get().to(account::me))
        .route("/session", web::post().to(login::log_in))
        .route("/oauth/authorize", web::get().to(authorize::show))
        .route("/oauth/authorize", web::post().to(authorize::decide))
        .route("/oauth/token", web::post().to(token::token))
        .route("/oauth/revoke", web::post().to(revoke::revoke))
        .route("/oauth1/request_token", web::post().to(oauth1::request_token))
        .route("/oauth1/authorize", web::get().to(oauth1::show))
        .route("/oauth1/authorize", web::post().to(oauth1::decide))
        .route("/oauth1/access_token", web::post().to(oauth1::access_token));
}

/// Nobody lives at an address whose second part is none of these.
fn one_of(known: &'static [&'static str]) -> impl Guard {
    fn_guard(move |context: &GuardContext<'_>| {
        context.head().uri.path().split('/').nth(2).is_some_and(|name| known.contains(&name))
    })
}

/// Where the documentation icons of the forms lead.
async fn documentation() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .body(include_str!("../../../static/demo/docs.html"))
}
