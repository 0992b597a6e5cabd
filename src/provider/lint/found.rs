//! Gathers what one rule finds in one entry, with its place.

use super::super::node::{Node, NodeValue, Position};
use super::subject::Subject;

/// One thing found.
pub(super) struct Hit {
    pub path: String,
    /// The first key of the path.
    pub section: String,
    pub at: Position,
    pub what: String,
}

/// What was found in an entry so far.
pub(super) struct Found<'a> {
    subject: &'a Subject<'a>,
    pub hits: Vec<Hit>,
}

impl<'a> Found<'a> {
    pub fn new(subject: &'a Subject<'a>) -> Self {
        Self { subject, hits: Vec::new() }
    }

    /// Notes something at a path of the entry.
    pub fn at(&mut self, path: &[&str], what: impl Into<String>) {
        let at = place(self.subject.node, self.subject.key_at, path);
        let section = path.first().copied().unwrap_or_default().to_owned();
        self.hits.push(Hit { path: path.join("."), section, at, what: what.into() });
    }
}

/// The value of a path where it is a plain one, else its key; the nearest thing above it where it is not there.
fn place(node: &Node, key_at: Position, path: &[&str]) -> Position {
    let (mut here, mut at) = (node, key_at);
    for key in path {
        let next = match &here.value {
            NodeValue::Map(entries) => entries.iter().find(|entry| &*entry.key == *key),
            NodeValue::List(items) => {
                let Some(item) = key.parse().ok().and_then(|at: usize| items.get(at)) else { break };
                (here, at) = (item, item.at);
                continue;
            }
            _ => None,
        };
        let Some(entry) = next else { break };
        let is_plain = !matches!(entry.value.value, NodeValue::Map(_) | NodeValue::List(_));
        (here, at) = (&entry.value, if is_plain { entry.value.at } else { entry.key_at });
    }
    at
}
