//! The three steps: a request token, the service's page, the access token.

use secrecy::{ExposeSecret as _, SecretString};
use serde_json::Value;
use url::Url;

use super::{OAuth1Signer, Occasion, PendingOAuth1, SignatureMethod};
use crate::{
    auth::{
        ClientOverride, Credential, Grant, SecretJson, ServiceContext,
        oauth2::{
            Answer, BodyFormat, Client, Definition, TokenRequest, arrival::callback_metadata, metadata,
            token_text,
        },
        problem::{DefinitionProblem, ExchangeProblem},
        redirect::{
            Arrival, Departing, Departure, DepartureProblem, Pending, ProviderError, ReturnProblem, Returning,
        },
        template::Templates,
    },
    provider::{
        interpolate::{BuiltUrl, UrlError, ValueEncoding},
        raw::Parameters,
    },
};

/// Fetches a request token and sends the person to the service's page with it.
pub async fn depart(cx: ServiceContext<'_>, departing: Departing<'_>) -> Result<Departure, DepartureProblem> {
    let subject = departing.subject;
    let definition = Definition::of(subject.provider)?;
    let templates = Templates::new(&cx, subject.connection_config);
    let client_override =
        departing.client_override.cloned().or_else(|| ClientOverride::of(subject.connection_config));
    let client = Client::of(&subject, client_override.as_ref())?;
    let page = templates.url(
        "authorization_url",
        definition.authorization_url()?,
        definition.authorization_encoding(),
    )?;
    let callback = callback(subject.redirect_uri, departing.state)?;

    let request_url = definition.raw().request_url.as_deref();
    let request_url = request_url.ok_or(DefinitionProblem::Missing("request_url"))?;
    let url = templates.url("request_url", request_url, ValueEncoding::Component)?;
    let own = [("oauth_callback", callback.as_str())];
    let signing = Signing { cx, definition: &definition, client: &client, token: None };
    let request = signing
        .request(url, &own, templates.parameters(definition.raw().request_params.as_ref())?)
        .map_err(DepartureProblem::RequestToken)?;
    let answer = request.send(cx).await.map_err(DepartureProblem::RequestToken)?;
    let (token, token_secret) = tokens(&answer).map_err(DepartureProblem::RequestToken)?;

    let url = consent_page(page.url, &departing, &definition, &templates, &token, &callback)?;
    let pending = Pending::OAuth1(PendingOAuth1 { token, token_secret, client_override });
    Ok(Departure { url, pending })
}

/// `<callback>?state=…`: OAuth 1 has no state of its own.
fn callback(redirect_uri: &str, state: &str) -> Result<String, DefinitionProblem> {
    let invalid = |_| DefinitionProblem::Url { key: "redirect_uri", problem: UrlError::Invalid };
    let mut url = Url::parse(redirect_uri).map_err(invalid)?;
    url.query_pairs_mut().append_pair("state", state);
    Ok(url.into())
}

fn consent_page(
    mut page: Url,
    departing: &Departing<'_>,
    definition: &Definition,
    templates: &Templates,
    token: &SecretString,
    callback: &str,
) -> Result<SecretString, DefinitionProblem> {
    let own = departing.subject.owner.and_then(|owner| owner.oauth_client());
    let scopes = departing.scopes.or_else(|| own.map(|own| own.scopes.as_slice())).unwrap_or_default();
    let further = templates.parameters(definition.raw().authorization_params.as_ref())?;
    let mut query = page.query_pairs_mut();
    query.append_pair("oauth_token", token.expose_secret());
    query.append_pair("scope", &scopes.join(definition.scope_separator()));
    for (name, value) in &further {
        query.append_pair(name, &text(value));
    }
    query.append_pair("oauth_callback", callback);
    drop(query);
    Ok(SecretString::from(String::from(page)))
}

/// Exchanges the request token for the access token.
pub async fn arrive(
    cx: ServiceContext<'_>,
    returning: Returning<'_>,
    pending: &PendingOAuth1,
) -> Result<Arrival, ReturnProblem> {
    let Returning { subject, query, .. } = returning;
    let said = |name: &str| query.get(name).filter(|text| !text.is_empty());
    let (Some(token), Some(verifier)) = (said("oauth_token"), said("oauth_verifier")) else {
        return Err(ReturnProblem::NoCode(ProviderError::of(query)));
    };
    if token != pending.token.expose_secret() {
        return Err(ReturnProblem::Mismatch);
    }
    let definition = Definition::of(subject.provider).map_err(ExchangeProblem::from)?;
    let templates = Templates::new(&cx, subject.connection_config);
    let client = Client::of(&subject, pending.client_override.as_ref()).map_err(ExchangeProblem::from)?;
    let url =
        definition.token_url().and_then(|url| templates.url("token_url", url, ValueEncoding::Component));
    let url = url.map_err(ExchangeProblem::from)?;
    let signing = Signing { cx, definition: &definition, client: &client, token: Some(pending) };
    let own = [("oauth_verifier", verifier.as_str())];
    let further =
        templates.parameters(definition.raw().token_params.as_ref()).map_err(ExchangeProblem::from)?;
    let answer = signing.request(url, &own, further)?.send(cx).await?;
    let (token, token_secret) = tokens(&answer)?;
    let below = callback_metadata(&definition, query)
        .over(metadata(&answer.body, definition.raw().token_response_metadata.as_ref()));
    let mut connection_config = subject.connection_config.over(below);
    ClientOverride::strip(&mut connection_config);
    let credential = Credential::OAuth1 { token, token_secret, raw: SecretJson::new(&answer.body) };
    Ok(Arrival::Connected(Grant { credential, connection_config, granted_scopes: None }))
}

/// Who signs, and with what.
struct Signing<'a> {
    cx: ServiceContext<'a>,
    definition: &'a Definition,
    client: &'a Client,
    token: Option<&'a PendingOAuth1>,
}

impl Signing<'_> {
    /// A signed `POST`: the protocol's parameters in the header, the definition's in the form.
    fn request(
        &self,
        url: BuiltUrl,
        own: &[(&str, &str)],
        further: Parameters,
    ) -> Result<TokenRequest, ExchangeProblem> {
        let method = SignatureMethod::parse(self.definition.raw().signature_method.as_deref());
        let method = method.ok_or(DefinitionProblem::Unknown("signature_method"))?;
        let signer = OAuth1Signer {
            client_id: &self.client.id,
            client_secret: &self.client.secret,
            token: self.token.map(|pending| (&pending.token, &pending.token_secret)),
            method,
            realm: None,
        };
        let form: Vec<(String, String)> =
            further.iter().map(|(name, value)| (name.clone(), text(value))).collect();
        let header = signer.authorization(&Occasion::now(self.cx), "POST", &url.url, own, &form);

        let mut request = TokenRequest::new(url, BodyFormat::Form);
        request.header("accept", "*/*");
        request.header("authorization", header);
        request.secrets.push(self.client.secret.clone());
        request.secrets.extend(self.token.map(|pending| pending.token_secret.clone()));
        request.parameters = further;
        Ok(request)
    }
}

fn tokens(answer: &Answer) -> Result<(SecretString, SecretString), ExchangeProblem> {
    let both = (token_text(&answer.body, "oauth_token"), token_text(&answer.body, "oauth_token_secret"));
    match both {
        (Some(token), Some(secret)) => Ok((token, secret)),
        _ => Err(answer.without_token()),
    }
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
