//! What changes a connection: the bodies of `PATCH /connections/{id}` and `…/metadata`, by wire-protocol.md §5.5.

use indexmap::IndexMap;
use serde_json::{Map, Value};

use super::end_user::EndUser;
use super::field::{Field, any_object};
use super::issue::{Fault, Issue, Issues};
use super::key::{IntegrationKey, TagKey};
use super::link::{WebhookTarget, webhook_target};
use super::object::{Read, read};
use super::tags::{Tags, session_tags, tags};
use super::text::Length;

/// `PATCH /connections/{id}`: what is absent stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConnectionPatch {
    /// Whose account it is.
    pub end_user: Option<EndUser>,
    /// Explicit tags.
    pub tags: Option<Tags>,
    /// Where its webhooks go; `Some(None)` is nowhere of its own.
    pub webhook_url_override: Option<Option<WebhookTarget>>,
}

impl ConnectionPatch {
    /// Reads the body.
    pub fn read(body: Option<&Value>) -> Result<Self, Issues> {
        read(body, |field| {
            field.strict_object(|object| {
                let end_user = object.optional("end_user", EndUser::read);
                let tags = object.optional("tags", tags);
                let target = object.optional("webhook_url_override", webhook_target);
                Ok(Self { end_user: end_user?, tags: tags?, webhook_url_override: target? })
            })
        })
    }

    /// All tags from now on, where the body says anything of them.
    pub fn all_tags(&self) -> Result<Option<IndexMap<TagKey, String>>, Issue> {
        if self.end_user.is_none() && self.tags.is_none() {
            return Ok(None);
        }
        session_tags(self.end_user.as_ref(), None, self.tags.as_ref()).map(Some)
    }
}

/// `POST` and `PATCH /connections/metadata`.
#[derive(Clone, Debug, PartialEq)]
pub struct MetadataBody {
    /// The connections.
    pub connection_ids: Vec<String>,
    /// Whose they are.
    pub provider_config_key: IntegrationKey,
    /// What they are to have.
    pub metadata: Map<String, Value>,
}

impl MetadataBody {
    /// Reads the body.
    pub fn read(body: Option<&Value>) -> Result<Self, Issues> {
        read(body, |field| {
            field.strict_object(|object| {
                let ids = object.required("connection_id", one_or_many);
                let key = object.required("provider_config_key", |field| field.parsed(IntegrationKey::parse));
                let metadata = object.required("metadata", any_object);
                Ok(Self { connection_ids: ids?, provider_config_key: key?, metadata: metadata? })
            })
        })
    }
}

/// Metadata that is a whole body.
pub fn read_metadata(body: Option<&Value>) -> Result<Map<String, Value>, Issues> {
    read(body, any_object)
}

fn one_or_many(field: Field<'_, '_>) -> Read<Vec<String>> {
    match field.raw() {
        Some(Value::String(id)) if !id.is_empty() => Ok(vec![id.clone()]),
        Some(Value::Array(_)) => field.array(|id| id.sized(Length::between(1, 255))),
        _ => Err(field.refuse(Fault::no_variant())),
    }
}
