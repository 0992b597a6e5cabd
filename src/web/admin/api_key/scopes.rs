//! What a new key can be limited to, in groups, each with what it allows in words.

/// A group of scopes.
pub struct Group {
    /// What they are about.
    pub title: &'static str,
    /// Scope, and what it allows.
    pub scopes: &'static [(&'static str, &'static str)],
}

/// The scope of a key that may do everything.
pub const EVERYTHING: &str = "environment:*";

/// All that a page offers.
pub const GROUPS: &[Group] = &[
    Group { title: "Everything", scopes: &[(EVERYTHING, "Everything in this environment")] },
    Group {
        title: "Sessions",
        scopes: &[("environment:connect_sessions:write", "Create connect sessions and exchange their codes")],
    },
    Group {
        title: "Connections",
        scopes: &[
            ("environment:connections:*", "Everything with connections, with their credentials"),
            ("environment:connections:list", "List connections"),
            ("environment:connections:read", "Read connections without their credentials"),
            ("environment:connections:read_credentials", "Read connections with their credentials"),
            ("environment:connections:create", "Import connections"),
            ("environment:connections:update", "Change connections"),
            ("environment:connections:delete", "Delete connections and erase people"),
            ("environment:proxy", "Call services on behalf of connections"),
        ],
    },
    Group {
        title: "Integrations",
        scopes: &[
            ("environment:integrations:*", "Everything with integrations, with their credentials"),
            ("environment:integrations:list", "List integrations"),
            ("environment:integrations:read", "Read integrations without their credentials"),
            ("environment:integrations:read_credentials", "Read integrations with their credentials"),
            ("environment:integrations:create", "Create integrations"),
            ("environment:integrations:update", "Change integrations"),
            ("environment:integrations:delete", "Delete integrations"),
        ],
    },
    Group {
        title: "Environment",
        scopes: &[
            ("environment:variables:read", "Read environment variables"),
            ("environment:logs:read", "Read which webhooks were sent"),
            ("environment:webhooks:replay", "Send webhooks again"),
            ("environment:webhook_settings:*", "Read and change where webhooks go"),
            ("environment:webhook_signing_key:rotate", "Make a new webhook signing key"),
            ("environment:connect_ui_settings:*", "Read and change how the pages look"),
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::GROUPS;
    use crate::secret::Scope;

    #[test]
    fn everything_offered_is_a_scope() {
        for (scope, _) in GROUPS.iter().flat_map(|group| group.scopes) {
            assert!(Scope::parse(scope).is_some(), "{scope}");
        }
    }
}
