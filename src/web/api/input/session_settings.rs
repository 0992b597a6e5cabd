//! What new sessions and reconnect sessions may both set.
//!
//! Owns defaults per integration, overrides, webhook target and `connect_ui`. Must not know which integrations exist.

use std::fmt;

use indexmap::IndexMap;
use serde_json::{Map, Value};
use url::Url;

use super::connect_ui::ConnectUi;
use super::field::Field;
use super::issue::{Fault, Issue};
use super::key::IntegrationKey;
use super::link::{WebhookTarget, deprecated_webhook_target, web_url_or_empty, webhook_target};
use super::object::{ObjectReader, Read};
use super::text::Length;

/// What a session presets for one integration. The values may be secret, so they are not printed.
#[derive(Clone, Default, PartialEq)]
pub struct IntegrationDefaults {
    /// Scopes of the user's own token (Slack).
    pub user_scopes: Option<String>,
    /// Further parameters of the authorization request.
    pub authorization_params: Option<IndexMap<String, String>>,
    /// Preset connection configuration: hidden from the end user and applied.
    pub connection_config: Option<Map<String, Value>>,
}

impl fmt::Debug for IntegrationDefaults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let params: Vec<&String> = self.authorization_params.iter().flat_map(IndexMap::keys).collect();
        let config: Vec<&String> = self.connection_config.iter().flat_map(Map::keys).collect();
        f.debug_struct("IntegrationDefaults")
            .field("user_scopes", &self.user_scopes)
            .field("authorization_params", &params)
            .field("connection_config", &config)
            .finish()
    }
}

/// What a session replaces for one integration.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IntegrationOverrides {
    /// Where the documentation links of the form point.
    pub docs_connect: Option<Url>,
}

/// The settings of one session.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SessionSettings {
    /// Presets by integration.
    pub integrations_config_defaults: Option<IndexMap<IntegrationKey, IntegrationDefaults>>,
    /// Replacements by integration.
    pub overrides: Option<IndexMap<IntegrationKey, IntegrationOverrides>>,
    /// Where this session's webhooks go.
    pub webhook_url_override: Option<WebhookTarget>,
    /// Whether the body says where, be it nowhere.
    pub gives_webhook_url: bool,
    /// Our own settings.
    pub connect_ui: ConnectUi,
}

impl SessionSettings {
    /// Reads the keys from a session body.
    pub(super) fn read(object: &mut ObjectReader<'_, '_>) -> Read<Self> {
        let defaults =
            object.optional("integrations_config_defaults", |field| field.record(integration_key, defaults));
        let overrides = object.optional("overrides", |field| field.record(integration_key, overrides));
        let target = object.optional("webhook_url_override", webhook_target);
        let connect_ui = object.optional("connect_ui", ConnectUi::read);
        let (defaults, deprecated) = defaults?.map(split).unzip();
        let (target, deprecated) = (target?, deprecated.flatten());
        Ok(Self {
            gives_webhook_url: target.is_some() || deprecated.is_some(),
            integrations_config_defaults: defaults,
            overrides: overrides?,
            webhook_url_override: target.unwrap_or(deprecated),
            connect_ui: connect_ui?.unwrap_or_default(),
        })
    }

    /// Every integration that the settings name.
    pub fn integrations(&self) -> impl Iterator<Item = &IntegrationKey> {
        let defaults = self.integrations_config_defaults.iter().flat_map(IndexMap::keys);
        defaults.chain(self.overrides.iter().flat_map(IndexMap::keys))
    }

    /// An issue for each integration that does not exist.
    #[must_use]
    pub fn unknown_integrations(&self, exists: impl Fn(&IntegrationKey) -> bool) -> Vec<Issue> {
        let defaults = self.integrations_config_defaults.iter().flat_map(IndexMap::keys);
        let defaults = defaults.map(|key| ("integrations_config_defaults", key));
        let overrides = self.overrides.iter().flat_map(IndexMap::keys).map(|key| ("overrides", key));
        defaults
            .chain(overrides)
            .filter(|(_, key)| !exists(key))
            .map(|(parent, key)| unknown_integration(parent, key.as_str()))
            .collect()
    }
}

/// The issue for an integration that does not exist.
pub(super) fn unknown_integration(parent: &str, child: &str) -> Issue {
    Fault::custom("Integration does not exist").at([parent, child])
}

fn integration_key(text: &str) -> Option<IntegrationKey> {
    IntegrationKey::parse(text).ok()
}

type WithTarget = (IntegrationDefaults, Option<WebhookTarget>);

/// The first webhook target at the deprecated place counts.
fn split(
    read: IndexMap<IntegrationKey, WithTarget>,
) -> (IndexMap<IntegrationKey, IntegrationDefaults>, Option<WebhookTarget>) {
    let mut first = None;
    let mut all = IndexMap::with_capacity(read.len());
    for (key, (defaults, target)) in read {
        first = first.or(target);
        all.insert(key, defaults);
    }
    (all, first)
}

fn defaults(field: Field<'_, '_>) -> Read<WithTarget> {
    field.strict_object(|object| {
        let user_scopes = object.optional("user_scopes", |field| field.sized(Length::ANY));
        let params = object.optional("authorization_params", |field| {
            field.record(|key| Some(key.to_owned()), |value| value.sized(Length::ANY))
        });
        let (config, target) = object.optional("connection_config", connection_config)?.unzip();
        let defaults = IntegrationDefaults {
            user_scopes: user_scopes?,
            authorization_params: params?,
            connection_config: config,
        };
        Ok((defaults, target.flatten()))
    })
}

fn connection_config(field: Field<'_, '_>) -> Read<(Map<String, Value>, Option<WebhookTarget>)> {
    field.open_object(|object| {
        let scopes = object.optional("oauth_scopes_override", |field| field.text().map(drop));
        let target = object.optional("webhook_url", deprecated_webhook_target);
        let mut config = object.raw().clone();
        config.shift_remove("webhook_url");
        scopes?;
        Ok((config, target?.flatten()))
    })
}

fn overrides(field: Field<'_, '_>) -> Read<IntegrationOverrides> {
    field.open_object(|object| {
        let docs = object.optional("docs_connect", |field| field.parsed(web_url_or_empty));
        Ok(IntegrationOverrides { docs_connect: docs?.flatten() })
    })
}
