//! The body of a placed request.

use serde_json::Value as Json;
use url::form_urlencoded::Serializer;
use zeroize::Zeroizing;

use super::{Context, path};

/// A body as it is sent.
pub(super) struct Body {
    pub text: Zeroizing<String>,
    pub is_form: bool,
}

/// Fills the texts of the data and writes them as the content type says. Unresolved leaves, and maps that they
/// leave empty, are dropped.
pub(super) fn encode(data: &Json, content_type: &str, context: Context<'_>) -> Option<Body> {
    let filled = fill(data, context)?;
    let is_form = content_type.starts_with("application/x-www-form-urlencoded");
    let text = match &filled {
        Json::String(text) => text.clone(),
        Json::Object(members) if is_form => Serializer::new(String::new())
            .extend_pairs(members.iter().map(|(name, value)| (name, plain(value))))
            .finish(),
        other => other.to_string(),
    };
    Some(Body { text: Zeroizing::new(text), is_form })
}

/// Fills the texts of the data.
pub(super) fn fill(data: &Json, context: Context<'_>) -> Option<Json> {
    match data {
        Json::String(text) if text.contains("${") => {
            let rendered = path(text, context);
            rendered.is_complete().then(|| Json::String(rendered.as_str().to_owned()))
        }
        Json::Array(items) => {
            Some(Json::Array(items.iter().filter_map(|item| fill(item, context)).collect()))
        }
        Json::Object(members) => {
            let filled: serde_json::Map<_, _> = members
                .iter()
                .filter_map(|(name, value)| Some((name.clone(), fill(value, context)?)))
                .collect();
            (members.is_empty() || !filled.is_empty()).then_some(Json::Object(filled))
        }
        other => Some(other.clone()),
    }
}

fn plain(value: &Json) -> String {
    match value {
        Json::String(text) => text.clone(),
        other => other.to_string(),
    }
}
