//! Braintree: its OAuth endpoint speaks XML.

use serde_json::{Map, Value};

use crate::auth::oauth2::{Answer, BodyFormat, TokenRequest, answer::XML};

/// The parameters as elements of `credentials`.
pub fn shape(request: &mut TokenRequest) {
    request.parameters.retain(|name, _| ["grant_type", "code", "refresh_token"].contains(&name.as_str()));
    request.format = BodyFormat::Xml { root: "credentials" };
    request.header("accept", "application/xml");
    request.header("x-apiversion", "6");
    for name in ["grant_type", "refresh_token"] {
        super::exchange::rename(request, name, &name.replace('_', "-"));
    }
}

/// The answer by the names of RFC 6749.
pub fn read(answer: &mut Answer) {
    let names =
        [("access-token", "access_token"), ("refresh-token", "refresh_token"), ("expires-at", "expires_at")];
    let pairs = names.iter().filter_map(|(element, name)| {
        let text = text_of(answer.body.get(XML)?.as_str()?, element)?;
        Some(((*name).to_owned(), Value::String(text)))
    });
    answer.body = Value::Object(pairs.collect::<Map<_, _>>());
}

/// The text of the first element of a name; what these answers hold needs no more.
fn text_of(xml: &str, element: &str) -> Option<String> {
    let (_, after) = xml.split_once(&format!("<{element}"))?;
    let (attributes, after) = after.split_once('>')?;
    if attributes.ends_with('/') || !(attributes.is_empty() || attributes.starts_with(' ')) {
        return None;
    }
    let (text, _) = after.split_once('<')?;
    let plain = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    Some(plain.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to)))
}
