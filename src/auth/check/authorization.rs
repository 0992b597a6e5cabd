//! What proves the credential where the definition's headers name no authorization of their own (wire-protocol.md §7.3).

use secrecy::{ExposeSecret, SecretString};
use url::form_urlencoded;

use super::CheckFailure;
use crate::{
    auth::{ConnectionConfig, Credential, ServiceContext, tba},
    provider::interpolate::PlacedRequest,
};

/// Adds the default authorization of the credential's mode, or its signature.
pub(super) fn add(
    cx: ServiceContext<'_>,
    credential: &Credential,
    config: &ConnectionConfig,
    request: &mut PlacedRequest,
) -> Result<(), CheckFailure> {
    if request.headers.iter().any(|(name, _)| name == "authorization") {
        return Ok(());
    }
    let value = match credential {
        Credential::Jwt(jwt) => bearer(&jwt.token),
        Credential::Signature(token) => bearer(&token.token),
        Credential::Tba(token) => {
            let (method, form) = (request.method.as_str(), form(request));
            let signed = tba::authorization(cx, token, config, method, &request.url, &form);
            signed.map_err(|_| CheckFailure::NoRequest)?
        }
        _ => return Ok(()),
    };
    request.headers.push(("authorization".to_owned(), value));
    Ok(())
}

fn bearer(token: &SecretString) -> SecretString {
    SecretString::from(format!("Bearer {}", token.expose_secret()))
}

/// The parameters of a form in the body; any other body is not signed (RFC 5849 §3.4.1.3).
fn form(request: &PlacedRequest) -> Vec<(String, String)> {
    let is_form = request.headers.iter().any(|(name, value)| {
        name == "content-type" && value.expose_secret().starts_with("application/x-www-form-urlencoded")
    });
    let body = request.body.as_ref().filter(|_| is_form).map(ExposeSecret::expose_secret);
    form_urlencoded::parse(body.unwrap_or_default().as_bytes()).into_owned().collect()
}
