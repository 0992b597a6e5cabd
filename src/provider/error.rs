//! What can be wrong with provider files: errors that stop the load, entries set aside, findings worth a line.

use std::fmt;
use std::path::PathBuf;

/// A place in a provider file; lines and columns count from 1.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The file, as it was named when it was loaded.
    pub file: String,
    /// The line.
    pub line: u32,
    /// The column.
    pub column: u32,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// Why a provider file could not be loaded at all.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The file or folder could not be read.
    #[error("{}: cannot be read: {source}", .path.display())]
    Read {
        /// What was to be read.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The text is not YAML.
    #[error("{place}: {message}")]
    Yaml {
        /// Where the reading stopped.
        place: Place,
        /// What was wrong there.
        message: String,
    },
    /// The file is YAML but not a map from provider keys to definitions.
    #[error("{place}: a provider file is a map from provider keys to their definitions")]
    NotAMap {
        /// Where the document begins.
        place: Place,
    },
    /// A file of translations cannot be read.
    #[error("{path}: {reason}")]
    Translation {
        /// The file.
        path: String,
        /// What was wrong.
        reason: String,
    },
    /// Two entries of one file have the same key.
    #[error("{place}: duplicate key `{key}`")]
    DuplicateKey {
        /// Where the second one stands.
        place: Place,
        /// The key.
        key: String,
    },
}

/// An entry that cannot be used. Everything else in its file still loads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disabled {
    /// The entry's key as the file spells it.
    pub key: String,
    /// Why it cannot be used.
    pub reason: String,
    /// Where that shows.
    pub place: Place,
}

impl fmt::Display for Disabled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} is disabled: {}", self.place, self.key, self.reason)
    }
}

/// Something in a usable entry that its author should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The provider's key.
    pub provider: String,
    /// The path inside the entry, such as `credentials.apiKey.pattern`.
    pub path: String,
    /// What was found.
    pub kind: FindingKind,
    /// Where, if the entry says.
    pub place: Place,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}.{}: {}", self.place, self.provider, self.path, self.kind)
    }
}

/// The kinds of findings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindingKind {
    /// A key that the format does not have. It is kept, and does nothing.
    UnknownKey,
    /// A key is missing that every entry should have.
    Missing,
    /// A pattern that no linear-time engine can run. It is dropped.
    PatternDropped {
        /// What the engine says.
        reason: String,
    },
}

impl fmt::Display for FindingKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownKey => f.write_str("unknown key, kept but without effect"),
            Self::Missing => f.write_str("missing"),
            Self::PatternDropped { reason } => write!(f, "pattern dropped: {reason}"),
        }
    }
}
