//! The bodies of the modes whose credential is made of what was typed, by wire-protocol.md §4.7.
//!
//! Owns the shapes. Must not know any service: what the fields mean is the auth modules' part.

use std::collections::BTreeMap;

use secrecy::SecretString;
use serde_json::Value;

use super::field::any_object;
use super::issue::Issues;
use super::object::{ObjectReader, Read, read};
use super::text::Length;

type Texts = BTreeMap<String, SecretString>;

/// `POST /auth/tba/:key`.
#[derive(Clone, Debug)]
pub struct TbaBody(pub Texts);

/// `POST /auth/bill/:key`.
#[derive(Clone, Debug)]
pub struct BillBody(pub Texts);

/// `POST /auth/signature/:key`. Its `type` must be there, and says nothing.
#[derive(Clone, Debug)]
pub struct SignatureBody(pub Texts);

/// `POST /auth/aws-sigv4/:key`.
#[derive(Clone, Debug)]
pub struct AwsBody(pub Texts);

/// `POST /auth/jwt/:key`: whatever fields the definition has, and a `type`.
#[derive(Clone, Debug)]
pub struct JwtBody(pub Texts);

impl TbaBody {
    /// Reads the body.
    pub fn read(body: Option<&Value>) -> Result<Self, Issues> {
        let optional = ["oauth_client_id_override", "oauth_client_secret_override"];
        strict(body, &["token_id", "token_secret"], &optional).map(Self)
    }
}

impl BillBody {
    /// Reads the body.
    pub fn read(body: Option<&Value>) -> Result<Self, Issues> {
        strict(body, &["username", "password", "organization_id", "dev_key"], &[]).map(Self)
    }
}

impl SignatureBody {
    /// Reads the body.
    pub fn read(body: Option<&Value>) -> Result<Self, Issues> {
        strict(body, &["username", "password", "type"], &[]).map(|mut texts| {
            texts.remove("type");
            Self(texts)
        })
    }
}

impl AwsBody {
    /// Reads the body. Whether a region is one is said where it is used.
    pub fn read(body: Option<&Value>) -> Result<Self, Issues> {
        strict(body, &["role_arn"], &["region"]).map(Self)
    }
}

impl JwtBody {
    /// Reads the body. A key in two halves may come as a map of them; what else is no text counts as missing.
    pub fn read(body: Option<&Value>) -> Result<Self, Issues> {
        read(body, |field| {
            let members = any_object(field)?;
            let fields = members.iter().filter(|(name, _)| *name != "type");
            let texts = fields.filter_map(|(name, value)| Some((name.clone(), text(value)?.into())));
            Ok(Self(texts.collect()))
        })
    }
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Object(halves) => {
            let half = |name: &str| halves.get(name).and_then(Value::as_str);
            Some(format!("{}:{}", half("id")?, half("secret")?))
        }
        _ => None,
    }
}

/// Texts by name: the required ones at least one character long, nothing beside.
fn strict(
    body: Option<&Value>,
    required: &[&'static str],
    optional: &[&'static str],
) -> Result<Texts, Issues> {
    read(body, |field| field.strict_object(|object| texts(object, required, optional)))
}

fn texts(
    object: &mut ObjectReader<'_, '_>,
    required: &[&'static str],
    optional: &[&'static str],
) -> Read<Texts> {
    // All are read before any is missed, so that the answer names every issue.
    let needed: Vec<_> = required
        .iter()
        .map(|name| (name, object.required(name, |field| field.secret(Length::at_least(1)))))
        .collect();
    let further: Vec<_> = optional
        .iter()
        .map(|name| (name, object.optional(name, |field| field.secret(Length::ANY))))
        .collect();
    let mut texts = Texts::new();
    for (name, value) in needed {
        texts.insert((*name).to_owned(), value?);
    }
    for (name, value) in further {
        texts.extend(value?.map(|value| ((*name).to_owned(), value)));
    }
    Ok(texts)
}
