//! What a connection's `errors` say of a look-up, in the protocol's shape, and when it is tried again.

use serde_json::{Value, json};

use crate::{auth::lookup::LookupProblem, clock::Timestamp, services::Services};

const KIND: &str = "auth";
/// The code of its notes.
pub(in crate::connection) const LOOKUP_FAILED: &str = "lookup_failed";
const BEGINNING: &str = "A value that API calls need could not be looked up at the service";
/// After what may pass by itself.
const SOON_MINUTES: i64 = 1;
/// After what will stay until somebody changes something.
const LATER_MINUTES: i64 = 60;

/// An entry of a connection's `errors`.
#[derive(Clone, Debug)]
pub(super) struct Note {
    /// What the log calls it.
    pub log_id: String,
    message: String,
    again_after: Timestamp,
}

impl Note {
    /// What went wrong.
    pub(super) fn of(services: &Services, problem: &LookupProblem) -> Self {
        let minutes = if problem.lasts() { LATER_MINUTES } else { SOON_MINUTES };
        Self {
            log_id: services.random.hex::<10>(),
            message: format!("{BEGINNING}: {problem}"),
            again_after: services.clock.now().plus_minutes(minutes),
        }
    }

    /// These errors, with this one in place of those of its kind.
    pub(super) fn among(&self, errors: &Value) -> Value {
        let mut all = others(errors);
        all.push(json!({
            "type": KIND, "log_id": self.log_id, "code": LOOKUP_FAILED, "message": self.message,
            "again_after": self.again_after.to_z_iso(),
        }));
        Value::Array(all)
    }
}

/// These errors without those of look-ups.
pub(super) fn cleared(errors: &Value) -> Value {
    Value::Array(others(errors))
}

/// Whether the last attempt is too recent for another.
pub(super) fn is_resting(errors: &Value, now: Timestamp) -> bool {
    let noted = errors.as_array().into_iter().flatten().find(|error| error["code"] == LOOKUP_FAILED);
    let until = noted.and_then(|error| Timestamp::parse_rfc3339(error["again_after"].as_str()?));
    until.is_some_and(|until| until > now)
}

fn others(errors: &Value) -> Vec<Value> {
    errors.as_array().into_iter().flatten().filter(|error| error["code"] != LOOKUP_FAILED).cloned().collect()
}
