//! URLs from templates, built part by part: a value never leaves the part of the URL in which the template has it.

use std::fmt;

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use url::Url;
use zeroize::Zeroizing;

use super::{
    authority::Authority,
    context::Context,
    renderer::{Renderer, split_fallback},
    template::{self, Mode, Node},
};

/// What `encodeURIComponent` encodes.
const COMPONENT: AsciiSet = NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'!')
    .remove(b'~')
    .remove(b'*')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')');

/// What would end a path or change its meaning; slashes and ready-made escapes stay.
const PATH: AsciiSet = CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'\\')
    .add(b'`')
    .add(b'{')
    .add(b'}');

/// How a value is written into a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueEncoding {
    /// Like `encodeURIComponent`: authorization, token and refresh URLs.
    Component,
    /// Slashes stay: base URLs of API calls, endpoints, and URLs whose skip list names `base_url`.
    Path,
}

/// Why no URL came of a template.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UrlError {
    /// Placeholders without a value; an empty text is none.
    #[error("no value for {}", .0.join(", "))]
    Unresolved(Vec<String>),
    /// A value that cannot stand in the host of a URL.
    #[error("the value of {0} is no host name")]
    NotAHost(String),
    /// A value that must be a whole URL and is none.
    #[error("the value of {0} is no URL")]
    NotAUrl(String),
    /// A value that would leave its place in the path.
    #[error("the path would hold a '.' or '..' segment")]
    DotSegment,
    /// The result is no URL, or not on the host that the template says.
    #[error("the template makes no URL")]
    Invalid,
}

/// A URL made of a template. Its text may hold a secret, so only its origin is printed.
#[derive(Clone)]
pub struct BuiltUrl {
    /// The URL.
    pub url: Url,
    /// The port that the definition itself writes, if it writes one.
    pub definition_port: Option<u16>,
}

impl fmt::Debug for BuiltUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("BuiltUrl").field(&self.url.origin().ascii_serialization()).finish()
    }
}

/// The part of a base URL with `||` that applies: the first one if the first `connectionConfig` value that the
/// template names is there, else the second.
#[must_use]
pub fn choose_base_url<'t>(template: &'t str, context: Context<'_>) -> &'t str {
    let mut parts = template.split("||").map(str::trim);
    let (Some(first), Some(second), true) = (parts.next(), parts.next(), template.contains("${")) else {
        return template;
    };
    let Some((_, after)) = template.split_once("connectionConfig.") else {
        return second;
    };
    let end = after.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(after.len());
    let name = format!("connectionConfig.{}", &after[..end]);
    if context.scope.is_truthy(&name) { first } else { second }
}

/// The URL of a template: values percent-encoded, empty ones missing, `||` a fallback, the prefixes
/// `connectionConfig.` and `credentials.` optional.
pub fn make_url(template: &str, context: Context<'_>, encoding: ValueEncoding) -> Result<BuiltUrl, UrlError> {
    let nodes = template::parse(template, Mode::Path);
    let values = Values { renderer: Renderer::new(context, Mode::Path), encoding };
    let Some((left, right)) = split_fallback(&nodes) else {
        return values.base(&nodes)?.finish("");
    };
    let side = if values.any_present(&left) { left } else { right };
    values.base(&side)?.finish("")
}

/// A base URL as text, with what must still be true of it once a path was added.
pub(super) struct Base {
    pub text: Zeroizing<String>,
    authority: Authority,
}

impl Base {
    /// The URL of this base and the text that follows it.
    pub(super) fn finish(&self, tail: &str) -> Result<BuiltUrl, UrlError> {
        let text = Zeroizing::new(format!("{}{tail}", *self.text));
        refuse_dot_segments(&text)?;
        let url = Url::parse(&text).map_err(|_| UrlError::Invalid)?;
        if !self.authority.holds_for(&url) {
            return Err(UrlError::Invalid);
        }
        Ok(BuiltUrl { url, definition_port: self.authority.definition_port })
    }
}

/// Writes nodes into the parts of a URL.
#[derive(Clone, Copy)]
pub(super) struct Values<'a> {
    pub renderer: Renderer<'a>,
    pub encoding: ValueEncoding,
}

