//! Revolut: the client proves itself by a JWT that it signs; what stands in the place of the secret is its key.

use serde_json::json;

use crate::auth::{
    oauth2::{Conversation, TokenRequest},
    problem::ExchangeProblem,
};

const AUDIENCE: &str = "https://revolut.com";
const MINUTES: i64 = 5;

/// Adds the assertion.
pub fn add(request: &mut TokenRequest, talk: &Conversation<'_>) -> Result<(), ExchangeProblem> {
    let host = url::Url::parse(talk.subject.redirect_uri).ok();
    let claims = json!({
        "iss": host.as_ref().and_then(url::Url::host_str).unwrap_or_default(),
        "sub": talk.client.id,
        "aud": AUDIENCE,
        "exp": talk.cx.clock.now().plus_minutes(MINUTES).0 / 1000,
    });
    talk.signer().attach(request, &claims)
}
