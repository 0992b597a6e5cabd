//! Strict reading of one object, and the collection of everything that is wrong with it.
//!
//! Owns which keys were asked for and the list of issues. Must not know the values' own rules ([`super::field`]).

use serde_json::{Map, Value};

use super::field::Field;
use super::issue::{Fault, Issue, Issues};

/// More issues than this tell nobody more; a hostile body must not grow a hostile answer.
const MAX_ISSUES: usize = 100;

/// The proof that an issue was recorded: nothing else makes one.
#[derive(Clone, Copy, Debug)]
pub struct Refused(());

/// A value that was read, or was refused with its issues recorded.
pub type Read<T> = Result<T, Refused>;

/// The issues found so far.
#[derive(Debug, Default)]
pub struct Collector(Vec<Issue>);

impl Collector {
    /// Records a fault at this place.
    pub fn refuse(&mut self, path: &[String], fault: Fault) -> Refused {
        if self.0.len() < MAX_ISSUES {
            self.0.push(fault.at(path));
        }
        Refused(())
    }
}

/// Reads a whole body or query; `None` is a body that is not there.
pub fn read<T>(value: Option<&Value>, shape: impl FnOnce(Field<'_, '_>) -> Read<T>) -> Result<T, Issues> {
    let mut collector = Collector::default();
    let read = shape(Field::new(value, Vec::new(), &mut collector));
    match (Issues::non_empty(collector.0), read) {
        (None, Ok(value)) => Ok(value),
        (Some(issues), _) => Err(issues),
        (None, Err(Refused(()))) => Err(Fault::no_variant().at::<String>([]).into()),
    }
}

/// What happens with keys that the reader did not ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unknown {
    Refused,
    Dropped,
}

/// An object whose keys are read one by one.
pub struct ObjectReader<'v, 'c> {
    map: &'v Map<String, Value>,
    path: Vec<String>,
    collector: &'c mut Collector,
    known: Vec<&'static str>,
}

impl<'v, 'c> ObjectReader<'v, 'c> {
    pub(super) fn new(map: &'v Map<String, Value>, path: Vec<String>, collector: &'c mut Collector) -> Self {
        Self { map, path, collector, known: Vec::new() }
    }

    /// Whether the key is there, whatever its value.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.map.contains_key(name)
    }

    /// The object as it came.
    #[must_use]
    pub fn raw(&self) -> &'v Map<String, Value> {
        self.map
    }

    /// Reads a key that must be there: the shape sees a missing one too, and names the type that it wants.
    pub fn required<T>(
        &mut self,
        name: &'static str,
        shape: impl FnOnce(Field<'v, '_>) -> Read<T>,
    ) -> Read<T> {
        self.known.push(name);
        let mut path = self.path.clone();
        path.push(name.to_owned());
        shape(Field::new(self.map.get(name), path, self.collector))
    }

    /// Reads a key that may be missing (but not null).
    pub fn optional<T>(
        &mut self,
        name: &'static str,
        shape: impl FnOnce(Field<'v, '_>) -> Read<T>,
    ) -> Read<Option<T>> {
        if self.has(name) {
            return self.required(name, shape).map(Some);
        }
        self.known.push(name);
        Ok(None)
    }

    /// Knows a key without reading it.
    pub fn ignore(&mut self, name: &'static str) {
        self.known.push(name);
    }

    /// Records a fault of the object as a whole.
    pub fn refuse(&mut self, fault: Fault) -> Refused {
        self.collector.refuse(&self.path, fault)
    }

    pub(super) fn close(self, unknown: Unknown) -> Read<()> {
        if unknown == Unknown::Dropped {
            return Ok(());
        }
        let strange: Vec<&str> =
            self.map.keys().map(String::as_str).filter(|key| !self.known.contains(key)).collect();
        if strange.is_empty() {
            return Ok(());
        }
        Err(self.collector.refuse(&self.path, Fault::unknown_keys(&strange)))
    }
}
