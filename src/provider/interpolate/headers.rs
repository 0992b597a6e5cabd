//! The headers of a placed request.

use secrecy::SecretString;

use super::{Context, PlacementError, RequestTemplate, digest, path};
use zeroize::Zeroizing;

/// Default authorization, then the template's headers over it. A header that names `connectionConfig` is dropped
/// where a placeholder stays unresolved; any other keeps the placeholder as text.
pub(super) fn place(
    template: &RequestTemplate,
    context: Context<'_>,
) -> Result<Vec<(String, SecretString)>, PlacementError> {
    let templates = template.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let mut headers = fill(templates, context);
    if template.default_basic && headers.iter().all(|(name, _)| name != "authorization") {
        headers.insert(0, ("authorization".to_owned(), basic(context)?));
    }
    Ok(headers)
}

/// Templates filled, by lower-case name.
pub(super) fn fill<'t>(
    templates: impl IntoIterator<Item = (&'t str, &'t str)>,
    context: Context<'_>,
) -> Vec<(String, SecretString)> {
    let mut headers: Vec<(String, SecretString)> = Vec::new();
    for (name, value) in templates {
        let rendered = path(value, context);
        if rendered.is_complete() || !value.contains("connectionConfig") {
            set(&mut headers, name.to_ascii_lowercase(), rendered.into_secret());
        }
    }
    headers
}

/// The content type that the template gives, empty without one. Known before the body is made.
pub(super) fn content_type(headers: &[(String, String)], context: Context<'_>) -> String {
    let own = headers.iter().rev().find(|(name, _)| name.eq_ignore_ascii_case("content-type"));
    let rendered = own.map(|(_, value)| path(value, context)).filter(super::Rendered::is_complete);
    rendered.map(|value| value.as_str().to_owned()).unwrap_or_default()
}

fn set(headers: &mut Vec<(String, SecretString)>, name: String, value: SecretString) {
    headers.retain(|(other, _)| *other != name);
    headers.push((name, value));
}

/// User name and password from `credentials`, or from the flat names; either may be empty.
fn basic(context: Context<'_>) -> Result<SecretString, PlacementError> {
    let value = |name: &str| {
        let scope = context.scope;
        scope.path(&format!("credentials.{name}")).or_else(|| scope.path(name))
    };
    let user_name = value("username").ok_or(PlacementError::NoUserName)?;
    let pair = Zeroizing::new(format!("{user_name}:{}", value("password").unwrap_or_default()));
    Ok(SecretString::from(format!("Basic {}", *digest::base64(pair.as_bytes()))))
}
