//! Checks definitions and says what is wrong with them, each thing with its place, its rule and its remedy.
//!
//! Owns: the rules (one file each in `rules/`), comments that allow a remark, the forms of the report. Must not know:
//! who reads the report. Pure but for reading files.

mod allow;
mod examine;
mod found;
mod output;
mod report;
mod rule;
mod rules;
mod severity;
mod subject;

pub use output::{json, sarif, text};
pub use report::{Remark, Report};
pub use rule::Rule;
pub use rules::RULES;
pub use severity::Severity;

use super::error::{LoadError, Place};
use super::gather;
use super::source::CatalogSource;

/// Checks all definitions of some sources. Aliases may point from one source to an earlier one.
#[must_use]
pub fn check(sources: &[CatalogSource]) -> Report {
    match gather::gather(sources) {
        Ok(gathered) => examine::examine(&gathered),
        Err(error) => Report { remarks: vec![unreadable(&error)], providers: 0 },
    }
}

/// The remarks about files that are gathered already.
pub(super) fn examine_gathered(gathered: &gather::Gathered) -> Report {
    examine::examine(gathered)
}

pub(super) fn unreadable(error: &LoadError) -> Remark {
    let place = match error {
        LoadError::Read { path, .. } => Place { file: path.display().to_string(), line: 1, column: 1 },
        LoadError::Translation { path, .. } => Place { file: path.clone(), line: 1, column: 1 },
        LoadError::Yaml { place, .. }
        | LoadError::NotAMap { place }
        | LoadError::DuplicateKey { place, .. } => place.clone(),
    };
    let rule = match error {
        LoadError::DuplicateKey { .. } => &rules::DUPLICATE_KEY,
        _ => &rules::UNREADABLE,
    };
    let text = error.to_string();
    let what = text.strip_prefix(&format!("{place}: ")).unwrap_or(&text).to_owned();
    Remark { rule, place, provider: String::new(), path: String::new(), what }
}
