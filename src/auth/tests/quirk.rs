//! What single services do otherwise: the shape of each request, and what is made of each answer.

mod answers;
mod clients;
mod renewals;
mod second_tokens;

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use super::{
    client_credentials::verified,
    renew::{Freshness, RenewalProblem, ask, freshness},
    *,
};

const RAW_BASIC: &str = "Basic aWQ6MTpzJmNyZXQ=";
const REDIRECT: &str = "redirect_uri=https%3A%2F%2Fconnect.example%2Foauth%2Fcallback";

/// A definition of that key, with PKCE off unless `further` says otherwise.
async fn bench(key: &str, further: &str) -> Bench {
    let pkce = if further.contains("disable_pkce") { "" } else { "disable_pkce: true\n" };
    let text = format!(
        "auth_mode: OAUTH2
authorization_url: https://service.example/authorize
token_url: '{{service}}/token'
{pkce}{further}"
    );
    Bench::new(key, &text).await
}

fn tokens() -> Value {
    json!({ "access_token": "at", "refresh_token": "rt", "expires_in": 7200 })
}

async fn renewed(bench: &Bench) -> Grant {
    bench.renewed(&old_token(&json!({}))).await.unwrap()
}
