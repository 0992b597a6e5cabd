//! `MCP_OAUTH2_GENERIC`: discovery, a client, the code flow with PKCE and `resource`, renewal from what was kept.

use secrecy::{ExposeSecret as _, SecretString};
use serde_json::{Value, json};
use url::Url;

use super::{
    McpServer, PendingMcp,
    discovery::{DiscoveryProblem, discover},
    pending::{client_from_wire, client_to_wire},
    registration::register,
};
use crate::{
    auth::{
        ConfigValue, ConnectionConfig, Credential, Grant, OAuth2Token, SecretJson, ServiceContext, Subject,
        oauth2::{
            Answer, BodyFormat, Client, ClientAuthentication, TokenRequest, Tokens, arrival::check_issuer,
            challenge, new_verifier,
        },
        problem::{DefinitionProblem, ExchangeProblem},
        redirect::{
            Arrival, Departing, Departure, DepartureProblem, Pending, ProviderError, ReturnProblem, Returning,
        },
    },
    provider::interpolate::{BuiltUrl, UrlError},
};

const SERVER_URL: &str = "mcp_server_url";
const SERVER: &str = "authorization_server_metadata";
const CLIENT: &str = "oauth_client_information";
/// The owner's word that servers which do not name themselves are good enough (`custom`).
const ALLOW_UNNAMED: &str = "allow_missing_issuer";

/// Asks the server how, becomes its client, and sends the person there.
pub async fn depart(cx: ServiceContext<'_>, departing: Departing<'_>) -> Result<Departure, DepartureProblem> {
    let subject = departing.subject;
    let address = subject.connection_config.text(SERVER_URL);
    let address = address.ok_or_else(|| DefinitionProblem::Unresolved(vec![SERVER_URL.to_owned()]))?;
    let server = discover(cx, address.expose_secret()).await?;
    let client = client(cx, &subject, &server).await?;
    let code_verifier = new_verifier(cx.random);
    let url = consent_page(&departing, &server, &client, &challenge(&code_verifier))?;
    let pending = Pending::McpGeneric(PendingMcp { code_verifier, server, client });
    Ok(Departure { url: SecretString::from(url), pending })
}

/// Our metadata document where the server takes it, else a new registration.
async fn client(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    server: &McpServer,
) -> Result<Client, DepartureProblem> {
    let introduction = subject.introduction;
    let document = introduction.client_metadata_url.filter(|url| url.starts_with("https://"));
    if let Some(url) = document.filter(|_| server.takes_metadata_documents) {
        return Ok(Client { id: url.to_owned(), secret: SecretString::default() });
    }
    let endpoint = server.registration_endpoint.as_deref();
    let endpoint = endpoint.ok_or_else(|| DiscoveryProblem::NoRegistration(server.issuer.clone()))?;
    let further = vec![
        ("grant_types", json!(["authorization_code", "refresh_token"])),
        ("response_types", json!(["code"])),
    ];
    register(cx, endpoint, introduction.client_name, subject.redirect_uri, further)
        .await
        .map_err(DepartureProblem::Registration)
}

fn consent_page(
    departing: &Departing<'_>,
    server: &McpServer,
    client: &Client,
    challenge: &str,
) -> Result<String, DefinitionProblem> {
    let invalid = |_| DefinitionProblem::Url { key: "authorization_endpoint", problem: UrlError::Invalid };
    let mut url = Url::parse(&server.authorization_endpoint).map_err(invalid)?;
    let scopes = departing.scopes.unwrap_or(&server.scopes).join(" ");
    let mut query = url.query_pairs_mut();
    query.append_pair("response_type", "code");
    query.append_pair("client_id", &client.id);
    query.append_pair("redirect_uri", departing.subject.redirect_uri);
    if !scopes.is_empty() {
        query.append_pair("scope", &scopes);
    }
    query.append_pair("state", departing.state);
    query.append_pair("code_challenge", challenge);
    query.append_pair("code_challenge_method", "S256");
    query.append_pair("resource", &server.resource);
    drop(query);
    Ok(url.into())
}

