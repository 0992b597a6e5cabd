//! What is searched for in the audit, as an address says it.

use serde::Deserialize;
use url::form_urlencoded::Serializer;

use crate::{clock::Timestamp, id::EnvironmentId, store::audit::AuditFilter};

const DAY_MILLIS: i64 = 86_400_000;

/// The query of the page and of the export.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct AuditQuery {
    /// Somebody's name; empty is everybody.
    #[serde(default)]
    pub who: String,
    /// What was done; empty is everything.
    #[serde(default)]
    pub what: String,
    /// The first day, `2026-11-23`.
    #[serde(default)]
    pub since: String,
    /// The last day.
    #[serde(default)]
    pub until: String,
    /// `all` for every environment.
    #[serde(default)]
    pub environment: String,
    /// Entries before this one.
    pub before: Option<i64>,
    /// `csv` or `jsonl`, for the export.
    #[serde(default)]
    pub format: String,
}

impl AuditQuery {
    /// For the store, from a page in an environment. A day that cannot be read bounds nothing.
    #[must_use]
    pub fn filter(&self, here: &EnvironmentId) -> AuditFilter {
        AuditFilter {
            environment: (self.environment != "all").then(|| here.clone()),
            actor: self.who.clone(),
            action: self.what.clone(),
            since: day(&self.since).unwrap_or(Timestamp(i64::MIN)),
            until: day(&self.until).map_or(Timestamp(i64::MAX), |day| day.plus_millis(DAY_MILLIS)),
            before: self.before.unwrap_or(i64::MAX),
        }
    }

    /// The address of the same search with something more.
    #[must_use]
    pub fn address(&self, path: &str, name: &str, value: &str) -> String {
        let mut query = Serializer::new(String::new());
        for (name, value) in [
            ("who", &self.who),
            ("what", &self.what),
            ("since", &self.since),
            ("until", &self.until),
            ("environment", &self.environment),
        ] {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        query.append_pair(name, value);
        format!("{path}?{}", query.finish())
    }
}

fn day(text: &str) -> Option<Timestamp> {
    Timestamp::parse_rfc3339(&format!("{text}T00:00:00Z"))
}
