//! Patterns of definitions, searched (not anchored) by an engine of linear time.
//!
//! The engine has no look-ahead. The one form that definitions use, a negative one right at the start, becomes
//! a pattern that must match and a second one that must not.

use std::fmt;
use std::sync::{Arc, OnceLock};

use regex::{Regex, RegexBuilder};
use regex_syntax::hir::Look;

/// Longer patterns are refused: they are not written by people.
const MAX_LENGTH: usize = 1_000;
/// What one compiled pattern may weigh, in bytes.
const MAX_WEIGHT: usize = 1 << 20;

/// A pattern whose syntax is known to be right, compiled when it is first used. Cheap to clone.
#[derive(Clone)]
pub struct Pattern(Arc<Inner>);

struct Inner {
    source: Box<str>,
    must: Box<str>,
    must_not: Option<Box<str>>,
    compiled: OnceLock<Option<Compiled>>,
}

struct Compiled {
    must: Regex,
    must_not: Option<Regex>,
}

/// A pattern that the engine cannot run.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct InvalidPattern(pub String);

impl Pattern {
    /// Checks a pattern's syntax without compiling it.
    pub fn parse(source: &str) -> Result<Self, InvalidPattern> {
        if source.len() > MAX_LENGTH {
            return Err(InvalidPattern(format!("longer than {MAX_LENGTH} characters")));
        }
        let (must, must_not) = split_look_ahead(source);
        check_syntax(&must)?;
        if let Some(must_not) = &must_not {
            check_syntax(must_not)?;
        }
        let must_not = must_not.map(String::into_boxed_str);
        let compiled = OnceLock::new();
        Ok(Self(Arc::new(Inner { source: source.into(), must: must.into(), must_not, compiled })))
    }

    /// Whether the pattern is found in the text. A pattern too heavy to compile finds everything.
    #[must_use]
    pub fn matches(&self, text: &str) -> bool {
        let compiled = self.0.compiled.get_or_init(|| self.compile().ok());
        compiled.as_ref().is_none_or(|compiled| {
            compiled.must.is_match(text) && !compiled.must_not.as_ref().is_some_and(|not| not.is_match(text))
        })
    }

    /// Whether it describes the whole value, on every branch.
    #[must_use]
    pub fn is_anchored(&self) -> bool {
        let Ok(pattern) = regex_syntax::parse(&self.0.must) else { return false };
        let (first, last) = (pattern.properties().look_set_prefix(), pattern.properties().look_set_suffix());
        first.contains(Look::Start) && last.contains(Look::End)
    }

    /// Compiles the pattern as a linter does: to know, not to use.
    pub fn check_weight(&self) -> Result<(), InvalidPattern> {
        self.compile().map(|_| ()).map_err(|error| InvalidPattern(last_line(&error.to_string())))
    }

    /// The pattern as its definition spells it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0.source
    }

    fn compile(&self) -> Result<Compiled, regex::Error> {
        let must_not = self.0.must_not.as_deref().map(compile).transpose()?;
        Ok(Compiled { must: compile(&self.0.must)?, must_not })
    }
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pattern({:?})", self.0.source)
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.0.source == other.0.source
    }
}

impl Eq for Pattern {}

fn compile(source: &str) -> Result<Regex, regex::Error> {
    RegexBuilder::new(source).size_limit(MAX_WEIGHT).dfa_size_limit(MAX_WEIGHT / 4).build()
}

fn check_syntax(source: &str) -> Result<(), InvalidPattern> {
    regex_syntax::parse(source).map(|_| ()).map_err(|error| InvalidPattern(last_line(&error.to_string())))
}

/// The engine draws its errors over several lines; the last one says what is wrong.
fn last_line(message: &str) -> String {
    message.lines().last().unwrap_or(message).trim_start_matches("error: ").to_owned()
}

/// `^(?!x)y` → `^y` and `^(?:x)`.
fn split_look_ahead(source: &str) -> (String, Option<String>) {
    let whole = || (source.to_owned(), None);
    let Some(rest) = source.strip_prefix("^(?!") else { return whole() };
    let Some(end) = closing_parenthesis(rest) else { return whole() };
    (format!("^{}", &rest[end + 1..]), Some(format!("^(?:{})", &rest[..end])))
}

/// Where the group that is already open closes.
fn closing_parenthesis(text: &str) -> Option<usize> {
    let (mut depth, mut in_class, mut escaped) = (1_u32, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'[' => in_class = true,
            b']' => in_class = false,
            b'(' if !in_class => depth += 1,
            b')' if !in_class => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_ahead_becomes_a_pattern_that_must_not_match() {
        let pattern = Pattern::parse(r"^(?!(?:.*\.)?light[)]?ning\.com$)[a-z.]+$").unwrap();
        assert!(pattern.matches("acme.example.com"));
        assert!(!pattern.matches("acme.lightning.com"));
        assert!(!pattern.matches("ACME"));
    }

    #[test]
    fn patterns_are_searched_and_not_anchored() {
        assert!(Pattern::parse("b+").unwrap().matches("abc"));
    }

    #[test]
    fn what_cannot_run_in_linear_time_says_so() {
        for source in ["a(?=b)", r"(a)\1", r"[\\-+]", "("] {
            assert!(Pattern::parse(source).is_err(), "{source}");
        }
    }
}
