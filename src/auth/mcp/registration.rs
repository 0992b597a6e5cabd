//! Becoming a client: dynamic registration (RFC 7591), or a metadata document that the server fetches.

use serde_json::{Value, json};
use url::Url;

use crate::{
    auth::{
        Introduction, OAuthClient, ServiceContext,
        oauth2::{BodyFormat, Client, Definition, TokenRequest},
        problem::{DefinitionProblem, ExchangeProblem},
    },
    provider::{Provider, interpolate::BuiltUrl},
};

/// Registers a client for a new integration whose definition says `client_registration: dynamic`; scopes are the
/// definition's.
pub async fn register_client(
    cx: ServiceContext<'_>,
    provider: &Provider,
    introduction: Introduction<'_>,
    redirect_uri: &str,
) -> Result<OAuthClient, ExchangeProblem> {
    let definition = Definition::of(provider)?;
    let raw = definition.raw();
    let endpoint = raw.registration_url.as_deref().ok_or(ExchangeProblem::NotOffered)?;
    let further = raw.registration_params.as_ref();
    let further = ["grant_types", "response_types"]
        .into_iter()
        .filter_map(|name| Some((name, further?.get(name)?.clone())))
        .collect::<Vec<_>>();
    let client = register(cx, endpoint, introduction.client_name, redirect_uri, further).await?;
    Ok(OAuthClient {
        client_id: client.id,
        client_secret: client.secret,
        scopes: raw.default_scopes.clone().unwrap_or_default(),
        webhook_secret: None,
    })
}

/// Registers at an endpoint.
pub(super) async fn register(
    cx: ServiceContext<'_>,
    endpoint: &str,
    client_name: &str,
    redirect_uri: &str,
    further: Vec<(&str, Value)>,
) -> Result<Client, ExchangeProblem> {
    let url = Url::parse(endpoint).map_err(|_| DefinitionProblem::Missing("registration_url"))?;
    let mut request = TokenRequest::new(BuiltUrl { url, definition_port: None }, BodyFormat::Json);
    request.set("redirect_uris", json!([redirect_uri]));
    request.set("token_endpoint_auth_method", "none");
    request.set("client_name", client_name);
    for (name, value) in further {
        request.set(name, value);
    }
    let answer = request.send(cx).await?;
    let text = |name: &str| answer.body.get(name).and_then(Value::as_str).unwrap_or_default();
    if text("client_id").is_empty() {
        return Err(answer.without_token());
    }
    Ok(Client { id: text("client_id").to_owned(), secret: text("client_secret").into() })
}

/// What a server reads where a client is the address of its metadata document (wire-protocol.md §4.4).
#[must_use]
pub fn client_metadata_document(
    address: &str,
    client_name: &str,
    client_uri: &str,
    logo_uri: Option<&str>,
    redirect_uri: &str,
) -> Value {
    let mut document = json!({
        "client_id": address,
        "client_name": client_name,
        "client_uri": client_uri,
        "redirect_uris": [redirect_uri],
        "grant_types": ["authorization_code", "refresh_token"],
        "response_types": ["code"],
        "token_endpoint_auth_method": "none",
    });
    if let Some(logo) = logo_uri {
        document["logo_uri"] = logo.into();
    }
    document
}
