//! The tree that grows while a query is read.
//!
//! Owns how repeated keys, indexes and names merge. Must not know how keys are written.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use serde_json::Value;

/// A longer list becomes a map, whose keys are the indexes.
const MAX_ITEMS: usize = 100;

/// One node; lists are sparse until the end, because indexes come in any order.
pub(super) enum Tree {
    Leaf(String),
    List(BTreeMap<usize, Tree>),
    Map(IndexMap<String, Tree>),
}

impl Tree {
    /// A query is a map, even an empty one.
    pub(super) fn root() -> Self {
        Self::Map(IndexMap::new())
    }

    /// Adds a value; the path is never deeper than a key may be, so recursion is bounded.
    pub(super) fn insert(&mut self, path: &[&str], value: String) {
        let Some((first, rest)) = path.split_first() else {
            return self.push(Self::Leaf(value));
        };
        match self {
            Self::Leaf(_) => {
                let place = index(first, &BTreeMap::new()).map_or(path, |_| rest);
                self.push(Self::grown(place, value));
            }
            Self::List(items) => {
                let Some(at) = index(first, items) else {
                    self.turn_into_map();
                    return self.insert(path, value);
                };
                match items.get_mut(&at) {
                    Some(item) => item.insert(rest, value),
                    None => drop(items.insert(at, Self::grown(rest, value))),
                }
            }
            Self::Map(map) => match map.get_mut(*first) {
                Some(item) => item.insert(rest, value),
                None => drop(map.insert((*first).to_owned(), Self::grown(rest, value))),
            },
        }
    }

    /// A fresh branch that holds one value.
    fn grown(path: &[&str], value: String) -> Self {
        let Some((first, rest)) = path.split_first() else {
            return Self::Leaf(value);
        };
        let child = Self::grown(rest, value);
        match index(first, &BTreeMap::new()) {
            Some(at) => Self::List(BTreeMap::from([(at, child)])),
            None => Self::Map(IndexMap::from([((*first).to_owned(), child)])),
        }
    }

    /// Adds a second value where one stands already.
    fn push(&mut self, item: Self) {
        match self {
            Self::Leaf(text) => {
                let first = Self::Leaf(std::mem::take(text));
                *self = Self::List(BTreeMap::from([(0, first), (1, item)]));
            }
            Self::List(items) => {
                let next = end(items);
                items.insert(next, item);
                if next >= MAX_ITEMS {
                    self.turn_into_map();
                }
            }
            Self::Map(map) => {
                map.insert(free_index(map), item);
            }
        }
    }

    fn turn_into_map(&mut self) {
        if let Self::List(items) = self {
            let items = std::mem::take(items);
            *self = Self::Map(items.into_iter().map(|(at, item)| (at.to_string(), item)).collect());
        }
    }

    /// The tree as JSON; gaps in lists close.
    pub(super) fn into_json(self) -> Value {
        match self {
            Self::Leaf(text) => Value::String(text),
            Self::List(items) => Value::Array(items.into_values().map(Self::into_json).collect()),
            Self::Map(map) => {
                Value::Object(map.into_iter().map(|(key, item)| (key, item.into_json())).collect())
            }
        }
    }
}

fn end(items: &BTreeMap<usize, Tree>) -> usize {
    items.last_key_value().map_or(0, |(at, _)| at + 1)
}

/// Maps keep every further value: the reader that wants a text refuses the map, and nothing is lost unseen.
fn free_index(map: &IndexMap<String, Tree>) -> String {
    let mut at = map.len();
    while map.contains_key(&at.to_string()) {
        at += 1;
    }
    at.to_string()
}

/// `[]` is the next place; `[7]` is the place itself, where a list may have one.
fn index(segment: &str, items: &BTreeMap<usize, Tree>) -> Option<usize> {
    let at = if segment.is_empty() { end(items) } else { segment.parse().ok()? };
    let canonical = segment.is_empty() || at.to_string() == segment;
    (canonical && at < MAX_ITEMS).then_some(at)
}
