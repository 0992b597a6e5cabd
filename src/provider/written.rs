//! How a definition is written: its lines, read again from where they were loaded.
//!
//! Owns where each entry begins. Keeps no text of files, so that a large catalogue costs a few bytes an entry.

use std::collections::HashMap;

use super::catalog::Catalog;
use super::edited::edited;
use super::model::Provider;
use super::node::Position;
use super::source::{Origin, SourceFile};

/// The text of one definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The YAML: a map of the provider's key to its definition.
    pub text: String,
    /// The file, as it was named when it was loaded.
    pub file: String,
    /// The line of the file at which it begins; none where the text is written anew, because the file has changed
    /// since it was loaded, or has no lines to show.
    pub line: Option<u32>,
}

/// Where entries begin, and the files.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    lines: HashMap<Box<str>, Position>,
    files: Vec<(String, Origin)>,
}

impl Places {
    pub fn new(lines: HashMap<Box<str>, Position>, files: Vec<SourceFile>) -> Self {
        Self { lines, files: files.into_iter().map(|file| (file.name, file.origin)).collect() }
    }

    pub fn file_of(&self, key: &str) -> Option<String> {
        let (_, origin) = self.files.get(self.lines.get(key)?.source as usize)?;
        origin.text().map(std::borrow::Cow::into_owned)
    }

    pub fn written(&self, catalog: &Catalog, provider: &Provider) -> Option<Written> {
        let key = provider.key.as_str();
        let at = self.lines.get(key)?;
        let (file, origin) = self.files.get(at.source as usize)?;
        let lines = origin.text().and_then(|text| entry_at(&text, at.line));
        // The same only if it says the same: files are edited, and an anchor may stand outside of the entry.
        let same = lines.filter(|text| {
            edited(catalog, key, text).provider.is_some_and(|again| again.json() == provider.json())
        });
        Some(match same {
            Some(text) => Written { text, file: file.clone(), line: Some(at.line) },
            None => Written { text: anew(provider), file: file.clone(), line: None },
        })
    }
}

/// The lines from this one to the next that begins an entry, without the comments and blank lines before that.
fn entry_at(text: &str, line: u32) -> Option<String> {
    let mut rest = text.lines().skip((line as usize).checked_sub(1)?);
    let first = rest.next().filter(|first| !first.starts_with([' ', '{', '\t', '#']))?;
    let mut lines = vec![first];
    lines.extend(rest.take_while(|line| line.is_empty() || line.starts_with([' ', '\t', '#', '\r'])));
    while lines.last().is_some_and(|last| last.trim().is_empty() || last.starts_with('#')) {
        lines.pop();
    }
    Some(lines.join("\n") + "\n")
}

/// JSON is YAML.
fn anew(provider: &Provider) -> String {
    let definition: serde_json::Value = serde_json::from_str(provider.json()).unwrap_or_default();
    let text = serde_json::to_string_pretty(&definition).unwrap_or_default();
    let indented = text.replace('\n', "\n  ");
    format!("{}:\n  {indented}\n", provider.key)
}
