//! The bodies with which an end user's credentials come, by wire-protocol.md §4.7.
//!
//! Owns the shapes. Must not know any service: what the fields mean is the auth modules' part.

use std::collections::BTreeMap;

use secrecy::SecretString;
use serde_json::Value;

use super::issue::Issues;
use super::object::read;
use super::text::Length;

/// `POST /api-auth/api-key/:key`.
#[derive(Clone, Debug)]
pub struct ApiKeyCredentials {
    /// The key.
    pub api_key: SecretString,
}

impl ApiKeyCredentials {
    /// Reads the body.
    pub fn read(body: Option<&Value>) -> Result<Self, Issues> {
        read(body, |field| {
            field.strict_object(|object| {
                let api_key = object.required("apiKey", |field| field.secret(Length::between(1, 1024)));
                Ok(Self { api_key: api_key? })
            })
        })
    }
}

/// `POST /api-auth/basic/:key`. Both parts may be empty: some services use only one.
#[derive(Clone, Debug)]
pub struct BasicCredentials {
    /// The user's name, at some services a secret itself.
    pub username: SecretString,
    /// The password.
    pub password: SecretString,
}

impl BasicCredentials {
    /// Reads the body.
    pub fn read(body: Option<&Value>) -> Result<Self, Issues> {
        read(body, |field| {
            field.strict_object(|object| {
                let username = object.required("username", |field| field.secret(Length::up_to(1024)));
                let password = object.required("password", |field| field.secret(Length::up_to(1024)));
                Ok(Self { username: username?, password: password? })
            })
        })
    }
}

/// `POST /oauth2/auth/:key`. What is no text counts as missing; further keys are ignored, as the protocol has it.
#[derive(Clone, Debug)]
pub struct ClientCredentials(pub BTreeMap<String, SecretString>);

impl ClientCredentials {
    /// Reads the body; the error names what is missing.
    pub fn read(body: Option<&Value>) -> Result<Self, &'static str> {
        const NAMES: [&str; 4] = ["client_id", "client_secret", "client_certificate", "client_private_key"];
        let text = |name| body.and_then(|body| body.get(name)).and_then(Value::as_str);
        let texts = NAMES.into_iter().filter_map(|name| Some((name, text(name)?)));
        let given: BTreeMap<String, SecretString> = texts
            .filter(|(_, text)| !text.is_empty())
            .map(|(name, text)| (name.to_owned(), SecretString::from(text)))
            .collect();
        if !given.contains_key("client_id") {
            return Err("client_id");
        }
        if !given.contains_key("client_secret") && !given.contains_key("client_private_key") {
            return Err("client_secret or client_private_key");
        }
        Ok(Self(given))
    }
}

/// A body or query that must hold nothing. An absent body is as good as an empty one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nothing;

impl Nothing {
    /// Reads the body or query.
    pub fn read(tree: Option<&Value>) -> Result<Self, Issues> {
        match tree {
            None => Ok(Self),
            Some(_) => read(tree, |field| field.strict_object(|_| Ok(Self))),
        }
    }
}
