//! Reading one value of a tree: its type, its rules, its children.
//!
//! Owns the types of JSON and how they are named in issues. Must not know any particular request.

use std::hash::Hash;

use indexmap::IndexMap;
use secrecy::SecretString;
use serde_json::{Map, Value};

use super::issue::Fault;
use super::object::{Collector, ObjectReader, Read, Refused, Unknown};
use super::text::Length;

/// One value, or its absence, at its place.
pub struct Field<'v, 'c> {
    value: Option<&'v Value>,
    path: Vec<String>,
    collector: &'c mut Collector,
}

impl<'v, 'c> Field<'v, 'c> {
    pub(super) fn new(value: Option<&'v Value>, path: Vec<String>, collector: &'c mut Collector) -> Self {
        Self { value, path, collector }
    }

    /// The same value for one of several readings.
    pub fn reborrow(&mut self) -> Field<'v, '_> {
        Field { value: self.value, path: self.path.clone(), collector: self.collector }
    }

    /// The value as it came.
    #[must_use]
    pub fn raw(&self) -> Option<&'v Value> {
        self.value
    }

    /// Where the value stands.
    #[must_use]
    pub fn path(&self) -> &[String] {
        &self.path
    }

    /// Records a fault of this value.
    #[must_use]
    pub fn refuse(self, fault: Fault) -> Refused {
        self.collector.refuse(&self.path, fault)
    }

    /// Records a fault of a child of this value.
    #[must_use]
    pub fn refuse_child(self, name: &str, fault: Fault) -> Refused {
        let path = child(&self.path, name);
        self.collector.refuse(&path, fault)
    }

    fn wrong_type(self, expected: &str) -> Refused {
        let received = type_name(self.value);
        self.refuse(Fault::wrong_type(expected, received))
    }

    /// Any text.
    pub fn text(self) -> Read<&'v str> {
        match self.value {
            Some(Value::String(text)) => Ok(text),
            _ => Err(self.wrong_type("string")),
        }
    }

    /// A text that `parse` turns into something better.
    pub fn parsed<T, E: Into<Fault>>(self, parse: impl FnOnce(&str) -> Result<T, E>) -> Read<T> {
        match self.value {
            Some(Value::String(text)) => parse(text).map_err(|fault| self.refuse(fault.into())),
            _ => Err(self.wrong_type("string")),
        }
    }

    /// A text of this length.
    pub fn sized(self, length: Length) -> Read<String> {
        self.parsed(|text| length.check(text).map(|()| text.to_owned()))
    }

    /// A secret of this length.
    pub fn secret(self, length: Length) -> Read<SecretString> {
        self.parsed(|text| length.check(text).map(|()| SecretString::from(text)))
    }

    /// One of these texts.
    pub fn choice<T: Copy>(self, options: &[(&str, T)]) -> Read<T> {
        let chosen = self.value.and_then(Value::as_str);
        match options.iter().find(|(text, _)| chosen == Some(text)) {
            Some((_, value)) => Ok(*value),
            None => Err(self.refuse(Fault::not_among(options.iter().map(|(text, _)| *text)))),
        }
    }

    /// A list; every bad element is reported.
    pub fn array<T>(self, mut each: impl FnMut(Field<'v, '_>) -> Read<T>) -> Read<Vec<T>> {
        let Some(Value::Array(items)) = self.value else {
            return Err(self.wrong_type("array"));
        };
        let read: Vec<Read<T>> = items
            .iter()
            .enumerate()
            .map(|(index, item)| {
                each(Field::new(Some(item), child(&self.path, &index.to_string()), self.collector))
            })
            .collect();
        read.into_iter().collect()
    }

    /// A map with free keys; every bad key and value is reported.
    pub fn record<K: Hash + Eq, T>(
        self,
        key: impl Fn(&str) -> Option<K>,
        mut each: impl FnMut(Field<'v, '_>) -> Read<T>,
    ) -> Read<IndexMap<K, T>> {
        let Some(Value::Object(map)) = self.value else {
            return Err(self.wrong_type("record"));
        };
        let read: Vec<Read<(K, T)>> = map
            .iter()
            .map(|(name, value)| {
                let path = child(&self.path, name);
                match key(name) {
                    Some(key) => Ok((key, each(Field::new(Some(value), path, self.collector))?)),
                    None => Err(self.collector.refuse(&path, Fault::bad_key())),
                }
            })
            .collect();
        read.into_iter().collect()
    }

    /// An object whose other keys are refused.
    pub fn strict_object<T>(self, shape: impl FnOnce(&mut ObjectReader<'v, '_>) -> Read<T>) -> Read<T> {
        self.object(Unknown::Refused, shape)
    }

    /// An object whose other keys are dropped.
    pub fn open_object<T>(self, shape: impl FnOnce(&mut ObjectReader<'v, '_>) -> Read<T>) -> Read<T> {
        self.object(Unknown::Dropped, shape)
    }

    fn object<T>(
        self,
        unknown: Unknown,
        shape: impl FnOnce(&mut ObjectReader<'v, '_>) -> Read<T>,
    ) -> Read<T> {
        let Some(Value::Object(map)) = self.value else {
            return Err(self.wrong_type("object"));
        };
        let mut reader = ObjectReader::new(map, self.path, self.collector);
        let read = shape(&mut reader);
        reader.close(unknown)?;
        read
    }
}

/// Any object, as it came.
pub fn any_object(field: Field<'_, '_>) -> Read<Map<String, Value>> {
    field.open_object(|object| Ok(object.raw().clone()))
}

/// `true` or `false`.
pub fn boolean(field: Field<'_, '_>) -> Read<bool> {
    match field.value {
        Some(Value::Bool(value)) => Ok(*value),
        _ => Err(field.wrong_type("boolean")),
    }
}

fn child(path: &[String], name: &str) -> Vec<String> {
    let mut path = path.to_vec();
    path.push(name.to_owned());
    path
}

fn type_name(value: Option<&Value>) -> &'static str {
    match value {
        None => "undefined",
        Some(Value::Null) => "null",
        Some(Value::Bool(_)) => "boolean",
        Some(Value::Number(_)) => "number",
        Some(Value::String(_)) => "string",
        Some(Value::Array(_)) => "array",
        Some(Value::Object(_)) => "object",
    }
}
