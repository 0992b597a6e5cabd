//! For tests that run in another process than the mock service: what was asked of it, and an owner who changes their mind.

use std::sync::atomic::{AtomicUsize, Ordering};

use actix_web::{
    HttpResponse,
    web::{Data, Json},
};
use serde_json::{Value, json};

use super::Service;

/// How often each grant was asked for by a client that could prove who it is.
#[derive(Debug, Default)]
pub(super) struct Counts {
    authorization_code: AtomicUsize,
    refresh_token: AtomicUsize,
    client_credentials: AtomicUsize,
    revocations: AtomicUsize,
}

impl Counts {
    pub(super) fn token(&self, grant_type: &str) {
        let count = match grant_type {
            "authorization_code" => &self.authorization_code,
            "refresh_token" => &self.refresh_token,
            "client_credentials" => &self.client_credentials,
            _ => return,
        };
        count.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn revocation(&self) {
        self.revocations.fetch_add(1, Ordering::Relaxed);
    }
}

impl Service {
    /// What `GET /control/requests` answers: a number for each grant type, and `revocations`.
    #[must_use]
    pub fn requests(&self) -> Value {
        let read = |count: &AtomicUsize| count.load(Ordering::Relaxed);
        json!({
            "authorization_code": read(&self.counts.authorization_code),
            "refresh_token": read(&self.counts.refresh_token),
            "client_credentials": read(&self.counts.client_credentials),
            "revocations": read(&self.counts.revocations),
        })
    }

    /// Ends every token that was handed out, as if its owner had removed the application.
    pub fn revoke_everything(&self) {
        self.tokens.end_all();
        self.oauth1.end_all();
    }
}

pub(super) async fn requests(service: Data<Service>) -> Json<Value> {
    Json(service.requests())
}

pub(super) async fn revoke(service: Data<Service>) -> HttpResponse {
    service.revoke_everything();
    HttpResponse::NoContent().finish()
}