impl Values<'_> {
    /// A node's text; with the prefixes that URL templates may leave out, and empty ones missing.
    fn value(&self, node: &Node<'_>) -> Option<Zeroizing<String>> {
        let Node::Name(name) = node else {
            return self.renderer.value(node);
        };
        let bare = name.replace("connectionConfig.", "").replace("credentials.", "");
        let names =
            [(*name).to_owned(), format!("credentials.{bare}"), format!("connectionConfig.{bare}"), bare];
        names.iter().filter_map(|name| self.renderer.value(&Node::Name(name))).find(|text| !text.is_empty())
    }

    fn any_present(&self, nodes: &[Node<'_>]) -> bool {
        nodes.iter().any(|node| !matches!(node, Node::Text(_)) && self.value(node).is_some())
    }

    /// Everything up to the end of the template, which begins with a scheme or with a value that is a whole URL.
    pub(super) fn base(&self, nodes: &[Node<'_>]) -> Result<Base, UrlError> {
        self.require_all(nodes)?;
        let (mut text, authority, rest) = match nodes.first() {
            Some(Node::Text(text)) => self.literal_scheme(text, nodes)?,
            Some(node) => {
                let url = whole_url(&self.required(node)?).ok_or_else(|| UrlError::NotAUrl(name_of(node)))?;
                (url, Authority::default(), nodes[1..].to_vec())
            }
            None => return Err(UrlError::Invalid),
        };
        text.push_str(&self.tail(&rest)?);
        Ok(Base { text, authority })
    }

    fn literal_scheme<'t>(
        &self,
        first: &'t str,
        nodes: &[Node<'t>],
    ) -> Result<(Zeroizing<String>, Authority, Vec<Node<'t>>), UrlError> {
        let (scheme, after) = first.split_once("://").ok_or(UrlError::Invalid)?;
        let mut rest = vec![Node::Text(after)];
        rest.extend_from_slice(&nodes[1..]);
        let (in_host, tail) = split_at_path(&rest);
        let parts = in_host.iter().map(|node| Ok((is_text(node), name_of(node), self.required(node)?)));
        let parts = parts.collect::<Result<Vec<_>, UrlError>>()?;
        let (text, authority) = Authority::assemble(&parts)?;
        Ok((Zeroizing::new(format!("{scheme}://{}", *text)), authority, tail))
    }

    /// Path and query: every value encoded for the one in which it stands.
    pub(super) fn tail(&self, nodes: &[Node<'_>]) -> Result<Zeroizing<String>, UrlError> {
        let mut text = Zeroizing::new(String::new());
        let mut in_query = false;
        for node in nodes {
            let value = self.required(node)?;
            if is_text(node) {
                in_query |= value.contains('?');
                text.push_str(&value);
            } else {
                let set =
                    if in_query || self.encoding == ValueEncoding::Component { &COMPONENT } else { &PATH };
                text.push_str(&Zeroizing::new(utf8_percent_encode(&value, set).to_string()));
            }
        }
        Ok(text)
    }

    pub(super) fn require_all(&self, nodes: &[Node<'_>]) -> Result<(), UrlError> {
        let missing: Vec<String> =
            nodes.iter().filter(|node| self.value(node).is_none()).map(name_of).collect();
        if missing.is_empty() { Ok(()) } else { Err(UrlError::Unresolved(missing)) }
    }

    fn required(&self, node: &Node<'_>) -> Result<Zeroizing<String>, UrlError> {
        self.value(node).ok_or_else(|| UrlError::Unresolved(vec![name_of(node)]))
    }
}

fn is_text(node: &Node<'_>) -> bool {
    matches!(node, Node::Text(_))
}

fn name_of(node: &Node<'_>) -> String {
    match node {
        Node::Text(text) | Node::Name(text) | Node::Call { source: text, .. } => (*text).to_owned(),
    }
}

/// The nodes of the authority, and those from the first slash, question mark or hash of the template on.
fn split_at_path<'t>(nodes: &[Node<'t>]) -> (Vec<Node<'t>>, Vec<Node<'t>>) {
    let end = nodes.iter().enumerate().find_map(|(index, node)| match node {
        Node::Text(text) => text.find(['/', '?', '#']).map(|offset| (index, offset)),
        _ => None,
    });
    let (host, tail) = match end {
        Some((index, offset)) => template::cut(nodes, index, offset, 0),
        None => (nodes.to_vec(), Vec::new()),
    };
    (host.into_iter().filter(|node| *node != Node::Text("")).collect(), tail)
}

/// A value that is a whole URL: nothing in it but scheme, host, port and path.
fn whole_url(value: &str) -> Option<Zeroizing<String>> {
    let url = Url::parse(value).ok()?;
    let plain = matches!(url.scheme(), "https" | "http")
        && url.username().is_empty()
        && url.password().is_none()
        && url.query().is_none()
        && url.fragment().is_none();
    plain.then(|| Zeroizing::new(url.as_str().trim_end_matches('/').to_owned()))
}

/// The URL parser would resolve such segments, also encoded ones, and leave the path of the definition.
fn refuse_dot_segments(text: &str) -> Result<(), UrlError> {
    let path = text.split(['?', '#']).next().unwrap_or_default();
    let is_dot = |segment: &str| {
        let decoded = percent_decode_str(segment).decode_utf8_lossy();
        decoded == "." || decoded == ".."
    };
    if path.split(['/', '\\']).any(is_dot) { Err(UrlError::DotSegment) } else { Ok(()) }
}
