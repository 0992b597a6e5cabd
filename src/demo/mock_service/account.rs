//! `GET /api/me`: whose credential it is, whatever kind of credential.
//!
//! API keys and passwords: whatever begins with `demo-` is right; some values are refused on purpose, to show every kind
//! of answer. Tokens are right as long as [`super::tokens`] says so.

use std::time::Duration;

use actix_web::{HttpRequest, HttpResponse, http::header, web::Data};
use serde_json::{Value, json};

use super::{Service, client_authentication::basic, oauth1, person::Person, tokens::Grant};

/// What the service makes of a credential.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Verdict {
    Accepted,
    AcceptedLate,
    Token(Grant),
    Refused,
    Forbidden,
    Broken,
}

impl Verdict {
    fn on(secret: Option<&str>, service: &Service) -> Self {
        match secret {
            Some("demo-forbidden") => Self::Forbidden,
            Some("demo-broken") => Self::Broken,
            Some("demo-slow") => Self::AcceptedLate,
            Some(secret) if secret.starts_with("demo-") => Self::Accepted,
            Some(token) => service.tokens.grant(token).map_or(Self::Refused, Self::Token),
            None => Self::Refused,
        }
    }

    async fn answer(self) -> HttpResponse {
        match self {
            Self::Accepted => HttpResponse::Ok().json(about(Person::Alice)),
            Self::AcceptedLate => {
                actix_web::rt::time::sleep(Duration::from_secs(3)).await;
                HttpResponse::Ok().json(about(Person::Alice))
            }
            Self::Token(grant) => HttpResponse::Ok().json(about_grant(&grant)),
            Self::Refused => HttpResponse::Unauthorized()
                .insert_header((header::WWW_AUTHENTICATE, "Bearer error=\"invalid_token\""))
                .json(json!({ "error": "unknown credentials" })),
            Self::Forbidden => HttpResponse::Forbidden().json(json!({ "error": "not allowed to read this" })),
            Self::Broken => HttpResponse::InternalServerError().body("the service broke down"),
        }
    }
}

pub(super) async fn me(service: Data<Service>, request: HttpRequest) -> HttpResponse {
    if oauth1::is_signed(&request) {
        return oauth1::grant(&service, &request).map_or(Verdict::Refused, Verdict::Token).answer().await;
    }
    Verdict::on(secret_of(&request).as_deref(), &service).answer().await
}

fn about(person: Person) -> Value {
    json!({ "id": person.id(), "name": person.name(), "email": person.email() })
}

fn about_grant(grant: &Grant) -> Value {
    let mut body = grant.person.map_or_else(|| json!({}), about);
    body["client_id"] = json!(grant.client_id);
    body["scope"] = json!(grant.scope);
    body
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
    let (user, password) = basic(request)?;
    password.filter(|_| !user.is_empty())
}
