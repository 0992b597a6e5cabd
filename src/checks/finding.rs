//! What was found, and what to do about it.

use serde_json::{Value, json};

/// How good a finding is, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// As it should be.
    Good,
    /// It works, but not for all, or not for long.
    Warning,
    /// It does not work.
    Problem,
}

impl Verdict {
    const fn word(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Warning => "warning",
            Self::Problem => "problem",
        }
    }
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was looked at.
    pub check: &'static str,
    /// How good it is.
    pub verdict: Verdict,
    /// What was found.
    pub says: String,
    /// What to do; nothing where it is good.
    pub remedy: Option<String>,
}

impl Finding {
    /// It is as it should be.
    pub fn good(check: &'static str, says: impl Into<String>) -> Self {
        Self { check, verdict: Verdict::Good, says: says.into(), remedy: None }
    }

    /// It works, with a but.
    pub fn warning(check: &'static str, says: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { check, verdict: Verdict::Warning, says: says.into(), remedy: Some(remedy.into()) }
    }

    /// It does not work.
    pub fn problem(check: &'static str, says: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { check, verdict: Verdict::Problem, says: says.into(), remedy: Some(remedy.into()) }
    }
}

/// 0 where all is good, 1 for warnings, 2 for problems.
#[must_use]
pub fn exit_status(findings: &[Finding]) -> u8 {
    match findings.iter().map(|finding| finding.verdict).max() {
        None | Some(Verdict::Good) => 0,
        Some(Verdict::Warning) => 1,
        Some(Verdict::Problem) => 2,
    }
}

/// A line each, and what to do about it below.
#[must_use]
pub fn text(findings: &[Finding]) -> String {
    let line = |finding: &Finding| {
        let remedy = finding.remedy.as_ref().map(|remedy| format!("         → {remedy}\n"));
        let remedy = remedy.unwrap_or_default();
        format!("{:<8} {}: {}\n{remedy}", finding.verdict.word(), finding.check, finding.says)
    };
    findings.iter().map(line).collect()
}

/// One object.
#[must_use]
pub fn json(findings: &[Finding]) -> Value {
    let one = |finding: &Finding| {
        json!({
            "check": finding.check,
            "verdict": finding.verdict.word(),
            "says": finding.says,
            "remedy": finding.remedy,
        })
    };
    json!({ "exit_status": exit_status(findings), "findings": findings.iter().map(one).collect::<Vec<_>>() })
}
