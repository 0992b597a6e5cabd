//! `PATCH /api/v1/environments/webhook`, by wire-protocol.md §10.1.
//!
//! Owns the shape. Must not know where calls may go: that is the outbound module's part.

use serde_json::Value;

use super::field::boolean;
use super::issue::{Fault, Issues};
use super::link::{WebhookTarget, webhook_target};
use super::object::{ObjectReader, Read, read};

/// Switches of the protocol for what this server does not have.
const WITHOUT_MEANING: [&str; 3] =
    ["on_sync_completion_always", "on_sync_error", "on_async_action_completion"];

/// What is to be changed; what is not named stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WebhookSettingsPatch {
    /// The first address; the empty text takes it away.
    pub primary_url: Option<Option<WebhookTarget>>,
    /// The second address; the empty text takes it away.
    pub secondary_url: Option<Option<WebhookTarget>>,
    /// Whether new connections are told of.
    pub on_auth_creation: Option<bool>,
    /// Whether credentials that could not be renewed are told of.
    pub on_auth_refresh_error: Option<bool>,
}

impl WebhookSettingsPatch {
    /// Reads the body.
    pub fn read(body: Option<&Value>) -> Result<Self, Issues> {
        read(body, |field| field.strict_object(Self::from_object))
    }

    fn from_object(object: &mut ObjectReader<'_, '_>) -> Read<Self> {
        if object.raw().is_empty() {
            return Err(object.refuse(Fault::custom("Nothing to change is named")));
        }
        let primary_url = object.optional("primary_url", webhook_target);
        let secondary_url = object.optional("secondary_url", webhook_target);
        let on_auth_creation = object.optional("on_auth_creation", boolean);
        let on_auth_refresh_error = object.optional("on_auth_refresh_error", boolean);
        for name in WITHOUT_MEANING {
            object.optional(name, boolean)?;
        }
        Ok(Self {
            primary_url: primary_url?,
            secondary_url: secondary_url?,
            on_auth_creation: on_auth_creation?,
            on_auth_refresh_error: on_auth_refresh_error?,
        })
    }
}
