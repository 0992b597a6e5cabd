//! What an edited definition changes in the file that it was loaded from, as a unified diff.

use std::fmt::Write as _;

use similar::TextDiff;

use super::catalog::Catalog;
use super::written::Written;

/// How many lines around a change are told with it.
const AROUND: usize = 3;

impl Catalog {
    /// A patch that `git apply` and `patch -p1` take. Where the file's own lines cannot be had, one of the definition
    /// alone.
    #[must_use]
    pub fn patch(&self, key: &str, edited: &str) -> Option<String> {
        let written = self.written(key)?;
        let edited = ended(edited);
        let whole = written.line.and_then(|line| self.file_with(key, &written, line, &edited));
        let (name, before, after) = match whole {
            Some((before, after)) => (written.file.trim_start_matches('/').to_owned(), before, after),
            None => (format!("{key}.yaml"), written.text, edited),
        };
        Some(unified(&format!("a/{name}"), &format!("b/{name}"), &before, &after))
    }

    /// The file as it is and as it would be.
    fn file_with(&self, key: &str, written: &Written, line: u32, edited: &str) -> Option<(String, String)> {
        let before = self.file_of(key)?;
        let first = (line as usize).checked_sub(1)?;
        let lines: Vec<&str> = before.split_inclusive('\n').collect();
        let behind = first + written.text.lines().count();
        let (head, tail) = (lines.get(..first)?.concat(), lines.get(behind..)?.concat());
        Some((before.clone(), format!("{head}{edited}{tail}")))
    }
}

/// The lines that differ between two texts.
#[must_use]
pub fn unified(before_name: &str, after_name: &str, before: &str, after: &str) -> String {
    let diff = TextDiff::from_lines(before, after);
    let mut text = String::new();
    // Writing to a text does not fail.
    let _ = write!(text, "{}", diff.unified_diff().context_radius(AROUND).header(before_name, after_name));
    text
}

/// Files end with a line's end.
fn ended(text: &str) -> String {
    format!("{}\n", text.trim_end())
}
