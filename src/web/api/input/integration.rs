//! `POST /integrations` and `PATCH /integrations/:uniqueKey`, by wire-protocol.md §3.4 and §3.6.
//!
//! Owns the bodies. Must not know the catalogue: the handler adds what depends on it.

use indexmap::IndexMap;
use secrecy::SecretString;
use serde_json::Value;

use super::field::{Field, boolean};
use super::integration_credentials::IntegrationCredentials;
use super::issue::{Code, Fault, Issue, Issues};
use super::key::{IntegrationKey, ProviderName};
use super::object::{ObjectReader, Read, read};
use super::text::Length;

const MAX_CONFIG: u64 = 8192;

/// What both bodies may set.
#[derive(Clone, Debug, Default)]
pub struct IntegrationSettings {
    /// Name to show instead of the provider's.
    pub display_name: Option<String>,
    /// Whether incoming webhooks are passed on.
    pub forward_webhooks: Option<bool>,
    /// The integration's own credentials at the service.
    pub credentials: Option<IntegrationCredentials>,
    /// Values that the provider's `integration_config` asks for; they may be secret.
    pub integration_config: Option<IndexMap<String, SecretString>>,
    /// Free values for providers without `integration_config`; they may be secret.
    pub custom: Option<IndexMap<String, SecretString>>,
}

impl IntegrationSettings {
    fn read(object: &mut ObjectReader<'_, '_>) -> Read<Self> {
        let display_name = object.optional("display_name", |field| field.sized(Length::between(1, 255)));
        let forward_webhooks = object.optional("forward_webhooks", boolean);
        let credentials = object.optional("credentials", IntegrationCredentials::read);
        let config = object.optional("integration_config", |f| texts(f, Length::up_to(MAX_CONFIG)));
        let custom = object.optional("custom", |field| texts(field, Length::ANY));
        Ok(Self {
            display_name: display_name?,
            forward_webhooks: forward_webhooks?,
            credentials: credentials?,
            integration_config: config?,
            custom: custom?,
        })
    }
}

fn texts(field: Field<'_, '_>, length: Length) -> Read<IndexMap<String, SecretString>> {
    field.record(|name| Some(name.to_owned()), |value| value.secret(length))
}

/// An integration to make.
#[derive(Clone, Debug)]
pub struct NewIntegration {
    /// The provider definition it uses.
    pub provider: ProviderName,
    /// Its name.
    pub unique_key: IntegrationKey,
    /// Everything else.
    pub settings: IntegrationSettings,
}

impl NewIntegration {
    /// Reads the body.
    pub fn read(body: Option<&Value>) -> Result<Self, Issues> {
        read(body, |field| {
            field.strict_object(|object| {
                let provider = object.required("provider", |field| field.parsed(ProviderName::parse));
                let key = object.required("unique_key", |field| field.parsed(IntegrationKey::parse_new));
                let settings = IntegrationSettings::read(object);
                Ok(Self { provider: provider?, unique_key: key?, settings: settings? })
            })
        })
    }

    /// The issue for a provider that does not exist.
    #[must_use]
    pub fn unknown_provider() -> Issue {
        Fault::new(Code::InvalidString, "Invalid provider").at(["provider"])
    }

    /// The issue for a name that is taken; the protocol spells its path in camel case.
    #[must_use]
    pub fn key_taken() -> Issue {
        Fault::new(Code::InvalidString, "Unique key already exists").at(["uniqueKey"])
    }
}

/// Changes to an integration.
#[derive(Clone, Debug, Default)]
pub struct IntegrationPatch {
    /// Its new name.
    pub unique_key: Option<IntegrationKey>,
    /// Everything else that changes.
    pub settings: IntegrationSettings,
}

impl IntegrationPatch {
    /// Reads the body.
    pub fn read(body: Option<&Value>) -> Result<Self, Issues> {
        read(body, |field| {
            field.strict_object(|object| {
                let key = object.optional("unique_key", |field| field.parsed(IntegrationKey::parse_new));
                let settings = IntegrationSettings::read(object);
                Ok(Self { unique_key: key?, settings: settings? })
            })
        })
    }
}
