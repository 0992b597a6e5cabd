//! One provider file's text → its entries in file order.

use serde_saphyr::{DuplicateKeyPolicy, Options};

use super::error::{LoadError, Place};
use super::node::{Entry, Node, NodeValue, duplicate_of};

/// Reads a file. `source` is its number, `name` how messages call it.
pub(super) fn entries(text: &str, name: &str, source: u32) -> Result<Vec<Entry>, LoadError> {
    read(text, name, source, of_file())
}

/// The same for a text that somebody typed into a page: one definition, and no more than that.
pub(super) fn typed_entries(text: &str, name: &str, source: u32) -> Result<Vec<Entry>, LoadError> {
    read(text, name, source, of_page())
}

fn read(text: &str, name: &str, source: u32, options: Options) -> Result<Vec<Entry>, LoadError> {
    if text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
        return Ok(Vec::new());
    }
    let mut node: Node =
        serde_saphyr::from_str_with_options(text, options).map_err(|error| not_yaml(&error, name))?;
    node.set_source(source);
    let at = node.at;
    let NodeValue::Map(entries) = node.value else {
        return Err(LoadError::NotAMap { place: place(name, at.line, at.column) });
    };
    match duplicate_of(&entries) {
        Some(entry) => Err(LoadError::DuplicateKey {
            place: place(name, entry.key_at.line, entry.key_at.column),
            key: entry.key.to_string(),
        }),
        None => Ok(entries),
    }
}

/// Duplicate keys pass the parser so that a nested one can disable its entry instead of stopping the file.
fn of_file() -> Options {
    serde_saphyr::options! {
        strict_booleans: true,
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        budget: serde_saphyr::budget! { max_events: 8_000_000, max_nodes: 4_000_000 },
    }
}

/// What an alias repeats counts as often as it is repeated.
fn of_page() -> Options {
    serde_saphyr::options! {
        strict_booleans: true,
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        budget: serde_saphyr::budget! {
            max_events: 200_000,
            max_nodes: 50_000,
            max_depth: 32,
            max_anchors: 64,
            max_aliases: 256,
            max_documents: 1,
        },
        alias_limits: serde_saphyr::alias_limits! {
            max_total_replayed_events: 50_000,
            max_replay_stack_depth: 8,
            max_alias_expansions_per_anchor: 256,
        },
    }
}

fn not_yaml(error: &serde_saphyr::Error, name: &str) -> LoadError {
    let error = error.without_snippet();
    let small = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
    let (line, column) = error.location().map_or((1, 1), |at| (small(at.line()), small(at.column())));
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default().to_owned();
    LoadError::Yaml { place: place(name, line, column), message }
}

fn place(file: &str, line: u32, column: u32) -> Place {
    Place { file: file.to_owned(), line, column }
}
