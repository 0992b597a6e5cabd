//! Aliases: an entry that takes another entry's keys and lays its own on top.
//!
//! Shallow, one step, in file order, each result written back before the next entry is looked at; so a chain works
//! only if its middle was resolved before.

use indexmap::IndexMap;

use super::node::{Entry, Node, NodeValue, Position};

/// Entries by key, as they stand now.
pub(super) type Entries = IndexMap<Box<str>, Stand>;

/// What stands under a key.
pub(super) struct Stand {
    pub node: Node,
    pub key_at: Position,
    /// The keys that come from an alias's target alone.
    pub inherited: Vec<Box<str>>,
    /// Why the alias could not be resolved.
    pub broken: Option<String>,
}

/// Adds one file's entries (replacing those of earlier files) and resolves its aliases.
pub(super) fn add_file(entries: &mut Entries, file: Vec<Entry>) {
    let keys: Vec<Box<str>> = file.iter().map(|entry| entry.key.clone()).collect();
    for entry in file {
        entries.insert(
            entry.key,
            Stand { node: entry.value, key_at: entry.key_at, inherited: Vec::new(), broken: None },
        );
    }
    for key in keys {
        resolve(entries, &key);
    }
}

fn resolve(entries: &mut Entries, key: &str) {
    let Some(own) = entries.get(key) else { return };
    let Some(target) = own.node.get("alias") else { return };
    let result = match target.text() {
        Some(target) => merged(entries, target, &own.node),
        None => Err("alias: expected the key of another provider".to_owned()),
    };
    let Some(own) = entries.get_mut(key) else { return };
    match result {
        Ok(node) => {
            let own_keys = std::mem::replace(&mut own.node, node);
            let keys = own.node.entries().into_iter().flatten().map(|entry| entry.key.clone());
            own.inherited = keys.filter(|key| own_keys.get(key).is_none()).collect();
        }
        Err(reason) => own.broken = Some(reason),
    }
}

fn merged(entries: &Entries, target: &str, own: &Node) -> Result<Node, String> {
    let base = entries.get(target).ok_or_else(|| format!("alias: no provider `{target}`"))?;
    if base.node.get("alias").is_some() {
        return Err(format!("alias: `{target}` is itself an alias that is not resolved before this entry"));
    }
    let base = base.node.entries().ok_or_else(|| format!("alias: `{target}` is not a map"))?;
    let mut result: Vec<Entry> = base.to_vec();
    for entry in own.entries().into_iter().flatten().filter(|entry| &*entry.key != "alias") {
        match result.iter_mut().find(|existing| existing.key == entry.key) {
            Some(existing) => *existing = entry.clone(),
            None => result.push(entry.clone()),
        }
    }
    Ok(Node { value: NodeValue::Map(result), at: own.at })
}
