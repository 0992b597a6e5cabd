//! The hosts to which a definition sends what people and owners entrust it with.
//!
//! Reads the definition's texts rather than its keys: a key that a later format adds is not forgotten here. What
//! people only read, such as a guide, sends nothing.

use std::collections::BTreeSet;

use serde_json::Value;

use super::model::Provider;

/// Keys whose addresses nobody calls with a credential.
const ONLY_READ: &[&str] = &[
    "docs",
    "docs_connect",
    "setup_guide_url",
    "hints",
    "scope_titles",
    "display_name",
    "categories",
    "description",
    "title",
    "example",
    "placeholder",
    "doc_section",
    "default_scopes",
    "pattern",
];

/// What a new definition changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DestinationChange {
    /// Hosts that are new.
    pub added: Vec<String>,
    /// Hosts that are left.
    pub removed: Vec<String>,
}

impl DestinationChange {
    /// From one definition to another.
    #[must_use]
    pub fn between(before: Option<&Provider>, after: Option<&Provider>) -> Self {
        let before = before.map(destinations).unwrap_or_default();
        let after = after.map(destinations).unwrap_or_default();
        Self {
            added: after.difference(&before).cloned().collect(),
            removed: before.difference(&after).cloned().collect(),
        }
    }

    /// Whether everything goes where it went before.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty()
    }

    /// The change in one line, by which a confirmation names what it confirms.
    #[must_use]
    pub fn summary(&self) -> String {
        let added = self.added.iter().map(|host| format!("+{host}"));
        let removed = self.removed.iter().map(|host| format!("-{host}"));
        added.chain(removed).collect::<Vec<_>>().join(" ")
    }
}

/// The hosts, as templates: `${connectionConfig.subdomain}.zendesk.com`. Where a value that stands in a host has a
/// default or options, each of them is a host of its own.
#[must_use]
pub fn destinations(provider: &Provider) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let definition: Value = serde_json::from_str(provider.json()).unwrap_or_default();
    collect(&definition, &mut found);
    for field in &provider.connection_config {
        let name = field.name.as_str();
        if provider.authority_roles(name).is_empty() {
            continue;
        }
        let options = field.options.iter().flatten().map(|option| &**option);
        for value in options.chain(field.default_value.as_deref()).filter(|value| !value.is_empty()) {
            found.insert(format!("${{connectionConfig.{name}}} = {value}"));
        }
    }
    found
}

fn collect(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => found.extend(hosts(text)),
        Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
        Value::Object(map) => {
            for (key, value) in map.iter().filter(|(key, _)| !ONLY_READ.contains(&key.as_str())) {
                collect(value, found);
                collect_by_key(key, value, found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// What decides about a host without being a whole address.
fn collect_by_key(key: &str, value: &Value, found: &mut BTreeSet<String>) {
    let texts = match value {
        Value::Array(items) => items.iter().collect(),
        Value::Object(map) => map.values().collect(),
        one => vec![one],
    };
    for text in texts.into_iter().filter_map(Value::as_str) {
        let decides = match key {
            "authorization_url_replacements" => true,
            // Laid behind the base address: only what begins with one slash stays below it.
            "endpoint" | "endpoints" => !text.starts_with('/') || text.starts_with("//"),
            key => key.contains("url") && text.starts_with("${"),
        };
        if decides && !text.contains("://") && !text.is_empty() {
            found.insert(authority(text.trim_start_matches('/')));
        }
    }
}

/// The hosts of all addresses in a text.
fn hosts(text: &str) -> Vec<String> {
    text.match_indices("://")
        .map(|(at, _)| authority(&text[at + 3..]))
        .filter(|host| !host.is_empty())
        .collect()
}

/// What stands before the path; a placeholder may hold any character.
fn authority(text: &str) -> String {
    let mut depth = 0_usize;
    let mut host = String::new();
    for character in text.chars() {
        match character {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            '/' | '?' | '#' | '\\' | '"' | '\'' | ' ' if depth == 0 => break,
            _ => {}
        }
        host.push(character);
    }
    // What stands before an @ is no host.
    let host = host.rsplit_once('@').map_or(host.as_str(), |(_, host)| host);
    if host.contains("${") { host.to_owned() } else { host.to_ascii_lowercase() }
}
