//! The parts of a call that somebody else wrote, placed by a definition: its address, its headers, what joins its body.

use percent_encoding::percent_decode_str;
use secrecy::SecretString;
use serde_json::Value as Json;
use url::{Position, Url};
use zeroize::Zeroizing;

use super::{
    Context, PlacementError, RequestFacts,
    authority::Authority,
    body, headers, parameters,
    renderer::Renderer,
    request::place_query,
    template::{self, Mode},
    url::{Base, BuiltUrl, ValueEncoding, choose_base_url},
    url_parts::Values,
};

/// What a call's path is put below.
#[derive(Clone, Copy, Debug)]
pub enum BaseUrl<'a> {
    /// What a definition says.
    Template(&'a str),
    /// What whoever calls has written himself: no template, and its port is meant.
    Written(&'a Url),
}

/// The address of a call: the endpoint as it was written, below the base, with the definition's parameters set.
pub fn address(
    base: BaseUrl<'_>,
    endpoint: &str,
    query: &[(String, String)],
    context: Context<'_>,
) -> Result<BuiltUrl, PlacementError> {
    let values = Values { renderer: Renderer::new(context, Mode::Path), encoding: ValueEncoding::Path };
    let (mut base, port) = match base {
        BaseUrl::Template(template) => {
            let base = values.base(&template::parse(choose_base_url(template, context), Mode::Path))?;
            (base, None)
        }
        BaseUrl::Written(url) => (written(url), url.port()),
    };
    let length = base.text.trim_end_matches('/').len();
    base.text.truncate(length);
    let endpoint = endpoint.trim_start_matches('/');
    let below = endpoint.strip_prefix(base.text.as_str());
    let endpoint = below.filter(|rest| rest.is_empty() || rest.starts_with(['/', '?'])).unwrap_or(endpoint);
    if endpoint.starts_with("https://") || endpoint.starts_with("http://") {
        return Err(PlacementError::ForeignEndpoint);
    }
    let endpoint = filled(endpoint, &values)?;
    let mut built = base.finish(&Zeroizing::new(format!("/{}", endpoint.trim_start_matches('/'))))?;
    built.definition_port = built.definition_port.or(port);
    place_query(&mut built.url, query, context);
    Ok(built)
}

fn written(url: &Url) -> Base {
    Base { text: Zeroizing::new(url[..Position::AfterPath].to_owned()), authority: Authority::default() }
}

/// Callers may name values of the connection's configuration, and nothing else: `${connectionConfig.accountId}`. On its
/// way here the braces may have been percent-encoded.
fn filled(endpoint: &str, values: &Values<'_>) -> Result<Zeroizing<String>, PlacementError> {
    let encoded =
        ["$%7B", "$%7b"].iter().any(|start| endpoint.contains(&format!("{start}connectionConfig.")));
    if !encoded && !endpoint.contains("${connectionConfig.") {
        return Ok(Zeroizing::new(endpoint.to_owned()));
    }
    let mut text = Zeroizing::new(String::new());
    let mut rest = endpoint;
    while let Some((before, name, after)) = placeholder(rest) {
        text.push_str(before);
        let template = format!("${{connectionConfig.{}}}", percent_decode_str(name).decode_utf8_lossy());
        let nodes = template::parse(&template, Mode::Path);
        values.require_all(&nodes)?;
        text.push_str(&values.tail(&nodes)?);
        rest = after;
    }
    text.push_str(rest);
    Ok(text)
}

/// The text before the next placeholder, its name below `connectionConfig`, and the text behind it.
fn placeholder(text: &str) -> Option<(&str, &str, &str)> {
    const STARTS: [&str; 3] = ["${connectionConfig.", "$%7BconnectionConfig.", "$%7bconnectionConfig."];
    let (start, length) = STARTS.iter().filter_map(|start| Some((text.find(start)?, start.len()))).min()?;
    let (before, inside) = (&text[..start], &text[start + length..]);
    let (end, length) =
        ["}", "%7D", "%7d"].iter().filter_map(|end| Some((inside.find(end)?, end.len()))).min()?;
    Some((before, &inside[..end], &inside[end + length..]))
}

/// A definition's headers by lower-case name, filled.
#[must_use]
pub fn call_headers<'t>(
    templates: impl IntoIterator<Item = (&'t str, &'t str)>,
    context: Context<'_>,
) -> Vec<(String, SecretString)> {
    headers::fill(templates, context)
}

/// What a definition adds to a body, filled; nothing where no value of it is there.
#[must_use]
pub fn call_body(data: &Json, context: Context<'_>) -> Option<Json> {
    body::fill(data, context)
}

/// What headers may sign of a call.
#[must_use]
pub fn call_facts(method: &str, url: &Url, endpoint: &str, content_type: &str, body: &str) -> RequestFacts {
    let host = url.host_str().unwrap_or_default();
    let is_form = content_type.starts_with("application/x-www-form-urlencoded");
    let text = Zeroizing::new(body.to_owned());
    RequestFacts {
        method: method.to_owned(),
        host: url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}")),
        path: url.path().to_owned(),
        endpoint: endpoint.to_owned(),
        content_type: content_type.to_owned(),
        url_canonical_params: parameters::canonical(url.query().unwrap_or_default()),
        body_canonical_params: if is_form { parameters::canonical(body) } else { text.clone() },
        body: text,
    }
}

/// Whether a header template signs the body, so that it must be known before it is sent.
#[must_use]
pub fn signs_body(template: &str) -> bool {
    ["bodyCanonicalParams", "${params", "awsSigV4("].iter().any(|fact| template.contains(fact))
}
