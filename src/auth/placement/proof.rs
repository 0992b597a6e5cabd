//! What a mode itself does to a call, before its definition says anything: a header, or a signature made last, over all
//! the rest (wire-protocol.md §7.3).
//!
//! A mode that signs has a variant here: `of` picks it, `signs_body` says whether it reads the body, `sign` makes it.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use secrecy::{ExposeSecret as _, SecretString};
use url::{Url, form_urlencoded};
use zeroize::Zeroizing;

use super::{ApiCall, CallBody, PlacementProblem, headers};
use crate::{
    auth::{Credential, OAuthClient, ServiceContext, oauth1},
    outbound::HeaderMap,
    provider::Provider,
};

/// What a mode does to a call.
pub(super) enum Proof<'a> {
    /// Nothing: the definition's templates say where the key goes.
    Templates,
    /// An `Authorization` header.
    Header(SecretString),
    /// RFC 5849.
    OAuth1 { client: &'a OAuthClient, token: &'a SecretString, token_secret: &'a SecretString },
}

impl<'a> Proof<'a> {
    pub(super) fn of(call: &ApiCall<'a>) -> Result<Self, PlacementProblem> {
        Ok(match call.credential {
            Credential::ApiKey { .. } | Credential::Unauthenticated => Self::Templates,
            Credential::Basic { username, password } => Self::Header(basic(username, password)),
            Credential::OAuth2(token) => Self::Header(bearer(&token.access_token)),
            Credential::OAuth2ClientCredentials(credentials) => Self::Header(bearer(&credentials.token)),
            Credential::App(token) => Self::Header(bearer(&token.access_token)),
            Credential::Jwt(jwt) => Self::Header(bearer(&jwt.token)),
            Credential::TwoStep(_) if places_token(call.provider) => Self::Templates,
            Credential::TwoStep(credential) => Self::Header(bearer(&credential.token)),
            Credential::Signature(credential) => Self::Header(bearer(&credential.token)),
            Credential::Tba(_) | Credential::Bill(_) | Credential::AwsSigV4(_) => Self::Templates,
            Credential::OAuth2Pending => return Err(PlacementProblem::NotYet),
            Credential::OAuth1 { token, token_secret, .. } => {
                let client = call.owner.and_then(|owner| owner.oauth_client());
                Self::OAuth1 { client: client.ok_or(PlacementProblem::NoClient)?, token, token_secret }
            }
        })
    }

    /// Whether a credential's proof reads the body.
    pub(super) const fn signs_body(credential: &Credential) -> bool {
        // Of a form, each parameter is signed (RFC 5849 §3.4.1.3).
        matches!(credential, Credential::OAuth1 { .. })
    }

    /// Signs the call, unless the caller has brought an authorization of his own.
    pub(super) fn sign(
        &self,
        cx: &ServiceContext<'_>,
        call: &ApiCall<'_>,
        url: &Url,
        to: &mut HeaderMap,
        body: &CallBody,
    ) -> Result<(), PlacementProblem> {
        match self {
            Self::OAuth1 { client, token, token_secret } if !to.contains_key("authorization") => {
                let signed = oauth1::SignedCall {
                    client,
                    token,
                    token_secret,
                    method: call.method.as_str(),
                    url,
                    form: form(to, body),
                };
                let header = oauth1::authorization(cx, call.provider, signed);
                headers::set(to, "authorization", &header.ok_or(PlacementProblem::Signature)?)
            }
            Self::Templates | Self::Header(_) | Self::OAuth1 { .. } => Ok(()),
        }
    }
}

/// Whether the definition itself says where a login's token or cookies go (provider-format.md §2.5).
fn places_token(provider: &Provider) -> bool {
    let headers = &provider.proxy.headers;
    headers.iter().any(|(name, text)| {
        text.contains("${accessToken}") || name == "cookie" && text.contains("${credentials._cookies}")
    })
}

/// The parameters of a form; any other body has none.
fn form(headers: &HeaderMap, body: &CallBody) -> Vec<(String, String)> {
    let kind = headers.get("content-type").and_then(|value| value.to_str().ok());
    if !kind.is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded")) {
        return Vec::new();
    }
    form_urlencoded::parse(body.text().as_bytes()).into_owned().collect()
}

fn bearer(token: &SecretString) -> SecretString {
    SecretString::from(format!("Bearer {}", token.expose_secret()))
}

/// RFC 7617.
fn basic(username: &SecretString, password: &SecretString) -> SecretString {
    let pair = Zeroizing::new(format!("{}:{}", username.expose_secret(), password.expose_secret()));
    SecretString::from(format!("Basic {}", STANDARD.encode(pair.as_bytes())))
}
