//! What came, what did not, and what is still to be done by hand.

use super::Run;

/// What no API of the other server tells.
const BY_HAND: &[&str] = &[
    "webhook addresses and what is sent to them; the webhook signing key, which the receivers check",
    "API keys: backends get one of this server",
    "further fields of an integration (integration_config, custom) and, for GitHub Apps with users, its scopes and \
     webhook secret",
    "what an assertion of a two-step login is made of: such a connection is reconnected when its token ends",
    "environment variables, Connect UI settings and theme, allowed origins",
    "syncs, actions, records and logs, which this server has not",
];

/// How many came, and how many were here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// New ones.
    pub taken: usize,
    /// Those that were here already, and were left as they are.
    pub kept: usize,
}

/// What an import did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Integrations.
    pub integrations: Counts,
    /// Connections.
    pub connections: Counts,
    left: Vec<String>,
}

impl Report {
    pub(super) fn leave_integration(&mut self, key: &str, reason: &str) {
        self.left.push(format!("integration {key}: {reason}"));
    }

    pub(super) fn leave_connection(&mut self, key: &str, id: &str, reason: &str) {
        self.left.push(format!("connection {id} of {key}: {reason}"));
    }

    /// How many could not be taken over.
    #[must_use]
    pub const fn left_out(&self) -> usize {
        self.left.len()
    }

    /// The report in words.
    #[must_use]
    pub fn text(&self, run: Run, callback_url: &str) -> String {
        let verb = match run {
            Run::Dry => "would come",
            Run::Real => "came",
        };
        let counts = |what, Counts { taken, kept }: Counts| {
            format!("{taken} {what} {verb}, {kept} were here already.")
        };
        let mut lines =
            vec![counts("integrations", self.integrations), counts("connections", self.connections)];
        let indented = |line: &str| format!("  {line}");
        if !self.left.is_empty() {
            lines.push("\nLeft out:".to_owned());
            lines.extend(self.left.iter().map(|line| indented(line)));
        }
        lines.push("\nThe API does not tell these; they are set here by hand:".to_owned());
        lines.extend(BY_HAND.iter().map(|line| indented(line)));
        lines.push(format!(
            "\nAt every OAuth application, add {callback_url} to the addresses that people may be sent back to."
        ));
        lines.join("\n")
    }
}
