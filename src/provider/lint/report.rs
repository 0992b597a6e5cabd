//! What a check came to.

use super::super::error::Place;
use super::rule::Rule;
use super::severity::Severity;

/// One thing to say about a definition.
#[derive(Clone)]
pub struct Remark {
    /// The rule that it breaks.
    pub rule: &'static Rule,
    /// Where.
    pub place: Place,
    /// The provider's key; empty where a file as a whole is meant.
    pub provider: String,
    /// The path inside the entry.
    pub path: String,
    /// What was found.
    pub what: String,
}

/// All remarks, in the order of their places.
#[derive(Clone, Default)]
pub struct Report {
    /// The remarks.
    pub remarks: Vec<Remark>,
    /// How many entries were looked at, unusable ones included.
    pub providers: usize,
}

impl Report {
    /// Only what is at least so grave.
    #[must_use]
    pub fn at_least(mut self, severity: Severity) -> Self {
        self.remarks.retain(|remark| remark.rule.severity >= severity);
        self
    }

    /// The gravest severity, if there is any remark.
    #[must_use]
    pub fn worst(&self) -> Option<Severity> {
        self.remarks.iter().map(|remark| remark.rule.severity).max()
    }

    /// How many remarks are of a severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.remarks.iter().filter(|remark| remark.rule.severity == severity).count()
    }

    /// What a process should exit with: 0 for notes at most, 1 for warnings, 2 for errors.
    #[must_use]
    pub fn exit_status(&self) -> u8 {
        match self.worst() {
            None | Some(Severity::Note) => 0,
            Some(Severity::Warning) => 1,
            Some(Severity::Error) => 2,
        }
    }
}
