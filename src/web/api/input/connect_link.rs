//! `POST /connect-links`. Owns the body; must not know which integrations there are or whether e-mails can be sent.

use serde_json::Value;

use super::{
    end_user::EndUser,
    field::boolean,
    issue::{Fault, Issues},
    key::IntegrationKey,
    object::read,
};
use crate::admin::share_link::{LONGEST_HOURS, USUAL_HOURS};

/// A link to be made.
#[derive(Clone, Debug)]
pub struct NewConnectLink {
    /// Whom it is for.
    pub end_user: EndUser,
    /// The only integrations offered; an empty list is all of them.
    pub allowed_integrations: Vec<IntegrationKey>,
    /// How long it is good, in hours.
    pub hours: i64,
    /// Whether it is over after the first success.
    pub is_once: bool,
    /// Whether whoever opens it is asked for a code that is sent to the person's address.
    pub asks_for_code: bool,
}

impl NewConnectLink {
    /// Reads the body.
    pub fn read(body: Option<&Value>) -> Result<Self, Issues> {
        read(body, |field| {
            field.strict_object(|object| {
                let end_user = object.required("end_user", EndUser::read);
                let integrations = object.optional("allowed_integrations", |field| {
                    field.array(|key| key.parsed(IntegrationKey::parse))
                });
                let hours = object.optional("expires_in_hours", |field| {
                    let hours = field.raw().and_then(Value::as_i64);
                    hours.filter(|hours| (1..=LONGEST_HOURS).contains(hours)).ok_or_else(|| {
                        field.refuse(Fault::custom(format!(
                            "Must be a whole number from 1 to {LONGEST_HOURS}"
                        )))
                    })
                });
                let is_once = object.optional("once", boolean);
                let verify =
                    object.optional("verify", |field| field.choice(&[("none", false), ("email_code", true)]));
                Ok(Self {
                    end_user: end_user?,
                    allowed_integrations: integrations?.unwrap_or_default(),
                    hours: hours?.unwrap_or(USUAL_HOURS),
                    is_once: is_once?.unwrap_or(true),
                    asks_for_code: verify?.unwrap_or(false),
                })
            })
        })
    }
}
