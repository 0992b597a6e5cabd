//! A JWT that we sign for the end user, and what it is signed with, as they are sealed and told.

use std::collections::BTreeMap;

use secrecy::{ExposeSecret, SecretString};
use serde_json::{Map, Value, json};

use super::{CredentialProblem, wire};
use crate::clock::Timestamp;

/// Names that stand beside the fields and can be none themselves.
const RESERVED: [&str; 4] = ["type", "token", "expires_at", "raw"];

/// A JWT that we sign for the end user, and what it is signed with.
#[derive(Clone, Debug)]
pub struct JwtCredential {
    /// What was typed, by the definition's names.
    pub fields: BTreeMap<String, SecretString>,
    /// The JWT.
    pub token: SecretString,
    /// When it ends.
    pub expires_at: Option<Timestamp>,
}

impl JwtCredential {
    /// The fields of a form or body; names that the wire form needs for itself are left out.
    #[must_use]
    pub fn fields(typed: &BTreeMap<String, SecretString>) -> BTreeMap<String, SecretString> {
        let own = typed.iter().filter(|(name, _)| !RESERVED.contains(&name.as_str()));
        own.map(|(name, value)| (name.clone(), value.clone())).collect()
    }

    pub(super) fn to_wire(&self) -> Value {
        let mut members = Map::new();
        members.insert("type".to_owned(), json!("JWT"));
        for (name, value) in &self.fields {
            members.insert(name.clone(), json!(value.expose_secret()));
        }
        members.insert("token".to_owned(), json!(self.token.expose_secret()));
        let mut wire = Value::Object(members);
        wire::put_moment(&mut wire, self.expires_at);
        wire
    }

    pub(super) fn from_wire(value: &Value) -> Result<Self, CredentialProblem> {
        let members = value.as_object().ok_or(CredentialProblem)?;
        let texts = members.iter().filter_map(|(name, value)| Some((name.clone(), value.as_str()?.into())));
        Ok(Self {
            fields: Self::fields(&texts.collect()),
            token: wire::required(value, "token")?,
            expires_at: wire::moment(value),
        })
    }
}
