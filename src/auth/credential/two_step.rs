//! The token of a login in two steps, with what was typed for it, as both are sealed and told.

use std::collections::BTreeMap;

use secrecy::{ExposeSecret, SecretString};
use serde_json::{Map, Value, json};

use super::{CredentialProblem, wire};
use crate::{auth::SecretJson, clock::Timestamp};

/// What stands beside the fields in the same map, and is therefore no field's name.
const RESERVED: [&str; 6] = ["type", "token", "refresh_token", "expires_at", "raw", ASSERTION_OPTION];
/// Where the sealed form keeps what assertions are made of. The protocol never tells it.
const ASSERTION_OPTION: &str = "assertionOption";

/// What was typed to log in.
#[derive(Clone, Debug, Default)]
pub struct TwoStepLogin {
    /// The credentials by name, with the values that the service's answers added to them.
    pub fields: BTreeMap<String, SecretString>,
    /// What an assertion is made of. Kept, since a renewal makes it anew.
    pub assertion_option: BTreeMap<String, SecretString>,
}

/// A token that a login brought.
#[derive(Clone, Debug)]
pub struct TwoStepToken {
    /// The token for API calls.
    pub token: SecretString,
    /// The token for the next one.
    pub refresh_token: Option<SecretString>,
    /// When the token ends, where that is known.
    pub expires_at: Option<Timestamp>,
    /// What was typed.
    pub login: TwoStepLogin,
    /// The service's last answer.
    pub raw: SecretJson,
}

impl TwoStepLogin {
    /// What was typed, without the names that the wire form needs for itself.
    #[must_use]
    pub fn new(
        mut fields: BTreeMap<String, SecretString>,
        assertion_option: BTreeMap<String, SecretString>,
    ) -> Self {
        fields.retain(|name, _| !is_reserved(name));
        Self { fields, assertion_option }
    }

    pub(super) fn seal_assertion_option(&self, wire: &mut Value) {
        if !self.assertion_option.is_empty() {
            wire[ASSERTION_OPTION] = Value::Object(texts(&self.assertion_option));
        }
    }
}

impl TwoStepToken {
    pub(super) fn to_wire(&self) -> Value {
        let mut members = Map::new();
        members.insert("type".to_owned(), json!("TWO_STEP"));
        members.extend(texts(&self.login.fields));
        members.insert("token".to_owned(), json!(self.token.expose_secret()));
        let mut wire = Value::Object(members);
        wire::put(&mut wire, "refresh_token", self.refresh_token.as_ref());
        wire::put_moment(&mut wire, self.expires_at);
        wire["raw"] = self.raw.to_value();
        wire
    }

    pub(super) fn from_wire(value: &Value) -> Result<Self, CredentialProblem> {
        let fields = read(Some(value));
        let assertion_option = read(value.get(ASSERTION_OPTION));
        Ok(Self {
            token: wire::required(value, "token")?,
            refresh_token: wire::optional(value, "refresh_token"),
            expires_at: wire::moment(value),
            login: TwoStepLogin::new(fields, assertion_option),
            raw: wire::raw(value),
        })
    }
}

/// Whether a name is the wire form's own.
#[must_use]
pub fn is_reserved(name: &str) -> bool {
    RESERVED.contains(&name)
}

fn texts(values: &BTreeMap<String, SecretString>) -> Map<String, Value> {
    values.iter().map(|(name, text)| (name.clone(), json!(text.expose_secret()))).collect()
}

fn read(map: Option<&Value>) -> BTreeMap<String, SecretString> {
    let members = map.and_then(Value::as_object).into_iter().flatten();
    members.filter_map(|(name, value)| Some((name.clone(), value.as_str()?.into()))).collect()
}
