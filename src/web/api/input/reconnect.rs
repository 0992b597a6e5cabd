//! `POST /connect/sessions/reconnect`, by wire-protocol.md §2.3.
//!
//! Owns the body. Must not know whether the connection exists.

use indexmap::IndexMap;
use serde_json::Value;

use super::end_user::{EndUser, Organization};
use super::issue::{Issue, Issues};
use super::key::{ConnectionId, IntegrationKey, TagKey};
use super::object::{ObjectReader, Read, read};
use super::session_settings::SessionSettings;
use super::tags::{Tags, session_tags, tags};

/// A session that renews one connection.
#[derive(Clone, Debug, PartialEq)]
pub struct ReconnectSession {
    /// The connection to renew.
    pub connection_id: ConnectionId,
    /// Its integration.
    pub integration_id: IntegrationKey,
    /// Replaces the connection's end user.
    pub end_user: Option<EndUser>,
    /// The end user's organization.
    pub organization: Option<Organization>,
    /// Explicit tags.
    pub explicit_tags: Option<Tags>,
    /// Everything that new sessions may set too.
    pub settings: SessionSettings,
}

impl ReconnectSession {
    /// Reads the body.
    pub fn read(body: Option<&Value>) -> Result<Self, Issues> {
        read(body, |field| field.strict_object(Self::from_object))
    }

    fn from_object(object: &mut ObjectReader<'_, '_>) -> Read<Self> {
        let connection_id = object.required("connection_id", |field| field.parsed(ConnectionId::parse));
        let integration_id = object.required("integration_id", |field| field.parsed(IntegrationKey::parse));
        let end_user = object.optional("end_user", EndUser::read);
        let organization = object.optional("organization", Organization::read);
        let explicit_tags = object.optional("tags", tags);
        let settings = SessionSettings::read(object);
        Ok(Self {
            connection_id: connection_id?,
            integration_id: integration_id?,
            end_user: end_user?,
            organization: organization?,
            explicit_tags: explicit_tags?,
            settings: settings?,
        })
    }

    /// The tags to store. Here an organization makes tags on its own.
    pub fn tags(&self) -> Result<IndexMap<TagKey, String>, Issue> {
        session_tags(self.end_user.as_ref(), self.organization.as_ref(), self.explicit_tags.as_ref())
    }

    /// The refusal for integrations that do not exist.
    pub fn check_integrations(&self, exists: impl Fn(&IntegrationKey) -> bool) -> Result<(), Issues> {
        Issues::non_empty(self.settings.unknown_integrations(exists)).map_or(Ok(()), Err)
    }
}
