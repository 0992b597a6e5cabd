//! API keys: list, new, revoke. A key is shown on one page, once.

pub mod create;
pub mod list;
pub mod revoke;

/// What a new key can be limited to: scope, and what it allows in words.
const SCOPES: [(&str, &str); 5] = [
    ("environment:*", "Everything in this environment"),
    ("environment:connect_sessions:write", "Create connect sessions"),
    ("environment:connections:*", "Read, change and delete connections, with their credentials"),
    ("environment:integrations:*", "Read, change and delete integrations, with their credentials"),
    ("environment:proxy", "Call services on behalf of connections"),
];
