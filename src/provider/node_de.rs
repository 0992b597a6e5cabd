//! Reads typed structures out of a [`Node`], with the place of whatever does not fit, and notes keys nobody knows.
//!
//! Must not know which structures are read.

use std::cell::RefCell;
use std::fmt;

use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{self, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::node::{Entry, Node, NodeValue, Position};

/// Why a node is not what was expected, and where.
#[derive(Debug)]
pub(super) struct NodeError {
    pub message: String,
    pub at: Option<Position>,
    pub path: Vec<String>,
}

impl NodeError {
    fn inside(mut self, key: &str, at: Position) -> Self {
        self.path.insert(0, key.to_owned());
        self.at = self.at.or(Some(at));
        self
    }
}

impl de::Error for NodeError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self { message: message.to_string(), at: None, path: Vec::new() }
    }
}

impl fmt::Display for NodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path.join("."))?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for NodeError {}

/// A key that no structure asked for.
#[derive(Debug)]
pub(super) struct UnknownKey {
    pub path: String,
    pub at: Position,
}

/// What is read along the way.
#[derive(Default)]
pub(super) struct Notes {
    path: RefCell<Vec<String>>,
    unknown: RefCell<Vec<UnknownKey>>,
}

impl Notes {
    fn note_unknown(&self, entries: &[Entry], known: &[&str]) {
        for entry in entries.iter().filter(|entry| !known.contains(&&*entry.key)) {
            let mut path = self.path.borrow().clone();
            path.push(entry.key.to_string());
            self.unknown.borrow_mut().push(UnknownKey { path: path.join("."), at: entry.key_at });
        }
    }
}

/// Reads a node as a `T`; on success with the keys that `T` did not ask for.
pub(super) fn read<'n, T: de::Deserialize<'n>>(node: &'n Node) -> Result<(T, Vec<UnknownKey>), NodeError> {
    let notes = Notes::default();
    let value = T::deserialize(NodeDeserializer { node, notes: &notes })?;
    Ok((value, notes.unknown.into_inner()))
}

#[derive(Clone, Copy)]
struct NodeDeserializer<'n, 'a> {
    node: &'n Node,
    notes: &'a Notes,
}

impl<'n, 'a> NodeDeserializer<'n, 'a> {
    fn map(self, entries: &'n [Entry]) -> Walk<'n, 'a> {
        Walk { entries: entries.iter(), value: None, notes: self.notes }
    }
}

impl<'n> Deserializer<'n> for NodeDeserializer<'n, '_> {
    type Error = NodeError;

    fn deserialize_any<V: Visitor<'n>>(self, visitor: V) -> Result<V::Value, NodeError> {
        let result = match &self.node.value {
            NodeValue::Null => visitor.visit_unit(),
            NodeValue::Bool(value) => visitor.visit_bool(*value),
            NodeValue::Number(value) => {
                value.deserialize_any(visitor).map_err(|error| de::Error::custom(error.to_string()))
            }
            NodeValue::Text(value) => visitor.visit_borrowed_str(value),
            NodeValue::List(items) => visitor.visit_seq(Items { items: items.iter(), notes: self.notes }),
            NodeValue::Map(entries) => visitor.visit_map(self.map(entries)),
        };
        result.map_err(|mut error: NodeError| {
            error.at = error.at.or(Some(self.node.at));
            error
        })
    }

    fn deserialize_option<V: Visitor<'n>>(self, visitor: V) -> Result<V::Value, NodeError> {
        match self.node.value {
            NodeValue::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'n>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, NodeError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_struct<V: Visitor<'n>>(
        self,
        _name: &'static str,
        known: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NodeError> {
        if let NodeValue::Map(entries) = &self.node.value {
            self.notes.note_unknown(entries, known);
        }
        self.deserialize_any(visitor)
    }

    fn deserialize_enum<V: Visitor<'n>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NodeError> {
        let result = match &self.node.value {
            NodeValue::Text(text) => {
                let text: StrDeserializer<'_, NodeError> = (&**text).into_deserializer();
                text.deserialize_enum(name, variants, visitor)
            }
            NodeValue::Map(entries) => visitor.visit_enum(MapAccessDeserializer::new(self.map(entries))),
            _ => Err(de::Error::custom(format_args!("expected one of {}", variants.join(", ")))),
        };
        result.map_err(|mut error| {
            error.at = error.at.or(Some(self.node.at));
            error
        })
    }

    forward_to_deserialize_any! {
        <V: Visitor<'n>>
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map identifier ignored_any
    }
}

struct Items<'n, 'a> {
    items: std::slice::Iter<'n, Node>,
    notes: &'a Notes,
}

impl<'n> SeqAccess<'n> for Items<'n, '_> {
    type Error = NodeError;

    fn next_element_seed<T: DeserializeSeed<'n>>(&mut self, seed: T) -> Result<Option<T::Value>, NodeError> {
        let notes = self.notes;
        self.items.next().map(|node| seed.deserialize(NodeDeserializer { node, notes })).transpose()
    }
}

struct Walk<'n, 'a> {
    entries: std::slice::Iter<'n, Entry>,
    value: Option<&'n Entry>,
    notes: &'a Notes,
}

impl<'n> MapAccess<'n> for Walk<'n, '_> {
    type Error = NodeError;

    fn next_key_seed<K: DeserializeSeed<'n>>(&mut self, seed: K) -> Result<Option<K::Value>, NodeError> {
        self.value = self.entries.next();
        let key = self.value.map(|entry| de::value::BorrowedStrDeserializer::new(&entry.key));
        key.map(|key| seed.deserialize(key)).transpose()
    }

    fn next_value_seed<V: DeserializeSeed<'n>>(&mut self, seed: V) -> Result<V::Value, NodeError> {
        let Some(entry) = self.value.take() else {
            return Err(de::Error::custom("a value without its key"));
        };
        self.notes.path.borrow_mut().push(entry.key.to_string());
        let result = seed.deserialize(NodeDeserializer { node: &entry.value, notes: self.notes });
        self.notes.path.borrow_mut().pop();
        result.map_err(|error| error.inside(&entry.key, entry.value.at))
    }
}
