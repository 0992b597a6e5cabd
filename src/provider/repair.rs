//! Pasted input that can be put right without a question.
//!
//! Two cases only: the repaired value satisfies an explicit rule (pattern, shape, place in a host name) that the raw
//! one does not; or there is no such rule and nothing else could have been meant (blanks around a key). A value that
//! fits is never touched, nor is a password.

use super::check::{self, Problem};
use super::field::{Control, Field, FieldRule};
use super::host::AuthorityRole;
use super::secrecy_rule::says_password;
use super::{pem, unicode, url_repair};

/// What was put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Repair {
    /// Blanks around the value were removed.
    TrimmedBlanks,
    /// Characters without width were removed.
    RemovedZeroWidth,
    /// A beginning was removed that the definition's header adds itself, such as `Bearer`.
    RemovedHeaderPrefix {
        /// The beginning, without blanks.
        prefix: Box<str>,
    },
    /// Only the asked part of a web address was kept.
    UrlToSubdomain,
    /// Only the host (with port and path, where there is room) of a web address was kept.
    UrlToHost,
    /// Line breaks spelled `\n` became real ones.
    PemLineBreaks,
}

/// A value after repair.
pub(super) struct Settled {
    pub value: String,
    pub repairs: Vec<Repair>,
    pub problem: Option<Problem>,
}

/// Judges a typed value, repaired where that is beyond doubt.
pub(super) fn settle(field: &Field, raw: &str) -> Settled {
    if field.control == Control::TextArea {
        return settle_lines(field, raw);
    }
    let problem = check::problem(field, raw);
    let untouched = |problem| Settled { value: raw.to_owned(), repairs: Vec::new(), problem };
    if is_password(field) || raw.is_empty() || matches!(problem, Some(Problem::TooLong { .. })) {
        return untouched(problem);
    }
    if problem.is_none() && has_explicit_rule(field) && !url_repair::repeats_suffix(field, raw) {
        return untouched(None);
    }
    let (value, repairs) = clean(field, raw);
    let cleaned = check::problem(field, &value);
    if cleaned.is_none() || value.is_empty() {
        return Settled { value, repairs, problem: cleaned };
    }
    untouched(problem)
}

/// In a text area, line breaks as browsers send them and blanks around the whole are no mistakes of anyone.
fn settle_lines(field: &Field, raw: &str) -> Settled {
    let visible: String = raw.chars().filter(|character| !unicode::is_zero_width(*character)).collect();
    let mut repairs = Vec::new();
    if visible.len() != raw.len() {
        repairs.push(Repair::RemovedZeroWidth);
    }
    let (value, spelled) = pem::with_real_breaks(&visible);
    if spelled {
        repairs.push(Repair::PemLineBreaks);
    }
    let problem = check::problem(field, &value);
    Settled { value, repairs, problem }
}

/// Passwords are chosen by people, blanks and all.
fn is_password(field: &Field) -> bool {
    says_password(field.path.name.as_str()) || says_password(&field.label)
}

fn has_explicit_rule(field: &Field) -> bool {
    let ruled = match &field.rule {
        FieldRule::Anything => false,
        FieldRule::OneOf { .. } => true,
        FieldRule::Text { format, pattern, .. } => format.is_some() || pattern.is_some(),
    };
    ruled || !field.authority.is_empty()
}

fn clean(field: &Field, raw: &str) -> (String, Vec<Repair>) {
    let mut repairs = Vec::new();
    let visible: String = raw.chars().filter(|character| !unicode::is_zero_width(*character)).collect();
    if visible.len() != raw.len() {
        repairs.push(Repair::RemovedZeroWidth);
    }
    let trimmed = visible.trim();
    if trimmed.len() != visible.len() {
        repairs.push(Repair::TrimmedBlanks);
    }
    let (bare, prefix) = without_header_prefix(field, trimmed);
    if let Some(prefix) = prefix {
        repairs.push(Repair::RemovedHeaderPrefix { prefix: prefix.trim().into() });
    }
    match url_repair::part_asked_for(field, bare) {
        Some(part) => {
            repairs.push(if asks_for_labels(field) { Repair::UrlToSubdomain } else { Repair::UrlToHost });
            (part, repairs)
        }
        None => (bare.to_owned(), repairs),
    }
}

/// The value without the header's own beginning, and that beginning.
fn without_header_prefix<'a>(field: &'a Field, value: &'a str) -> (&'a str, Option<&'a str>) {
    let found = field.header_prefixes.iter().find_map(|prefix| {
        let (start, rest) = value.split_at_checked(prefix.len())?;
        start.eq_ignore_ascii_case(prefix).then_some((rest, &**prefix))
    });
    found.map_or((value, None), |(rest, prefix)| (rest.trim_start(), Some(prefix)))
}

fn asks_for_labels(field: &Field) -> bool {
    let labels = |role: &AuthorityRole| matches!(role, AuthorityRole::Labels { .. });
    field.suffix.is_some() || field.authority.iter().any(labels)
}
