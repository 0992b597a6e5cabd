//! A whole web address where a part of it is asked for.

use url::Url;

use super::check;
use super::field::{Field, FieldGroup};
use super::host::AuthorityRole;

/// The part of the address that the field asks for, if taking it settles the field.
pub(super) fn part_asked_for(field: &Field, value: &str) -> Option<String> {
    if field.path.group != FieldGroup::Params || !wants_part(field) {
        return None;
    }
    if check::problem(field, value).is_none() && !repeats_suffix(field, value) {
        return None;
    }
    let url = address(value)?;
    candidates(field, &url).into_iter().find(|part| {
        !part.is_empty()
            && part != value
            && check::problem(field, part).is_none()
            && !repeats_suffix(field, part)
    })
}

/// Whether the value already has the end that the address adds, although nothing but the host rule speaks for it.
pub(super) fn repeats_suffix(field: &Field, value: &str) -> bool {
    let unruled = matches!(&field.rule, super::field::FieldRule::Text { format: None, pattern: None, .. });
    unruled
        && around(field).any(|(before, after)| after.starts_with('.') && cut(value, before, after).is_some())
}

/// A value with a shape of its own, such as a URL, is not a part of one.
fn wants_part(field: &Field) -> bool {
    let parts =
        |role: &AuthorityRole| matches!(role, AuthorityRole::Labels { .. } | AuthorityRole::Authority);
    let placed = field.authority.iter().any(parts);
    let decorated = field.prefix.as_deref() == Some("https://") || field.suffix.is_some();
    (placed || decorated) && !field.authority.contains(&AuthorityRole::Url)
}

/// The address that was pasted, with or without its scheme.
fn address(value: &str) -> Option<Url> {
    if value.contains(char::is_whitespace) {
        return None;
    }
    let lower = value.to_ascii_lowercase();
    let with_scheme = lower.starts_with("https://") || lower.starts_with("http://");
    let url = if with_scheme {
        Url::parse(value).ok()?
    } else if value.contains('.') && !value.contains("://") {
        Url::parse(&format!("https://{value}")).ok()?
    } else {
        return None;
    };
    (url.username().is_empty() && url.password().is_none() && url.domain().is_some()).then_some(url)
}

fn candidates(field: &Field, url: &Url) -> Vec<String> {
    let host = url.host_str().unwrap_or_default();
    let mut parts: Vec<String> =
        around(field).filter_map(|(before, after)| cut(host, before, after)).map(str::to_owned).collect();
    if field.authority.iter().any(|role| matches!(role, AuthorityRole::Labels { .. })) {
        return parts;
    }
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    let path = url.path().trim_end_matches('/');
    if field.suffix.is_none() {
        parts.extend([format!("{host}{port}{path}"), format!("{host}{port}"), host.to_owned()]);
    }
    parts
}

/// The fixed texts around the field's value in host names: of the templates, else as decoration shows them.
fn around(field: &Field) -> impl Iterator<Item = (&str, &str)> {
    let templates = field.authority.iter().filter_map(|role| match role {
        AuthorityRole::Labels { before, after, alone: true } => Some((&**before, &**after)),
        _ => None,
    });
    let suffix = field.suffix.as_deref().and_then(|suffix| suffix.split('/').next());
    let decoration = suffix.filter(|suffix| suffix.starts_with('.')).map(|suffix| ("", suffix));
    templates.chain(decoration)
}

fn cut<'h>(host: &'h str, before: &str, after: &str) -> Option<&'h str> {
    let after = after.split(':').next().unwrap_or(after);
    let host = host.strip_prefix(before)?.strip_suffix(after)?;
    let is_cut = !before.is_empty() || !after.is_empty();
    (is_cut && !host.is_empty()).then_some(host)
}
