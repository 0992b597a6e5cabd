//! The schema of one field, judged: what the format's texts and flags mean.

use super::error::FindingKind;
use super::field::FieldName;
use super::pattern::Pattern;
use super::raw::RawField;

/// A named shape that a value must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Letters, digits, dots and hyphens.
    Hostname,
    /// An absolute URL.
    Uri,
    /// A UUID.
    Uuid,
    /// An e-mail address.
    Email,
}

/// One field of a definition.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "independent flags, as the format has them")]
pub struct FieldSchema {
    /// Its name in the map it stands in.
    pub name: FieldName,
    /// Its label, unless empty.
    pub title: Option<Box<str>>,
    /// Its help text, unless empty.
    pub description: Option<Box<str>>,
    /// The section of the guide, with its `#`.
    pub doc_section: Option<Box<str>>,
    /// An example value, unless empty.
    pub example: Option<Box<str>>,
    /// What must be found in the value.
    pub pattern: Option<Pattern>,
    /// What shape the value has.
    pub format: Option<Format>,
    /// Its place before everything else.
    pub order: Option<i64>,
    /// Decoration before the input.
    pub prefix: Option<Box<str>>,
    /// Decoration after the input.
    pub suffix: Option<Box<str>>,
    /// The values to choose from.
    pub options: Option<Box<[Box<str>]>>,
    /// What the field holds at first; an empty text counts.
    pub default_value: Option<Box<str>>,
    /// Whether it may stay empty.
    pub optional: bool,
    /// Whether it is never asked.
    pub automated: bool,
    /// Whether it is submitted without being shown.
    pub hidden: bool,
    /// Whether the definition calls it secret.
    pub secret: bool,
}

impl FieldSchema {
    /// Judges a raw field. The error is a reason to disable its provider, the finding is not.
    pub(super) fn judge(name: &str, raw: RawField) -> Result<(Self, Option<FindingKind>), String> {
        let (pattern, finding) = judge_pattern(raw.pattern.as_deref());
        if raw.r#enum.as_ref().is_some_and(Vec::is_empty) {
            return Err("a select without options".to_owned());
        }
        let schema = Self {
            name: FieldName::new(name),
            title: filled(raw.title),
            description: filled(raw.description),
            doc_section: filled(raw.doc_section),
            example: filled(raw.example),
            pattern,
            format: raw.format.as_deref().filter(|text| !text.is_empty()).map(judge_format).transpose()?,
            order: raw.order.filter(|order| *order != 0),
            prefix: filled(raw.prefix),
            suffix: filled(raw.suffix),
            options: raw.r#enum.map(|options| options.into_iter().map(String::into_boxed_str).collect()),
            default_value: raw.default_value.map(String::into_boxed_str),
            optional: raw.optional.unwrap_or(false),
            automated: raw.automated.unwrap_or(false),
            hidden: raw.hidden.unwrap_or(false),
            secret: raw.secret.unwrap_or(false),
        };
        Ok((schema, finding))
    }
}

/// The format switches inherited texts off by emptying them, so empty counts as absent.
pub(super) fn filled(text: Option<String>) -> Option<Box<str>> {
    text.filter(|text| !text.is_empty()).map(String::into_boxed_str)
}

fn judge_format(text: &str) -> Result<Format, String> {
    match text {
        "hostname" => Ok(Format::Hostname),
        "uri" => Ok(Format::Uri),
        "uuid" => Ok(Format::Uuid),
        "email" => Ok(Format::Email),
        other => Err(format!("unknown format `{other}`")),
    }
}

fn judge_pattern(source: Option<&str>) -> (Option<Pattern>, Option<FindingKind>) {
    match source.filter(|source| !source.is_empty()).map(Pattern::parse) {
        None => (None, None),
        Some(Ok(pattern)) => (Some(pattern), None),
        Some(Err(error)) => (None, Some(FindingKind::PatternDropped { reason: error.0 })),
    }
}
