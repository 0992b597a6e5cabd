//! What can be wrong with a value, and finding it. Pure.

use super::email::is_email;
use super::field::{Control, Field, FieldRule};
use super::hint::ValueHint;
use super::host::{self, AuthorityRole};
use super::pattern::Pattern;
use super::pem;
use super::schema::Format;

/// What is wrong with a value. Never holds the value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nothing was typed.
    Missing,
    /// It is none of the options.
    NotAnOption,
    /// It does not look like what is asked for.
    Pattern {
        /// What is asked for.
        title: Box<str>,
    },
    /// It is no host name.
    Hostname,
    /// It is no web address of the kind asked for.
    Uri,
    /// It is no UUID.
    Uuid,
    /// It is no e-mail address.
    Email,
    /// It must be a part of a host name.
    HostLabel {
        /// Such as this.
        example: Option<Box<str>>,
    },
    /// It must be `host[:port][/path]`.
    Authority,
    /// It is no port.
    Port,
    /// It is known what it is instead.
    Hint(ValueHint),
    /// It is too long.
    TooLong {
        /// The most characters.
        max: usize,
    },
}

/// What is wrong with a value in a field.
pub(super) fn problem(field: &Field, value: &str) -> Option<Problem> {
    match &field.rule {
        FieldRule::Anything => host_problem(&field.authority, value, field.example.as_deref()),
        FieldRule::OneOf { .. } if value.is_empty() && !field.required => None,
        FieldRule::OneOf { options } => {
            (!options.iter().any(|option| &**option == value)).then_some(Problem::NotAnOption)
        }
        FieldRule::Text { .. } if value.is_empty() => (!field.accepts_empty).then_some(Problem::Missing),
        FieldRule::Text { format, pattern, max } => too_long(value, *max)
            .or_else(|| host_problem(&field.authority, value, field.example.as_deref()))
            .or_else(|| format.and_then(|format| format_problem(format, value)))
            .or_else(|| pattern_problem(field, pattern.as_ref()?, value)),
    }
}

/// What is wrong with a value that stands in the authority part of URLs.
pub(super) fn host_problem(roles: &[AuthorityRole], value: &str, example: Option<&str>) -> Option<Problem> {
    if value.is_empty() {
        return None;
    }
    roles.iter().find_map(|role| match role {
        AuthorityRole::Labels { before, after, .. } => (!host::fits_labels(value, before, after))
            .then(|| Problem::HostLabel { example: example.map(Box::from) }),
        AuthorityRole::Port => (!host::fits_port(value)).then_some(Problem::Port),
        AuthorityRole::Authority => (!host::fits_authority(value)).then_some(Problem::Authority),
        AuthorityRole::Url => (!host::fits_url(value)).then_some(Problem::Uri),
    })
}

fn too_long(value: &str, max: usize) -> Option<Problem> {
    (value.len() > max && value.chars().count() > max).then_some(Problem::TooLong { max })
}

fn format_problem(format: Format, value: &str) -> Option<Problem> {
    let (fits, problem) = match format {
        Format::Hostname => (value.bytes().all(is_host_byte), Problem::Hostname),
        Format::Uri => (url::Url::parse(value).is_ok(), Problem::Uri),
        Format::Uuid => (is_uuid(value), Problem::Uuid),
        Format::Email => (is_email(value), Problem::Email),
    };
    (!fits).then_some(problem)
}

fn is_host_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'-'
}

/// A UUID of RFC 9562 (version 1 to 8), or the one of zeros.
pub(super) fn is_uuid(value: &str) -> bool {
    let hyphens = [8, 13, 18, 23];
    let shape = value.len() == 36
        && value
            .bytes()
            .enumerate()
            .all(|(at, byte)| if hyphens.contains(&at) { byte == b'-' } else { byte.is_ascii_hexdigit() });
    let is_nil = || value.bytes().all(|byte| matches!(byte, b'0' | b'-'));
    let byte = |at: usize| value.as_bytes()[at].to_ascii_lowercase();
    shape && (is_nil() || (matches!(byte(14), b'1'..=b'8') && matches!(byte(19), b'8' | b'9' | b'a' | b'b')))
}

/// Whether the pattern is found, with what its author may have had in mind taken into account: keys as one line with
/// `\n` spelled out and one at the end (as in JSON), and a whole address although only its authority is used.
fn pattern_problem(field: &Field, pattern: &Pattern, value: &str) -> Option<Problem> {
    let as_json = || {
        let spelled = pem::with_spelled_breaks(value);
        pattern.matches(&spelled) || pattern.matches(&format!("{spelled}\\n"))
    };
    let as_address = || pattern.matches(&format!("https://{value}"));
    let fits = pattern.matches(value)
        || (field.control == Control::TextArea && as_json())
        || (field.authority.contains(&AuthorityRole::Authority) && as_address());
    (!fits).then(|| Problem::Pattern { title: field.label.clone() })
}
