//! Gathers findings and places while entries are judged.

use super::error::{Disabled, Finding, FindingKind, Place};
use super::node::{Node, Position};

/// Names of the sources, and what was found in them.
#[derive(Default)]
pub(super) struct Ledger {
    pub sources: Vec<String>,
    pub disabled: Vec<Disabled>,
    pub findings: Vec<Finding>,
}

impl Ledger {
    /// The place of a position.
    pub fn place(&self, at: Position) -> Place {
        let file = self.sources.get(at.source as usize).cloned().unwrap_or_default();
        Place { file, line: at.line, column: at.column }
    }

    /// Notes that an entry cannot be used.
    pub fn disable(&mut self, key: &str, reason: String, at: Position) {
        let place = self.place(at);
        self.disabled.push(Disabled { key: key.to_owned(), reason, place });
    }

    /// Notes something in a usable entry.
    pub fn find(&mut self, provider: &str, path: &str, kind: FindingKind, at: Position) {
        let place = self.place(at);
        self.findings.push(Finding { provider: provider.to_owned(), path: path.to_owned(), kind, place });
    }
}

/// Where a path of an entry stands, or the nearest thing above it.
pub(super) fn locate(node: &Node, path: &[&str]) -> Position {
    let mut here = node;
    for key in path {
        match here.get(key) {
            Some(next) => here = next,
            None => break,
        }
    }
    here.at
}
