//! Where values go in a request: a definition's request template and its values in, a request out (§5.1 to §5.3).

use std::fmt;

use secrecy::SecretString;
use url::Url;
use zeroize::Zeroizing;

use super::{
    Context, RequestFacts, Scope, UrlError, body, headers, parameters, path,
    renderer::Renderer,
    template::{self, Mode},
    url::{BuiltUrl, ValueEncoding, choose_base_url},
    url_parts::Values,
};
use crate::{
    clock::Timestamp,
    outbound::{Method, OutboundRequest, RequestError},
};

/// A request as a definition writes it, placeholders and all.
#[derive(Clone, Debug)]
pub struct RequestTemplate {
    /// Base URL, perhaps with `||`.
    pub base_url: String,
    /// Path below the base; an absolute URL that begins with the base is as good.
    pub endpoint: String,
    /// Method.
    pub method: Method,
    /// Headers in any case; of the same name the later wins.
    pub headers: Vec<(String, String)>,
    /// Query parameters to set.
    pub query: Vec<(String, String)>,
    /// Body: sent as a form where the content type says so, else as JSON; a text goes as it is.
    pub data: Option<serde_json::Value>,
    /// Whether `Authorization: Basic` is sent where the headers name no other.
    pub default_basic: bool,
}

/// A request with all its values. Any part may hold a secret: only method and origin are printed.
#[derive(Clone)]
pub struct PlacedRequest {
    /// Method.
    pub method: Method,
    /// Address, query parameters included.
    pub url: Url,
    /// Headers by lower-case name, each once.
    pub headers: Vec<(String, SecretString)>,
    /// Body.
    pub body: Option<SecretString>,
    /// The port that the definition itself writes, if it writes one.
    pub definition_port: Option<u16>,
}

impl PlacedRequest {
    /// The call to make; an error names the header that HTTP cannot carry.
    pub fn into_outbound(self) -> Result<OutboundRequest, RequestError> {
        let mut request =
            OutboundRequest::new(self.method, self.url).with_definition_port(self.definition_port);
        for (name, value) in &self.headers {
            request = request.with_secret_header(name, value)?;
        }
        Ok(match self.body {
            Some(body) => request.with_body(&body),
            None => request,
        })
    }
}

impl fmt::Debug for PlacedRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PlacedRequest")
            .field("method", &self.method)
            .field("origin", &self.url.origin().ascii_serialization())
            .finish_non_exhaustive()
    }
}

/// Why no request came of a template.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlacementError {
    /// No URL came of base and endpoint.
    #[error(transparent)]
    Url(#[from] UrlError),
    /// The endpoint is a URL outside the base.
    #[error("the endpoint is not below the base URL")]
    ForeignEndpoint,
    /// The default `Authorization: Basic` has no user name to send.
    #[error("no value for credentials.username")]
    NoUserName,
}

/// Puts the values into the template.
pub fn place(
    template: &RequestTemplate,
    scope: &Scope,
    now: Timestamp,
    random: &str,
) -> Result<PlacedRequest, PlacementError> {
    let context = Context::new(scope, now, random);
    let BuiltUrl { mut url, definition_port } = place_url(template, context)?;
    place_query(&mut url, &template.query, context);
    let content_type = headers::content_type(&template.headers, context);
    let body = template.data.as_ref().and_then(|data| body::encode(data, &content_type, context));
    let facts = facts(template, &url, &content_type, body.as_ref(), context);
    let mut headers = headers::place(template, context.with_facts(&facts))?;
    if body.is_some() && content_type.is_empty() {
        headers.push(("content-type".to_owned(), SecretString::from("application/json")));
    }
    let body = body.map(|body| SecretString::from(body.text.as_str()));
    Ok(PlacedRequest { method: template.method.clone(), url, headers, body, definition_port })
}

/// Base without its last slash, one slash, endpoint without its first.
fn place_url(template: &RequestTemplate, context: Context<'_>) -> Result<BuiltUrl, PlacementError> {
    let chosen = choose_base_url(&template.base_url, context);
    let values = Values { renderer: Renderer::new(context, Mode::Path), encoding: ValueEncoding::Path };
    let mut base = values.base(&template::parse(chosen, Mode::Path))?;
    let length = base.text.trim_end_matches('/').len();
    base.text.truncate(length);

    let below = template.endpoint.strip_prefix(chosen.trim_end_matches('/'));
    let endpoint = below.unwrap_or(&template.endpoint);
    let nodes = template::parse(endpoint, Mode::Path);
    values.require_all(&nodes)?;
    let endpoint = values.tail(&nodes)?;
    let endpoint = endpoint.strip_prefix(base.text.as_str()).unwrap_or(&endpoint);
    if endpoint.starts_with("https://") || endpoint.starts_with("http://") {
        return Err(PlacementError::ForeignEndpoint);
    }
    let tail = Zeroizing::new(format!("/{}", endpoint.trim_start_matches('/')));
    Ok(base.finish(&tail)?)
}

/// Sets the parameters that have a value, in place of the endpoint's own of the same name.
pub(super) fn place_query(url: &mut Url, query: &[(String, String)], context: Context<'_>) {
    let set: Vec<_> = query
        .iter()
        .map(|(name, value)| (name, path(value, context)))
        .filter(|(_, value)| value.is_complete())
        .collect();
    if set.is_empty() {
        return;
    }
    let kept: Vec<(String, String)> = url
        .query_pairs()
        .filter(|(name, _)| set.iter().all(|(other, _)| *other != name))
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect();
    let mut pairs = url.query_pairs_mut();
    pairs.clear().extend_pairs(kept);
    for (name, value) in set {
        pairs.append_pair(name, value.as_str());
    }
}

fn facts(
    template: &RequestTemplate,
    url: &Url,
    content_type: &str,
    body: Option<&body::Body>,
    context: Context<'_>,
) -> RequestFacts {
    let host = url.host_str().unwrap_or_default();
    let text = body.map(|body| body.text.clone()).unwrap_or_default();
    RequestFacts {
        method: template.method.to_string(),
        host: url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}")),
        path: url.path().to_owned(),
        endpoint: path(&template.endpoint, context).as_str().to_owned(),
        content_type: content_type.to_owned(),
        url_canonical_params: parameters::canonical(url.query().unwrap_or_default()),
        body_canonical_params: match body {
            Some(body) if body.is_form => parameters::canonical(&text),
            _ => text.clone(),
        },
        body: text,
    }
}
