//! `POST /connect/exchange`, a route of ours.
//!
//! Owns the body. Must not know which codes there are.

use secrecy::SecretString;
use serde_json::Value;

use super::{issue::Issues, object::read, text::Length};

/// The code that a page or an answer has told.
#[derive(Clone, Debug)]
pub struct Exchange {
    /// The code, as it came.
    pub code: SecretString,
}

impl Exchange {
    /// Reads the body.
    pub fn read(body: Option<&Value>) -> Result<Self, Issues> {
        read(body, |field| {
            field.strict_object(|object| {
                let code = object.required("code", |field| field.secret(Length::between(1, 255)));
                Ok(Self { code: code? })
            })
        })
    }
}
