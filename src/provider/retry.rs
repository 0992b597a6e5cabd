//! When a call is tried again, as a definition says it (provider-format.md §5.5).

use std::ops::RangeInclusive;

use regex::Regex;

use super::raw::{RawInBody, RawRetry};

/// A definition's rules about trying again.
#[derive(Clone, Debug, Default)]
pub struct RetryRules {
    /// Headers that say how many seconds to wait.
    pub after: Vec<String>,
    /// Headers that say until when to wait.
    pub at: Vec<String>,
    /// The header that says `0` where nothing is left.
    pub remaining: Option<String>,
    /// The statuses that are tried again, in place of the usual ones.
    pub statuses: Option<Vec<RangeInclusive<u16>>>,
    /// A time that stands in the body.
    pub in_body: Option<InBody>,
}

/// A time to wait that stands in the body of an answer.
#[derive(Clone, Debug)]
pub struct InBody {
    /// Where: names with dots between them.
    pub path: String,
    /// What to take of the text there: its first group.
    pub pattern: Regex,
    /// What it says.
    pub kind: WaitKind,
}

/// What a time says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaitKind {
    /// So many seconds.
    After,
    /// Until then.
    At,
}

impl PartialEq for RetryRules {
    fn eq(&self, other: &Self) -> bool {
        (&self.after, &self.at, &self.remaining, &self.statuses)
            == (&other.after, &other.at, &other.remaining, &other.statuses)
            && self.in_body == other.in_body
    }
}

impl PartialEq for InBody {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path && self.kind == other.kind && self.pattern.as_str() == other.pattern.as_str()
    }
}

impl RetryRules {
    /// Judges the raw map. What cannot be read is left out: a call that is not tried again is a call all the same.
    pub(super) fn judge(raw: RawRetry) -> Self {
        let statuses = raw.error_code.map(|codes| codes.iter().filter_map(|code| statuses(code)).collect());
        Self {
            after: raw.after.unwrap_or_default(),
            at: raw.at.unwrap_or_default(),
            remaining: raw.remaining,
            statuses,
            in_body: raw.in_body.and_then(InBody::judge),
        }
    }
}

impl InBody {
    fn judge(raw: RawInBody) -> Option<Self> {
        let kind = match raw.strategy.as_deref()? {
            "after" => WaitKind::After,
            "at" => WaitKind::At,
            _ => return None,
        };
        let pattern = raw.value?;
        let pattern = pattern.strip_prefix('/').and_then(|rest| rest.strip_suffix('/')).unwrap_or(&pattern);
        Some(Self { path: raw.path?, pattern: Regex::new(pattern).ok()?, kind })
    }
}

/// `429`, `5xx`, `500-502`.
fn statuses(code: &str) -> Option<RangeInclusive<u16>> {
    if let Some(hundreds) = code.strip_suffix("xx") {
        let first = hundreds.parse::<u16>().ok()?.checked_mul(100)?;
        return Some(first..=first + 99);
    }
    let (first, last) = code.split_once('-').unwrap_or((code, code));
    Some(first.trim().parse().ok()?..=last.trim().parse().ok()?)
}