/// The answer must say that it comes from the server that was asked: of servers that anybody may name, one could
/// otherwise collect the codes of another (RFC 9207).
pub async fn arrive(
    cx: ServiceContext<'_>,
    returning: Returning<'_>,
    pending: &PendingMcp,
) -> Result<Arrival, ReturnProblem> {
    let Returning { subject, query, .. } = returning;
    let PendingMcp { code_verifier, server, client } = pending;
    let may_be_unnamed =
        subject.custom.text(ALLOW_UNNAMED).is_some_and(|text| text.expose_secret() == "true");
    check_issuer(Some(&server.issuer), server.names_itself || !may_be_unnamed, query)?;
    let code = query.get("code").filter(|code| !code.is_empty());
    let code = code.ok_or_else(|| ReturnProblem::NoCode(ProviderError::of(query)))?;
    let mut request = request(&server.token_endpoint)?;
    request.set("grant_type", "authorization_code");
    request.set_secret("code", &SecretString::from(code.as_str()));
    request.set("redirect_uri", subject.redirect_uri);
    request.set_secret("code_verifier", code_verifier);
    let answer = finish(cx, request, server, client).await?;
    let mut config = subject.connection_config.clone();
    config.set(SERVER, ConfigValue::from(server.to_wire()));
    config.set(CLIENT, ConfigValue::from(client_to_wire(client)));
    Ok(Arrival::Connected(grant(cx, &answer, config, None)?))
}

/// Renews from what was kept.
pub async fn refresh(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    token: &OAuth2Token,
) -> Result<Grant, ExchangeProblem> {
    let missing = |name: &str| DefinitionProblem::Unresolved(vec![name.to_owned()]);
    let (server, client) = kept(subject).ok_or_else(|| missing(SERVER))?;
    let refresh_token = token.refresh_token.as_ref().ok_or_else(|| missing("refresh_token"))?;
    let mut request = request(&server.token_endpoint)?;
    request.set("grant_type", "refresh_token");
    request.set_secret("refresh_token", refresh_token);
    let answer = finish(cx, request, &server, &client).await?;
    grant(cx, &answer, subject.connection_config.clone(), Some(refresh_token))
}

/// Where a grant ends, and as whom, where the server offers that.
pub fn revocation(subject: &Subject<'_>) -> Option<(String, Client)> {
    let (server, client) = kept(subject)?;
    Some((server.revocation_endpoint?, client))
}

fn kept(subject: &Subject<'_>) -> Option<(McpServer, Client)> {
    let json = |name: &str| match subject.connection_config.get(name)? {
        ConfigValue::Json(json) => Some(json.to_value()),
        ConfigValue::Text(_) | ConfigValue::Flag(_) => None,
    };
    Some((McpServer::from_wire(&json(SERVER)?)?, client_from_wire(&json(CLIENT)?)?))
}

fn request(endpoint: &str) -> Result<TokenRequest, ExchangeProblem> {
    let url = Url::parse(endpoint).map_err(|_| DefinitionProblem::Missing("token_endpoint"))?;
    Ok(TokenRequest::new(BuiltUrl { url, definition_port: None }, BodyFormat::Form))
}

async fn finish(
    cx: ServiceContext<'_>,
    mut request: TokenRequest,
    server: &McpServer,
    client: &Client,
) -> Result<Answer, ExchangeProblem> {
    request.authenticate(client, ClientAuthentication::Body);
    request.set("resource", server.resource.as_str());
    request.send(cx).await
}

fn grant(
    cx: ServiceContext<'_>,
    answer: &Answer,
    connection_config: ConnectionConfig,
    old_refresh_token: Option<&SecretString>,
) -> Result<Grant, ExchangeProblem> {
    let tokens = Tokens::read(&answer.body, None, cx.clock.now()).ok_or_else(|| answer.without_token())?;
    let mut raw: Value = answer.body.clone();
    if let (None, Some(old)) = (&tokens.refresh_token, old_refresh_token) {
        raw["refresh_token"] = old.expose_secret().into();
    }
    let credential = Credential::OAuth2(OAuth2Token {
        access_token: tokens.access_token,
        refresh_token: tokens.refresh_token.or_else(|| old_refresh_token.cloned()),
        expires_at: tokens.expires_at,
        client_override: None,
        raw: SecretJson::new(&raw),
    });
    Ok(Grant { credential, connection_config, granted_scopes: tokens.scopes })
}
