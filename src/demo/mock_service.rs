//! The service that the demo's credentials are checked against: one account, refused and accepted by rule.
//!
//! Whatever begins with `demo-` is right; some values are refused on purpose, to show every kind of answer.

use std::{net::Ipv4Addr, time::Duration};

use actix_web::{
    App, HttpRequest, HttpResponse, HttpServer,
    dev::Server,
    http::header,
    web::{self, ServiceConfig},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::json;
use url::Url;

/// The mock service on a free port of its own.
pub struct MockService {
    /// Where it answers, for [`super::definitions::provider_file`] and for the outbound allow list.
    pub url: Url,
    /// To be awaited beside the product's own server.
    pub server: Server,
}

impl MockService {
    /// Listens on 127.0.0.1; answers as soon as the server is awaited.
    pub fn bind() -> std::io::Result<Self> {
        let server = HttpServer::new(|| App::new().configure(configure))
            .workers(1)
            .disable_signals()
            .bind((Ipv4Addr::LOCALHOST, 0))?;
        let url = super::host_page::loopback_url(&server.addrs())?;
        Ok(Self { url, server: server.run() })
    }
}

/// The routes, for a server that is not [`MockService`] (a test's).
pub fn configure(config: &mut ServiceConfig) {
    config
        .route("/api/me", web::get().to(me))
        .route("/sites/{site}/api/me", web::get().to(me_of_site))
        .route("/regions/{region}/api/me", web::get().to(me_of_region))
        .route("/public/holidays", web::get().to(async || web::Json(json!(["2027-01-01"]))))
        .route("/docs/{page}", web::get().to(documentation));
}

const SITES: &[&str] = &["acme", "globex"];
const REGIONS: &[&str] = &["eu", "us", "ap"];

/// What the service makes of a credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Accepted,
    AcceptedLate,
    Refused,
    Forbidden,
    Broken,
}

impl Verdict {
    fn on(secret: Option<&str>) -> Self {
        match secret {
            Some("demo-forbidden") => Self::Forbidden,
            Some("demo-broken") => Self::Broken,
            Some("demo-slow") => Self::AcceptedLate,
            Some(secret) if secret.starts_with("demo-") => Self::Accepted,
            _ => Self::Refused,
        }
    }

    async fn answer(self) -> HttpResponse {
        match self {
            Self::Accepted => HttpResponse::Ok().json(json!({ "id": 1, "name": "Alice Baker" })),
            Self::AcceptedLate => {
                actix_web::rt::time::sleep(Duration::from_secs(3)).await;
                HttpResponse::Ok().json(json!({ "id": 1, "name": "Alice Baker" }))
            }
            Self::Refused => HttpResponse::Unauthorized().json(json!({ "error": "unknown credentials" })),
            Self::Forbidden => HttpResponse::Forbidden().json(json!({ "error": "not allowed to read this" })),
            Self::Broken => HttpResponse::InternalServerError().body("the service broke down"),
        }
    }
}

async fn me(request: HttpRequest) -> HttpResponse {
    Verdict::on(secret_of(&request).as_deref()).answer().await
}

async fn me_of_site(site: web::Path<String>, request: HttpRequest) -> HttpResponse {
    me_of_known(SITES, &site, request).await
}

async fn me_of_region(region: web::Path<String>, request: HttpRequest) -> HttpResponse {
    me_of_known(REGIONS, &region, request).await
}

async fn me_of_known(known: &[&str], name: &str, request: HttpRequest) -> HttpResponse {
    if known.contains(&name) { me(request).await } else { HttpResponse::NotFound().body("nobody lives here") }
}

/// The key of `X-Api-Key` or of a bearer token, or the password of basic auth when there is a user name too.
fn secret_of(request: &HttpRequest) -> Option<String> {
    if let Some(key) = request.headers().get("x-api-key") {
        return key.to_str().ok().map(str::to_owned);
    }
    let authorization = request.headers().get(header::AUTHORIZATION)?.to_str().ok()?;
    if let Some(key) = authorization.strip_prefix("Bearer ") {
        return Some(key.to_owned());
    }
    let decoded = String::from_utf8(STANDARD.decode(authorization.strip_prefix("Basic ")?).ok()?).ok()?;
    let (user, password) = decoded.split_once(':')?;
    (!user.is_empty()).then(|| password.to_owned())
}

/// Where the documentation icons of the forms lead.
async fn documentation() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .body(include_str!("../../static/demo/docs.html"))
}

#[cfg(test)]
mod tests {
    use actix_web::{http::StatusCode, test};

    use super::*;

    async fn status(path: &str, header: (&str, &str)) -> StatusCode {
        let app = test::init_service(App::new().configure(configure)).await;
        let request = test::TestRequest::get().uri(path).insert_header(header).to_request();
        test::call_service(&app, request).await.status()
    }

    #[actix_web::test]
    async fn each_kind_of_credential_is_accepted_and_refused() {
        let basic = |pair: &str| format!("Basic {}", STANDARD.encode(pair));
        assert_eq!(status("/api/me", ("authorization", "Bearer demo-1")).await, StatusCode::OK);
        assert_eq!(status("/api/me", ("authorization", "Bearer wrong")).await, StatusCode::UNAUTHORIZED);
        assert_eq!(status("/api/me", ("x-api-key", "demo-forbidden")).await, StatusCode::FORBIDDEN);
        assert_eq!(status("/api/me", ("x-api-key", "demo-broken")).await, StatusCode::INTERNAL_SERVER_ERROR);
        assert_eq!(status("/api/me", ("authorization", &basic("alice:demo-1"))).await, StatusCode::OK);
        assert_eq!(status("/api/me", ("authorization", &basic(":demo-1"))).await, StatusCode::UNAUTHORIZED);
        assert_eq!(status("/api/me", ("accept", "*/*")).await, StatusCode::UNAUTHORIZED);
    }

    #[actix_web::test]
    async fn only_known_sites_and_regions_answer() {
        assert_eq!(status("/sites/acme/api/me", ("x-api-key", "demo-1")).await, StatusCode::OK);
        assert_eq!(status("/sites/nobody/api/me", ("x-api-key", "demo-1")).await, StatusCode::NOT_FOUND);
        assert_eq!(status("/regions/eu/api/me", ("x-api-key", "demo-1")).await, StatusCode::OK);
    }
}
