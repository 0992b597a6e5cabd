//! The body with which somebody logs in, by wire-protocol.md §4.7: whatever fields the definition has.
//!
//! Owns the shape. Must not know any service: what the fields mean is the auth module's part.

use std::collections::BTreeMap;

use secrecy::SecretString;
use serde_json::Value;

use super::field::Field;
use super::issue::{Fault, Issues};
use super::object::{Read, read};

type Texts = BTreeMap<String, SecretString>;

/// Where the SDK puts what an assertion is made of.
const ASSERTION_OPTION: &str = "assertionOption";

/// `POST /auth/two-step/:key`.
#[derive(Clone, Debug)]
pub struct TwoStepBody {
    /// The credentials by name.
    pub fields: Texts,
    /// What an assertion is made of.
    pub assertion_option: Texts,
}

impl TwoStepBody {
    /// Reads the body. Numbers and booleans are texts to a service; `null` is as good as nothing.
    pub fn read(body: Option<&Value>) -> Result<Self, Issues> {
        read(body, |field| {
            let mut body = Self { fields: Texts::new(), assertion_option: Texts::new() };
            for (name, member) in field.record(|name| Some(name.to_owned()), member)? {
                match member {
                    Member::Text(_) if name == "type" => {}
                    Member::Text(text) => {
                        body.fields.insert(name, text);
                    }
                    Member::Texts(texts) => body.assertion_option = texts,
                    Member::Nothing => {}
                }
            }
            Ok(body)
        })
    }
}

enum Member {
    Text(SecretString),
    Texts(Texts),
    Nothing,
}

fn member(field: Field<'_, '_>) -> Read<Member> {
    let is_option = field.path().last().is_some_and(|name| name == ASSERTION_OPTION);
    if is_option && matches!(field.raw(), Some(Value::Object(_))) {
        let texts = field.record(|name| Some(name.to_owned()), scalar)?;
        let given = texts.into_iter().filter_map(|(name, text)| Some((name, text?)));
        return Ok(Member::Texts(given.collect()));
    }
    Ok(scalar(field)?.map_or(Member::Nothing, Member::Text))
}

fn scalar(field: Field<'_, '_>) -> Read<Option<SecretString>> {
    Ok(match field.raw() {
        Some(Value::String(text)) => Some(text.as_str().into()),
        Some(value @ (Value::Number(_) | Value::Bool(_))) => Some(value.to_string().into()),
        None | Some(Value::Null) => None,
        Some(Value::Array(_)) => return Err(field.refuse(Fault::wrong_type("string", "array"))),
        Some(Value::Object(_)) => return Err(field.refuse(Fault::wrong_type("string", "object"))),
    })
}
