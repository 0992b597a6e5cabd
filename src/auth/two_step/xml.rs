//! Maps as XML and back (provider-format.md §2.5): names that begin with `$` are attributes on the way out, those of an
//! answer begin with `@_`.

use std::{borrow::Cow, fmt::Write as _};

use indexmap::IndexMap;
use roxmltree::{Document, Node, ParsingOptions};
use secrecy::SecretString;
use serde_json::{Map, Value};

/// An answer to a login has hundreds of nodes at most.
const MOST_NODES: u32 = 20_000;
/// Deeper answers are not meant for us; reading them would take a stack of that depth.
const DEEPEST: usize = 64;

/// Writes parameters; maps are elements, lists are elements of the same name.
pub fn write(parameters: &IndexMap<String, Value>) -> SecretString {
    let mut out = String::new();
    for (name, value) in parameters {
        write_element(&mut out, name, value);
    }
    out.into()
}

fn write_element(out: &mut String, name: &str, value: &Value) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| write_element(out, name, item)),
        Value::Object(members) => {
            let is_attribute = |(name, _): &(&String, &Value)| name.starts_with('$');
            let (attributes, children): (Vec<_>, Vec<_>) = members.iter().partition(is_attribute);
            let _ = write!(out, "<{name}");
            for (name, value) in attributes {
                let _ = write!(out, " {}=\"{}\"", &name[1..], attribute(&plain(value)));
            }
            out.push('>');
            children.into_iter().for_each(|(name, value)| write_element(out, name, value));
            let _ = write!(out, "</{name}>");
        }
        scalar => {
            let _ = write!(out, "<{name}>{}</{name}>", text(&plain(scalar)));
        }
    }
}

fn plain(value: &Value) -> Cow<'_, str> {
    match value {
        Value::String(text) => Cow::Borrowed(text),
        Value::Null => Cow::Borrowed(""),
        other => Cow::Owned(other.to_string()),
    }
}

/// A text as it stands between tags, in canonical form (XML-C14N §2.3).
pub fn text(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\r', "&#xD;")
}

/// A text as it stands in an attribute, in canonical form.
pub fn attribute(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    text.replace('\t', "&#x9;").replace('\n', "&#xA;").replace('\r', "&#xD;")
}

/// Reads an answer; one with a document type, or larger than any answer to a login, is none.
pub fn read(text: &str) -> Option<Value> {
    if is_deep(text) {
        return None;
    }
    let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).ok()?;
    let root = document.root_element();
    let mut map = Map::new();
    map.insert(root.tag_name().name().to_owned(), read_element(root));
    Some(Value::Object(map))
}

/// A bound on how deep elements can lie in each other, without reading them as XML.
fn is_deep(text: &str) -> bool {
    let (mut depth, mut deepest) = (0_usize, 0_usize);
    for piece in text.split('<').skip(1) {
        match piece.as_bytes().first() {
            Some(b'/') => depth = depth.saturating_sub(1),
            Some(b'?' | b'!') | None => {}
            Some(_) if piece.split('>').next().is_some_and(|tag| tag.ends_with('/')) => {}
            Some(_) => depth += 1,
        }
        deepest = deepest.max(depth);
    }
    deepest > DEEPEST
}

fn read_element(element: Node<'_, '_>) -> Value {
    let mut map = Map::new();
    for attribute in element.attributes() {
        map.insert(format!("@_{}", attribute.name()), attribute.value().into());
    }
    for child in element.children().filter(Node::is_element) {
        add(&mut map, child.tag_name().name(), read_element(child));
    }
    let text: String =
        element.children().filter_map(|child| child.text().filter(|_| child.is_text())).collect();
    let text = text.trim();
    if map.is_empty() {
        return text.into();
    }
    if !text.is_empty() {
        map.insert("#text".to_owned(), text.into());
    }
    Value::Object(map)
}

/// Elements of one name are a list.
fn add(map: &mut Map<String, Value>, name: &str, value: Value) {
    match map.get_mut(name) {
        None => {
            map.insert(name.to_owned(), value);
        }
        Some(Value::Array(items)) => items.push(value),
        Some(first) => {
            let first_value = first.take();
            *first = Value::Array(vec![first_value, value]);
        }
    }
}
