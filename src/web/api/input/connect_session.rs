//! `POST /connect/sessions`, by wire-protocol.md §2.1.
//!
//! Owns the body. Must not know which integrations exist: it only says which ones the body names, and where.

use std::collections::BTreeSet;

use indexmap::IndexMap;
use serde_json::Value;

use super::end_user::{EndUser, Organization};
use super::issue::{Issue, Issues};
use super::key::{IntegrationKey, TagKey};
use super::object::{ObjectReader, Read, read};
use super::session_settings::{SessionSettings, unknown_integration};
use super::tags::{Tags, session_tags, tags};

/// A session to create.
#[derive(Clone, Debug, PartialEq)]
pub struct NewConnectSession {
    /// Who will connect; only sessions with explicit tags go without.
    pub end_user: Option<EndUser>,
    /// The end user's organization.
    pub organization: Option<Organization>,
    /// Explicit tags.
    pub explicit_tags: Option<Tags>,
    /// The only integrations offered; `None` is all of them.
    pub allowed_integrations: Option<Vec<IntegrationKey>>,
    /// Everything that reconnect sessions may set too.
    pub settings: SessionSettings,
}

impl NewConnectSession {
    /// Reads the body.
    pub fn read(body: Option<&Value>) -> Result<Self, Issues> {
        read(body, |field| field.strict_object(Self::from_object))
    }

    fn from_object(object: &mut ObjectReader<'_, '_>) -> Read<Self> {
        let end_user = if object.has("tags") {
            object.optional("end_user", EndUser::read)
        } else {
            object.required("end_user", EndUser::read).map(Some)
        };
        let organization = object.optional("organization", Organization::read);
        let explicit_tags = object.optional("tags", tags);
        let allowed = object
            .optional("allowed_integrations", |field| field.array(|key| key.parsed(IntegrationKey::parse)));
        let settings = SessionSettings::read(object);
        Ok(Self {
            end_user: end_user?,
            organization: organization?,
            explicit_tags: explicit_tags?,
            allowed_integrations: allowed?.filter(|keys| !keys.is_empty()),
            settings: settings?,
        })
    }

    /// The tags to store. An organization alone makes none.
    pub fn tags(&self) -> Result<IndexMap<TagKey, String>, Issue> {
        let organization = self.organization.as_ref().filter(|_| self.end_user.is_some());
        session_tags(self.end_user.as_ref(), organization, self.explicit_tags.as_ref())
    }

    /// Every integration that the body names.
    #[must_use]
    pub fn integrations(&self) -> BTreeSet<&IntegrationKey> {
        self.allowed_integrations.iter().flatten().chain(self.settings.integrations()).collect()
    }

    /// The refusal for integrations that do not exist.
    pub fn check_integrations(&self, exists: impl Fn(&IntegrationKey) -> bool) -> Result<(), Issues> {
        let allowed = self.allowed_integrations.iter().flatten().enumerate();
        let mut issues: Vec<Issue> = allowed
            .filter(|(_, key)| !exists(key))
            .map(|(index, _)| unknown_integration("allowed_integrations", &index.to_string()))
            .collect();
        issues.extend(self.settings.unknown_integrations(exists));
        Issues::non_empty(issues).map_or(Ok(()), Err)
    }
}
