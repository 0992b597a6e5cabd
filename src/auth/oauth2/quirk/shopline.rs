//! Shopline: requests signed with the client's secret.

use hmac::{Hmac, KeyInit as _, Mac as _};
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::json;
use sha2::Sha256;

use super::exchange::keep;
use crate::auth::oauth2::{BodyFormat, Conversation, TokenRequest};

/// JSON with the code alone, signed together with the time.
pub fn shape_exchange(request: &mut TokenRequest, talk: &Conversation<'_>, code: &SecretString) {
    keep(request, &[]);
    request.set_secret("code", code);
    let body = json!({ "code": code.expose_secret() }).to_string();
    sign(request, talk, &body);
}

/// Nothing but the time, signed.
pub fn shape_refresh(request: &mut TokenRequest, talk: &Conversation<'_>) {
    keep(request, &[]);
    request.format = BodyFormat::Query;
    sign(request, talk, "");
}

fn sign(request: &mut TokenRequest, talk: &Conversation<'_>, body: &str) {
    let timestamp = talk.cx.clock.now().0.to_string();
    request.secrets.push(talk.client.secret.clone());
    if let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(talk.client.secret.expose_secret().as_bytes()) {
        mac.update(body.as_bytes());
        mac.update(timestamp.as_bytes());
        request.header("sign", hex::encode(mac.finalize().into_bytes()));
    }
    request.header("appkey", talk.client.id.as_str());
    request.header("timestamp", timestamp);
}
