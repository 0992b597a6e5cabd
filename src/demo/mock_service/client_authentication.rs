//! Which client speaks at the token endpoint (RFC 6749 §2.3): by the basic header, by the body, or by id alone where
//! it has no secret.

use actix_web::{HttpRequest, http::header};
use base64::{Engine, engine::general_purpose::STANDARD};
use percent_encoding::percent_decode_str;

use super::{
    client::{CLIENT_SECRET, Client},
    parameters::Parameters,
};

/// How the client named itself, since the answer to a wrong secret depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct InvalidClient {
    pub(super) by_header: bool,
}

pub(super) fn client(request: &HttpRequest, parameters: &Parameters) -> Result<Client, InvalidClient> {
    let by_header = request.headers().contains_key(header::AUTHORIZATION);
    let named = if by_header { basic(request) } else { in_body(parameters) };
    let (id, secret) = named.ok_or(InvalidClient { by_header })?;
    // Some clients say it twice; then both must say the same.
    let agrees = parameters.get("client_id").is_none_or(|other| other == id);
    let client = Client::find(&id).filter(|client| agrees && is_right(client, secret.as_deref()));
    client.ok_or(InvalidClient { by_header })
}

fn is_right(client: &Client, secret: Option<&str>) -> bool {
    if client.is_confidential { secret == Some(CLIENT_SECRET) } else { secret.is_none() }
}

fn in_body(parameters: &Parameters) -> Option<(String, Option<String>)> {
    let id = parameters.get("client_id")?.to_owned();
    Some((id, parameters.get("client_secret").map(str::to_owned)))
}

/// Id and secret of the header; both are form-encoded before (RFC 6749 §2.3.1).
pub(super) fn basic(request: &HttpRequest) -> Option<(String, Option<String>)> {
    let authorization = request.headers().get(header::AUTHORIZATION)?.to_str().ok()?;
    let decoded = STANDARD.decode(authorization.strip_prefix("Basic ")?).ok()?;
    let decoded = String::from_utf8(decoded).ok()?;
    let (id, secret) = decoded.split_once(':')?;
    let plain = |text: &str| percent_decode_str(text).decode_utf8().ok().map(std::borrow::Cow::into_owned);
    Some((plain(id)?, Some(plain(secret)?).filter(|secret| !secret.is_empty())))
}
