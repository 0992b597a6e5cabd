//! Texts that a definition puts before a credential in a header, and that people therefore paste along with it.

use super::field::{FieldGroup, FieldPath};
use super::model::Provider;

/// For `authorization: Bearer ${apiKey}` and the field `apiKey`: `Bearer `.
pub(super) fn of(provider: &Provider, path: &FieldPath) -> Box<[Box<str>]> {
    if path.group != FieldGroup::Credential {
        return Box::default();
    }
    let holes = [format!("${{{}}}", path.name), format!("${{credentials.{}}}", path.name)];
    let own = provider.proxy.headers.values();
    let verifying = provider.proxy.verification.iter().flat_map(|verification| verification.headers.values());
    let mut prefixes: Vec<Box<str>> = Vec::new();
    for prefix in own.chain(verifying).filter_map(|template| prefix_in(template, &holes)) {
        if !prefixes.iter().any(|known| **known == *prefix) {
            prefixes.push(prefix.into());
        }
    }
    prefixes.into()
}

/// The header's beginning, if nothing but the credential follows it.
fn prefix_in<'t>(template: &'t str, holes: &[String]) -> Option<&'t str> {
    let prefix = holes.iter().find_map(|hole| template.strip_suffix(hole.as_str()))?;
    (!prefix.trim().is_empty() && !prefix.contains("${")).then_some(prefix)
}
