//! How a proof is said: names of tokens and ratios, rounded down. Owns the words; must not know how a pair is measured.

use std::fmt;

use super::{Foreground, Ground, Host, Mode, ProofRow, Requirement};

impl fmt::Display for Foreground {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Token(token) => f.write_str(token.name()),
            Self::EitherOf(one, other) => write!(f, "{} or {}", one.name(), other.name()),
            Self::Outlined(fill) => write!(f, "{} or its outline", fill.name()),
        }
    }
}

impl fmt::Display for Ground {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Token(token) => token.name(),
            Self::Backdrop(Host::White) => "bg.backdrop over white",
            Self::Backdrop(Host::Black) => "bg.backdrop over black",
        })
    }
}

impl fmt::Display for Requirement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line => write!(f, "{:.2}:1", self.least()),
            _ => write!(f, "{:.1}:1", self.least()),
        }
    }
}

impl ProofRow {
    /// `6.7:1`, rounded down: 4.46 is no 4.5.
    #[must_use]
    pub fn ratio_text(&self) -> String {
        let ratio = (self.ratio * 10.0).floor() / 10.0;
        format!("{ratio:.1}:1")
    }

    /// `In dark, fg.muted on bg.page has 2.1:1 and needs 4.5:1`.
    #[must_use]
    pub fn in_words(&self, mode: Mode) -> String {
        let Self { foreground, background, requirement, .. } = self;
        let ratio = self.ratio_text();
        format!("In {}, {foreground} on {background} has {ratio} and needs {requirement}", mode.as_str())
    }
}
