//! Environments and keys, made by a backend: wire-protocol.md §10.2.
//!
//! Owns the bodies. Must not know what is in use.

use serde_json::Value;

use super::{
    field::boolean,
    issue::{Fault, Issues},
    object::read,
    text::Length,
};
use crate::{
    admin::{api_key::KeyName, environment::EnvironmentName},
    secret::Scope,
};

/// `POST /environments`.
#[derive(Clone, Debug)]
pub struct NewEnvironment {
    /// What it is called.
    pub name: EnvironmentName,
}

impl NewEnvironment {
    /// Reads the body. `is_production` is accepted, and without meaning here.
    pub fn read(body: Option<&Value>) -> Result<Self, Issues> {
        read(body, |field| {
            field.strict_object(|object| {
                let name = object.required("name", |field| {
                    let fault = "Use small letters, digits, - and _, at most 255 of them";
                    field.parsed(|text| EnvironmentName::parse(text).ok_or_else(|| Fault::custom(fault)))
                });
                object.optional("is_production", boolean)?;
                Ok(Self { name: name? })
            })
        })
    }
}

/// `POST /environment/api-keys`.
#[derive(Clone, Debug)]
pub struct NewKey {
    /// The environment it opens.
    pub environment_id: String,
    /// What it is called.
    pub name: KeyName,
    /// What it may do; everything where nothing is said.
    pub scopes: Vec<Scope>,
}

impl NewKey {
    /// Reads the body.
    pub fn read(body: Option<&Value>) -> Result<Self, Issues> {
        read(body, |field| {
            field.strict_object(|object| {
                let environment_id =
                    object.required("environment_id", |field| field.sized(Length::between(1, 255)));
                let name = object.required("display_name", |field| {
                    let fault = "Between 1 and 100 characters, none of them a control character";
                    field.parsed(|text| KeyName::parse(text).ok_or_else(|| Fault::custom(fault)))
                });
                let scopes = object.optional("scopes", |field| {
                    field.array(|field| {
                        let fault = "This is no scope of an environment's key";
                        field.parsed(|text| Scope::parse(text).ok_or_else(|| Fault::custom(fault)))
                    })
                })?;
                if scopes.as_ref().is_some_and(Vec::is_empty) {
                    return Err(object.refuse(Fault::custom("scopes must name what the key may do")));
                }
                let scopes = scopes.unwrap_or_else(|| vec![Scope::everything()]);
                Ok(Self { environment_id: environment_id?, name: name?, scopes })
            })
        })
    }
}

/// `DELETE /environment/api-keys`.
#[derive(Clone, Debug)]
pub struct OldKey {
    /// The environment it opens.
    pub environment_id: String,
    /// Its id.
    pub key_id: String,
}

impl OldKey {
    /// Reads the body.
    pub fn read(body: Option<&Value>) -> Result<Self, Issues> {
        read(body, |field| {
            field.strict_object(|object| {
                let length = Length::between(1, 255);
                let environment_id = object.required("environment_id", |field| field.sized(length));
                let key_id = object.required("key_id", |field| field.sized(length));
                Ok(Self { environment_id: environment_id?, key_id: key_id? })
            })
        })
    }
}
