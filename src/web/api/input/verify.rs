//! `POST /connect/verify`, a route of ours.
//!
//! Owns the body. Must not know which challenges there are.

use secrecy::SecretString;
use serde_json::Value;

use super::{issue::Issues, object::read, text::Length};

/// What the application says about a browser that brought a challenge.
#[derive(Clone, Debug)]
pub struct Verify {
    /// The challenge, as it came.
    pub challenge: SecretString,
    /// Who is signed in there, by the application's own id.
    pub end_user_id: String,
}

impl Verify {
    /// Reads the body.
    pub fn read(body: Option<&Value>) -> Result<Self, Issues> {
        read(body, |field| {
            field.strict_object(|object| {
                let challenge = object.required("challenge", |field| field.secret(Length::between(1, 255)));
                let end_user_id =
                    object.required("end_user_id", |field| field.sized(Length::between(1, 255)));
                Ok(Self { challenge: challenge?, end_user_id: end_user_id? })
            })
        })
    }
}
