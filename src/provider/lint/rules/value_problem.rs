//! Which rule of its own field a value fails.

use super::super::super::schema::{FieldSchema, Format};
use super::super::super::{check, email};

/// The rule's name in the format, if there is one that the value fails.
pub(super) fn of(field: &FieldSchema, value: &str) -> Option<&'static str> {
    if let Some(options) = &field.options {
        return (!options.iter().any(|option| **option == *value)).then_some("enum");
    }
    let fits_format = match field.format {
        None => true,
        Some(Format::Uuid) => check::is_uuid(value),
        Some(Format::Email) => email::is_email(value),
        Some(Format::Uri) => url::Url::parse(value).is_ok(),
        Some(Format::Hostname) => {
            value.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'))
        }
    };
    if !fits_format {
        return Some("format");
    }
    field.pattern.as_ref().is_some_and(|pattern| !pattern.matches(value)).then_some("pattern")
}
