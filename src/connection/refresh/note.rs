//! What a connection's `errors` say of its refreshes, in the protocol's shape, with a code and a sentence of ours beside
//! it.

use serde_json::{Value, json};

use crate::{
    clock::{Random, Timestamp},
    connection::lookups::LOOKUP_FAILED,
};

const KIND: &str = "auth";
pub(in crate::connection) const CUT_OFF: &str = "refresh_interrupted";
const CUT_OFF_WORDS: &str = "A refresh was interrupted before its outcome was stored: the service may have replaced the \
                             refresh token, and the new one may be lost.";
const UNANSWERED_WORDS: &str = "The outcome of a refresh is unknown: the service was asked and its answer did not come. It \
                                may have replaced the refresh token, and the new one may be lost.";

/// An entry of a connection's `errors`.
#[derive(Clone, Debug)]
pub(super) struct Note {
    /// What the log calls it.
    pub log_id: String,
    code: &'static str,
    message: String,
}

impl Note {
    /// An attempt was cut off, and a rotated token with it perhaps.
    pub(super) fn cut_off(random: &Random) -> Self {
        Self { log_id: random.hex::<10>(), code: CUT_OFF, message: CUT_OFF_WORDS.to_owned() }
    }

    /// The service was asked and its answer did not come: the same as if we had stopped before storing it.
    pub(super) fn unanswered(random: &Random, reason: &str) -> Self {
        let message = format!("{UNANSWERED_WORDS} ({reason})");
        Self { log_id: random.hex::<10>(), code: CUT_OFF, message }
    }

    /// The service gave no new credentials. That an earlier attempt was cut off stays said.
    pub(super) fn refused(random: &Random, reason: &str, was_cut_off: bool) -> Self {
        let (code, message) = if was_cut_off {
            (CUT_OFF, format!("{CUT_OFF_WORDS} The next attempt with the old one: {reason}"))
        } else {
            ("refresh_token_external_error", reason.to_owned())
        };
        Self { log_id: random.hex::<10>(), code, message }
    }

    /// The stable code.
    pub(super) const fn code(&self) -> &'static str {
        self.code
    }

    /// The sentence.
    pub(super) fn message(&self) -> &str {
        &self.message
    }

    /// These errors, with this one in place of those of its kind. It says since when there is one.
    pub(super) fn among(&self, errors: &Value, at: Timestamp) -> Value {
        let since = own(errors).and_then(|error| error["since"].as_str().map(str::to_owned));
        let mut all = others(errors);
        all.push(json!({
            "type": KIND, "log_id": self.log_id, "code": self.code, "message": self.message,
            "since": since.unwrap_or_else(|| at.to_z_iso()),
        }));
        Value::Array(all)
    }
}

/// These errors without those of refreshes.
pub(super) fn cleared(errors: &Value) -> Value {
    Value::Array(others(errors))
}

/// Whether a refresh has failed, and none has succeeded since.
pub(super) fn is_noted(errors: &Value) -> bool {
    own(errors).is_some()
}

/// Whether an attempt was cut off, and none has succeeded since.
pub(super) fn says_cut_off(errors: &Value) -> bool {
    errors.as_array().into_iter().flatten().any(|error| error["code"] == CUT_OFF)
}

/// What the last refusal said.
pub(super) fn message(errors: &Value) -> Option<String> {
    own(errors)?["message"].as_str().map(str::to_owned)
}

fn own(errors: &Value) -> Option<&Value> {
    errors.as_array().into_iter().flatten().find(|error| is_own(error))
}

fn others(errors: &Value) -> Vec<Value> {
    errors.as_array().into_iter().flatten().filter(|error| !is_own(error)).cloned().collect()
}

/// A look-up notes under the same type what a refresh does not mend.
fn is_own(error: &Value) -> bool {
    error["type"] == KIND && error["code"] != LOOKUP_FAILED
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_that_did_not_come_is_told_as_a_token_that_may_be_lost_until_a_refresh_succeeds() {
        let random = Random::seeded(1);
        let before = json!([{ "type": "sync" }]);
        let errors = Note::unanswered(&random, "no answer in time").among(&before, Timestamp(0));
        assert!(says_cut_off(&errors));
        let told = message(&errors).unwrap();
        assert!(told.contains("outcome of a refresh is unknown") && told.contains("may be lost"), "{told}");
        let next = Note::refused(&random, "invalid_grant", says_cut_off(&errors));
        assert!(next.message().contains("may be lost") && next.message().contains("invalid_grant"));
        let later = next.among(&errors, Timestamp(60_000));
        assert_eq!(later[1]["since"], "1970-01-01T00:00:00.000Z", "since the first of them");
        assert_eq!(cleared(&later), before);
    }

    #[test]
    fn a_failed_look_up_is_no_failed_refresh_so_no_recovery_is_told_of_it() {
        let looked = json!([{ "type": "auth", "code": LOOKUP_FAILED, "message": "no answer" }]);
        assert!(!is_noted(&looked) && message(&looked).is_none());
        let failed = Note::refused(&Random::seeded(1), "invalid_grant", false).among(&looked, Timestamp(0));
        assert!(is_noted(&failed) && !is_noted(&cleared(&failed)));
    }
}
