//! The parts of a URL template, each filled by its own rules: scheme, authority, path, query.

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};
use url::Url;
use zeroize::Zeroizing;

use super::{
    authority::Authority,
    renderer::Renderer,
    template::{self, Node},
    url::{Base, UrlError, ValueEncoding},
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

    pub(super) fn any_present(&self, nodes: &[Node<'_>]) -> bool {
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
