//! A generic, ordered YAML tree whose every value knows where it stands.
//!
//! Owns the tree and its way to JSON. Must not know what a provider is.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Number;
use serde_saphyr::Spanned;

/// Where a value stands: the number of its source, and line and column counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Position {
    pub source: u32,
    pub line: u32,
    pub column: u32,
}

/// A value and its place.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub value: NodeValue,
    pub at: Position,
}

/// What a node holds.
#[derive(Clone, Debug)]
pub(super) enum NodeValue {
    Null,
    Bool(bool),
    Number(Number),
    Text(Box<str>),
    List(Vec<Node>),
    Map(Vec<Entry>),
}

/// One key of a map, in file order. Duplicate keys are kept, for whoever reads the tree to judge.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub key: Box<str>,
    pub key_at: Position,
    pub value: Node,
}

impl Node {
    /// The entries, if this is a map.
    pub fn entries(&self) -> Option<&[Entry]> {
        match &self.value {
            NodeValue::Map(entries) => Some(entries),
            _ => None,
        }
    }

    /// The value of a key, if this is a map that has it.
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.entries()?.iter().find(|entry| &*entry.key == key).map(|entry| &entry.value)
    }

    /// The text, if this is one.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            NodeValue::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Says of the whole tree from which source it comes.
    pub fn set_source(&mut self, source: u32) {
        self.at.source = source;
        match &mut self.value {
            NodeValue::List(items) => items.iter_mut().for_each(|item| item.set_source(source)),
            NodeValue::Map(entries) => {
                for entry in entries {
                    entry.key_at.source = source;
                    entry.value.set_source(source);
                }
            }
            _ => {}
        }
    }

    /// The first key, at any depth, that occurs twice in its map.
    pub fn duplicate(&self) -> Option<&Entry> {
        match &self.value {
            NodeValue::List(items) => items.iter().find_map(Self::duplicate),
            NodeValue::Map(entries) => {
                duplicate_of(entries).or_else(|| entries.iter().find_map(|entry| entry.value.duplicate()))
            }
            _ => None,
        }
    }
}

/// The first entry whose key already stood before it.
pub(super) fn duplicate_of(entries: &[Entry]) -> Option<&Entry> {
    let mut seen = std::collections::HashSet::with_capacity(entries.len());
    entries.iter().find(|entry| !seen.insert(&*entry.key))
}

impl Position {
    fn of<T>(spanned: &Spanned<T>) -> Self {
        let at = spanned.referenced;
        let small = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
        Self { source: 0, line: small(at.line()), column: small(at.column()) }
    }
}

impl From<Spanned<NodeValue>> for Node {
    fn from(spanned: Spanned<NodeValue>) -> Self {
        let at = Position::of(&spanned);
        Self { value: spanned.value, at }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Spanned::<NodeValue>::deserialize(deserializer).map(Self::from)
    }
}

impl<'de> Deserialize<'de> for NodeValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = NodeValue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a YAML value")
    }

    fn visit_unit<E>(self) -> Result<NodeValue, E> {
        Ok(NodeValue::Null)
    }

    fn visit_none<E>(self) -> Result<NodeValue, E> {
        Ok(NodeValue::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<NodeValue, D::Error> {
        NodeValue::deserialize(deserializer)
    }

    fn visit_bool<E>(self, value: bool) -> Result<NodeValue, E> {
        Ok(NodeValue::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<NodeValue, E> {
        Ok(NodeValue::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<NodeValue, E> {
        Ok(NodeValue::Number(value.into()))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<NodeValue, E> {
        Number::from_f64(value).map(NodeValue::Number).ok_or_else(|| E::custom("a number must be finite"))
    }

    fn visit_str<E>(self, value: &str) -> Result<NodeValue, E> {
        Ok(NodeValue::Text(value.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<NodeValue, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element::<Node>()? {
            items.push(item);
        }
        Ok(NodeValue::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<NodeValue, A::Error> {
        let mut entries = Vec::new();
        while let Some(key) = map.next_key::<Spanned<String>>()? {
            let key_at = Position::of(&key);
            entries.push(Entry { key: key.value.into(), key_at, value: map.next_value()? });
        }
        Ok(NodeValue::Map(entries))
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.value {
            NodeValue::Null => serializer.serialize_unit(),
            NodeValue::Bool(value) => serializer.serialize_bool(*value),
            NodeValue::Number(value) => value.serialize(serializer),
            NodeValue::Text(value) => serializer.serialize_str(value),
            NodeValue::List(items) => serializer.collect_seq(items),
            NodeValue::Map(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for entry in entries {
                    map.serialize_entry(&*entry.key, &entry.value)?;
                }
                map.end()
            }
        }
    }
}
