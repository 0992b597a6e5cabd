//! Revolut: the client proves itself by a JWT that it signs; what stands in the place of the secret is its key.

use serde_json::json;

use crate::auth::{
    jws::SigningKey,
    oauth2::{Conversation, TokenRequest},
    problem::ExchangeProblem,
};

const TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
const AUDIENCE: &str = "https://revolut.com";
const MINUTES: i64 = 5;

/// Adds the assertion.
pub fn add(request: &mut TokenRequest, talk: &Conversation<'_>) -> Result<(), ExchangeProblem> {
    let key = SigningKey::parse(&talk.client.secret);
    let key = key.map_err(|_| ExchangeProblem::BadKey("client secret (a private key)"))?;
    let host = url::Url::parse(talk.subject.redirect_uri).ok();
    let claims = json!({
        "iss": host.as_ref().and_then(url::Url::host_str).unwrap_or_default(),
        "sub": talk.client.id,
        "aud": AUDIENCE,
        "exp": talk.cx.clock.now().plus_minutes(MINUTES).0 / 1000,
    });
    let assertion = key.sign(&claims);
    let assertion = assertion.map_err(|_| ExchangeProblem::BadKey("client secret (a private key)"))?;
    request.set("client_assertion_type", TYPE);
    request.set_secret("client_assertion", &assertion);
    Ok(())
}
