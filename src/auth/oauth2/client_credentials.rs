//! `OAUTH2_CC`: client credentials (RFC 6749 §4.4, provider-format.md §2.4). Fetched the same way at first and ever after.

use indexmap::IndexMap;
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::{Value, json};

use super::{
    Answer, Client, ClientAuthentication, Definition, TokenRequest, at_path, client_assertion::Signer,
    metadata, token_response::expires_at,
};
use crate::{
    auth::{
        ClientCredentials, ClientIdentity, ConfigValue, ConnectionConfig, Credential, Grant, SecretJson,
        ServiceContext, Subject, pem, problem::ExchangeProblem, template::Templates,
    },
    clock::Timestamp,
    outbound::ClientCertificate,
    provider::interpolate::ValueEncoding,
};

/// How long a token is taken to hold where its service does not say, in minutes.
const LIFETIME: i64 = 55;
/// Where services put the token.
const TOKEN_PATHS: [&str; 3] = ["access_token", "data.token", "jwt"];

/// Fetches a token for a client that the end user typed in. `authorization_params` are the session's; they are kept
/// among the connection's values for renewals.
pub async fn fetch(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    client: ClientIdentity,
    authorization_params: &IndexMap<String, String>,
) -> Result<Grant, ExchangeProblem> {
    let definition = Definition::of(subject.provider)?;
    let mut config = subject.connection_config.clone();
    if !authorization_params.is_empty() {
        config.set("authorization_params", ConfigValue::from(json!(authorization_params)));
    }
    let scopes = scopes(subject, &definition);
    let request = request(cx, &definition, &config, &client, &scopes)?;
    let answer = request.send(cx).await?;
    let now = cx.clock.now();
    let token = token(&answer).ok_or_else(|| answer.without_token())?;
    let end = expires_at(&answer.body, millis_per_unit(&definition), now);
    if !scopes.is_empty() {
        config.set("oauth_scopes", scopes.join(",").as_str());
    }
    let below = metadata(&answer.body, definition.raw().token_response_metadata.as_ref());
    Ok(Grant {
        credential: credential(token, client, end.unwrap_or_else(|| now.plus_minutes(LIFETIME)), &answer),
        connection_config: config.over(below),
        granted_scopes: None,
    })
}

fn request(
    cx: ServiceContext<'_>,
    definition: &Definition,
    config: &ConnectionConfig,
    client: &ClientIdentity,
    scopes: &[String],
) -> Result<TokenRequest, ExchangeProblem> {
    let templates = Templates::new(&cx, config);
    let url = templates.url("token_url", definition.token_url()?, ValueEncoding::Component)?;
    let mut request = TokenRequest::new(url, definition.body_format()?);
    let how = match definition.client_authentication()? {
        ClientAuthentication::BasicAndBody => ClientAuthentication::Basic,
        how => how,
    };
    let speaker = Client { id: client.client_id.clone(), secret: client.client_secret.clone() };
    request.authenticate(&speaker, how);
    if how == ClientAuthentication::PrivateKeyJwt {
        let field = "client_private_key";
        let key = client.client_private_key.as_ref().ok_or(ExchangeProblem::BadKey(field))?;
        Signer { client_id: &client.client_id, key, field }.prove(cx, definition, &mut request)?;
    } else {
        request.certificate = certificate(client)?;
    }
    for (name, value) in templates.parameters(definition.raw().token_params.as_ref())? {
        request.set(&name, value);
    }
    if !scopes.is_empty() {
        request.set("scope", scopes.join(definition.scope_separator()));
    }
    if let Some(ConfigValue::Json(params)) = config.get("authorization_params") {
        for (name, value) in params.to_value().as_object().into_iter().flatten() {
            request.set(name, value.clone());
        }
    }
    Ok(request)
}

/// The form's scopes, else the integration's, else the definition's.
fn scopes(subject: &Subject<'_>, definition: &Definition) -> Vec<String> {
    let split = |text: &str| {
        let scopes = text.split([',', ' ']).map(str::trim).filter(|scope| !scope.is_empty());
        scopes.map(str::to_owned).collect::<Vec<_>>()
    };
    let typed = subject.connection_config.text("oauth_scopes").map(|text| split(text.expose_secret()));
    let own = || subject.owner.and_then(|owner| owner.oauth_client()).map(|own| own.scopes.clone());
    let default = || definition.raw().default_scopes.clone();
    typed.or_else(own).filter(|scopes| !scopes.is_empty()).or_else(default).unwrap_or_default()
}

/// What the client shows on connecting, where it typed in both halves.
pub fn certificate(client: &ClientIdentity) -> Result<Option<ClientCertificate>, ExchangeProblem> {
    let (Some(certificate), Some(key)) = (&client.client_certificate, &client.client_private_key) else {
        return Ok(None);
    };
    let normal =
        |text: &SecretString, label| SecretString::from(pem::wrapped(text.expose_secret(), label).as_str());
    let shown = ClientCertificate::from_pem(&normal(certificate, "CERTIFICATE"), &normal(key, "PRIVATE KEY"));
    shown.map(Some).map_err(|_| ExchangeProblem::BadKey("client certificate or its key"))
}

fn millis_per_unit(definition: &Definition) -> i64 {
    if definition.raw().expires_in_unit.as_deref() == Some("milliseconds") { 1 } else { 1000 }
}

fn token(answer: &Answer) -> Option<SecretString> {
    let texts = TOKEN_PATHS.iter().filter_map(|path| at_path(&answer.body, path).and_then(Value::as_str));
    texts.filter(|text| !text.is_empty()).map(SecretString::from).next()
}

fn credential(token: SecretString, client: ClientIdentity, end: Timestamp, answer: &Answer) -> Credential {
    let raw = SecretJson::new(&answer.body);
    Credential::OAuth2ClientCredentials(ClientCredentials { token, client, expires_at: Some(end), raw })
}
