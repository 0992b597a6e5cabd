//! Definitions whose owner says where the key goes (provider-format.md §8.6): header or parameter, its name, its text.

use secrecy::{ExposeSecret as _, SecretString};

use super::{ApiCall, filled};
use crate::provider::interpolate::Context;

/// Where the owner wants the key.
pub(super) enum OwnerKey {
    /// He was not asked.
    Unasked,
    /// In a header.
    Header(String, SecretString),
    /// In a parameter; the value is a template.
    Query(String, String),
}

impl OwnerKey {
    /// The parameter to set.
    pub(super) fn query(&self) -> Option<(String, String)> {
        match self {
            Self::Query(name, template) => Some((name.clone(), template.clone())),
            Self::Unasked | Self::Header(..) => None,
        }
    }
}

pub(super) fn of(call: &ApiCall<'_>, context: Context<'_>) -> OwnerKey {
    let fields = &call.provider.integration_config;
    let said = |name: &str| {
        let field = fields.iter().find(|field| field.name.as_str() == name)?;
        let own = call.custom.text(name).map(|text| text.expose_secret().to_owned());
        own.or_else(|| field.default_value.as_deref().map(str::to_owned))
    };
    let Some(name) = said("keyName") else { return OwnerKey::Unasked };
    let template = said("valueTemplate").unwrap_or_else(|| "${apiKey}".to_owned());
    if said("keyPlacement").as_deref() == Some("query") {
        return OwnerKey::Query(name, template);
    }
    match filled(&template, context) {
        Some(value) => OwnerKey::Header(name.to_ascii_lowercase(), value),
        None => OwnerKey::Unasked,
    }
}
