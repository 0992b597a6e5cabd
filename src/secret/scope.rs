//! What an API key may do (wire-protocol.md §1.3).

use serde::{Deserialize, Serialize};

const PREFIX: &str = "environment:";

/// Every scope that a route can ask for; the protocol's, and behind them this product's own.
const KNOWN: &[&str] = &[
    "integrations:list",
    "integrations:list_credentials",
    "integrations:list_functions",
    "integrations:read",
    "integrations:read_credentials",
    "integrations:create",
    "integrations:update",
    "integrations:delete",
    "connections:list",
    "connections:list_credentials",
    "connections:read",
    "connections:read_credentials",
    "connections:create",
    "connections:update",
    "connections:delete",
    "connect_sessions:write",
    "syncs:read",
    "syncs:execute",
    "syncs:update",
    "syncs:variant:create",
    "syncs:variant:delete",
    "functions:list",
    "functions:read",
    "functions:delete",
    "functions:compile",
    "functions:dryrun",
    "functions:invocations",
    "deploy",
    "records:read",
    "records:write",
    "logs:read",
    "actions:execute",
    "proxy",
    "variables:read",
    "webhook_signing_key:rotate",
    "mcp",
    "webhooks:replay",
    "webhook_settings:read",
    "webhook_settings:update",
    "connect_ui_settings:read",
    "connect_ui_settings:update",
];

/// One scope of a key: a name, or the beginning of names with `*` behind it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Scope(String);

impl Scope {
    /// Reads a scope that a new key may be given. A wildcard stands behind a colon, and there must be something below it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let name = text.strip_prefix(PREFIX)?;
        let is_known = match name.strip_suffix('*') {
            Some("") => true,
            Some(family) => family.ends_with(':') && KNOWN.iter().any(|known| known.starts_with(family)),
            None => KNOWN.contains(&name),
        };
        is_known.then(|| Self(text.to_owned()))
    }

    /// All that can be done in an environment.
    #[must_use]
    pub fn everything() -> Self {
        Self(format!("{PREFIX}*"))
    }

    /// Whether it allows what a route asks for, `connections:read`.
    #[must_use]
    pub fn allows(&self, wanted: &str) -> bool {
        let Some(granted) = self.0.strip_prefix(PREFIX) else { return false };
        granted.strip_suffix('*').map_or(granted == wanted, |beginning| wanted.starts_with(beginning))
    }

    /// Its text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Scope;

    #[test]
    fn a_scope_allows_itself_and_a_wildcard_what_begins_so() {
        let cases = [
            ("environment:*", "connections:read", true),
            ("environment:connections:*", "connections:read_credentials", true),
            ("environment:connections:*", "connect_sessions:write", false),
            ("environment:connections:read", "connections:read", true),
            ("environment:connections:read", "connections:read_credentials", false),
            ("environment:proxy", "proxy", true),
        ];
        for (granted, wanted, allowed) in cases {
            assert_eq!(Scope::parse(granted).unwrap().allows(wanted), allowed, "{granted} {wanted}");
        }
    }

    #[test]
    fn what_no_route_asks_for_is_no_scope() {
        for text in
            ["", "*", "environment:", "environment:conn*", "environment:nothing:*", "account:*", "proxy"]
        {
            assert!(Scope::parse(text).is_none(), "{text}");
        }
    }
}
