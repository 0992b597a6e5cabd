//! The queries of the connections API, by wire-protocol.md §5.2, §5.3 and §5.5.
//!
//! Owns the filters and options. Must not know how they become SQL.

use indexmap::IndexMap;
use serde_json::Value;

use super::field::Field;
use super::issue::Issues;
use super::key::{IntegrationKey, TagKey};
use super::object::{ObjectReader, Read, read};
use super::tags::tags;
use super::text::{Length, boolean_text, whole_number_text};

const MAX_LIMIT: u32 = 2000;
const DEFAULT_LIMIT: u64 = 10_000;

/// `GET /connections`: every filter must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListConnections {
    /// Exactly this connection's name.
    pub connection_id: Option<String>,
    /// Part of the connection's name or the end user's name or e-mail address, in any case.
    pub search: Option<String>,
    /// The customer's own id of the end user.
    pub end_user_id: Option<String>,
    /// The customer's own id of the organization.
    pub end_user_organization_id: Option<String>,
    /// Any of these integrations; unknown ones match nothing.
    pub integration_ids: Option<Vec<String>>,
    /// All of these tags, keys in lower case.
    pub tags: IndexMap<TagKey, String>,
    /// What part of the list.
    pub page: Page,
}

/// A part of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// At most so many rows.
    pub limit: u64,
    /// After so many rows.
    pub offset: u64,
}

impl Default for Page {
    fn default() -> Self {
        Self { limit: DEFAULT_LIMIT, offset: 0 }
    }
}

impl ListConnections {
    /// Reads the query.
    pub fn read(query: &Value) -> Result<Self, Issues> {
        read(Some(query), |field| field.strict_object(Self::from_object))
    }

    fn from_object(object: &mut ObjectReader<'_, '_>) -> Read<Self> {
        let connection_id = object.optional("connectionId", name);
        let search = object.optional("search", name);
        let end_user_id = object.optional("endUserId", name);
        let integrations = object.optional("integrationId", comma_list);
        let tags = object.optional("tags", tags);
        let organization = object.optional("endUserOrganizationId", name);
        let page = page(object);
        Ok(Self {
            connection_id: connection_id?,
            search: search?,
            end_user_id: end_user_id?,
            end_user_organization_id: organization?,
            integration_ids: integrations?,
            tags: tags?.map(|tags| tags.to_lowercase()).unwrap_or_default(),
            page: page?,
        })
    }
}

fn name(field: Field<'_, '_>) -> Read<String> {
    field.sized(Length::between(1, 255))
}

fn comma_list(field: Field<'_, '_>) -> Read<Vec<String>> {
    Ok(field.text()?.split(',').map(|item| item.trim().to_owned()).collect())
}

fn page(object: &mut ObjectReader<'_, '_>) -> Read<Page> {
    let limit = object.optional("limit", |field| whole_number_text(field, 1, Some(MAX_LIMIT)));
    let page = object.optional("page", |field| whole_number_text(field, 0, None));
    let limit = limit?.unwrap_or(DEFAULT_LIMIT);
    // Databases count in i64.
    let offset = page?.unwrap_or(0).saturating_mul(limit).min(i64::MAX as u64);
    Ok(Page { limit, offset })
}

/// `GET /connections/:connectionId`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GetConnection {
    /// Whose connection.
    pub provider_config_key: IntegrationKey,
    /// Whether the refresh token is part of the answer.
    pub refresh_token: bool,
    /// Whether to refresh although nothing has expired.
    pub force_refresh: bool,
    /// Whether to renew the GitHub App's own token too.
    pub refresh_github_app_jwt_token: bool,
}

impl GetConnection {
    /// Reads the query.
    pub fn read(query: &Value) -> Result<Self, Issues> {
        read(Some(query), |field| field.strict_object(Self::from_object))
    }

    fn from_object(object: &mut ObjectReader<'_, '_>) -> Read<Self> {
        let key = object.required("provider_config_key", integration);
        let refresh_token = object.optional("refresh_token", boolean_text);
        let force_refresh = object.optional("force_refresh", boolean_text);
        let github = object.optional("refresh_github_app_jwt_token", boolean_text);
        Ok(Self {
            provider_config_key: key?,
            refresh_token: refresh_token?.unwrap_or(false),
            force_refresh: force_refresh?.unwrap_or(false),
            refresh_github_app_jwt_token: github?.unwrap_or(false),
        })
    }

    /// Whether anything but a plain read was asked for.
    #[must_use]
    pub fn wants_refresh(&self) -> bool {
        self.refresh_token || self.force_refresh || self.refresh_github_app_jwt_token
    }
}

/// `DELETE` (and `PATCH`) `/connections/:connectionId`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfIntegration {
    /// Whose connection.
    pub provider_config_key: IntegrationKey,
}

impl OfIntegration {
    /// Reads the query.
    pub fn read(query: &Value) -> Result<Self, Issues> {
        read(Some(query), |field| {
            field.strict_object(|object| {
                let key = object.required("provider_config_key", integration);
                Ok(Self { provider_config_key: key? })
            })
        })
    }
}

fn integration(field: Field<'_, '_>) -> Read<IntegrationKey> {
    field.parsed(IntegrationKey::parse)
}
