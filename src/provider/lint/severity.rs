//! How grave a remark is.

/// From what is worth knowing to what must be mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; nothing is wrong.
    Note,
    /// Something has no effect, misleads, or is missing.
    Warning,
    /// The definition cannot work, or it endangers credentials.
    Error,
}

impl Severity {
    /// The word for it, as people, JSON and SARIF have it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl std::str::FromStr for Severity {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let all = [Self::Note, Self::Warning, Self::Error];
        all.into_iter()
            .find(|severity| severity.as_str() == text)
            .ok_or_else(|| "note, warning or error".to_owned())
    }
}
