//! What is wrong with a request, and where.
//!
//! Owns the wire texts of wire-protocol.md Appendix A. Must not know any particular request.

use serde::Serialize;

/// The kinds of issue, with zod's names on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// A value is missing or of another type.
    InvalidType,
    /// An object has keys that nobody knows.
    UnrecognizedKeys,
    /// A text has the wrong form.
    InvalidFormat,
    /// A text is too short, or a number too small.
    TooSmall,
    /// A text is too long, or a number too great.
    TooBig,
    /// A value is none of the allowed ones.
    InvalidValue,
    /// A value fits none of the allowed shapes.
    InvalidUnion,
    /// A record has a key that does not fit.
    InvalidKey,
    /// An older code that two checks of `POST /integrations` still use.
    InvalidString,
    /// A rule of its own was broken.
    Custom,
}

/// What is wrong, without the place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    code: Code,
    message: String,
}

impl Fault {
    /// A fault of this kind with this text.
    #[must_use]
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }

    /// A broken rule that has no kind of its own.
    #[must_use]
    pub fn custom(message: impl Into<String>) -> Self {
        Self::new(Code::Custom, message)
    }

    /// Missing, or of another type.
    #[must_use]
    pub fn wrong_type(expected: &str, received: &str) -> Self {
        Self::new(Code::InvalidType, format!("Invalid input: expected {expected}, received {received}"))
    }

    /// Does not match the pattern.
    #[must_use]
    pub fn pattern(pattern: &str) -> Self {
        Self::new(Code::InvalidFormat, format!("Invalid string: must match pattern /{pattern}/"))
    }

    /// None of the allowed texts.
    #[must_use]
    pub fn not_among<'a>(options: impl IntoIterator<Item = &'a str>) -> Self {
        let options: Vec<String> = options.into_iter().map(|option| format!("\"{option}\"")).collect();
        let lead =
            if options.len() == 1 { "Invalid input: expected" } else { "Invalid option: expected one of" };
        Self::new(Code::InvalidValue, format!("{lead} {}", options.join("|")))
    }

    /// None of the allowed shapes.
    #[must_use]
    pub fn no_variant() -> Self {
        Self::new(Code::InvalidUnion, "Invalid input")
    }

    /// Keys that nobody knows.
    #[must_use]
    pub fn unknown_keys(keys: &[&str]) -> Self {
        let plural = if keys.len() == 1 { "" } else { "s" };
        let list: Vec<String> = keys.iter().map(|key| format!("\"{key}\"")).collect();
        Self::new(Code::UnrecognizedKeys, format!("Unrecognized key{plural}: {}", list.join(", ")))
    }

    /// A record's key that does not fit.
    #[must_use]
    pub fn bad_key() -> Self {
        Self::new(Code::InvalidKey, "Invalid key in record")
    }

    /// The same fault with more text behind.
    #[must_use]
    pub fn with_suffix(mut self, suffix: &str) -> Self {
        self.message.push_str(suffix);
        self
    }

    /// This fault at this place.
    #[must_use]
    pub fn at<S: Into<String>>(self, path: impl IntoIterator<Item = S>) -> Issue {
        Issue { code: self.code, message: self.message, path: path.into_iter().map(Into::into).collect() }
    }
}

/// What is wrong, and where: one `ValidationError` of the protocol.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Issue {
    /// The kind.
    pub code: Code,
    /// The text for a developer.
    pub message: String,
    /// Keys and indexes from the root; empty for the root itself.
    pub path: Vec<String>,
}

/// At least one issue: the `errors` of a 400 answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Issues(Vec<Issue>);

impl Issues {
    /// None for an empty list, which is no refusal.
    #[must_use]
    pub fn non_empty(issues: Vec<Issue>) -> Option<Self> {
        (!issues.is_empty()).then_some(Self(issues))
    }

    /// The issues, in the order in which they were found.
    #[must_use]
    pub fn as_slice(&self) -> &[Issue] {
        &self.0
    }
}

impl From<Issue> for Issues {
    fn from(issue: Issue) -> Self {
        Self(vec![issue])
    }
}
