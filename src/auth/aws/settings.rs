//! What the integration's owner says: `integration_config` of the definition.

use secrecy::{ExposeSecret as _, SecretString};
use url::Url;

use super::region::is_label;
use crate::auth::{AwsKeys, ConnectionConfig, problem::MissingOwner};

/// For which service requests are signed, and where keys come from.
pub(super) struct Settings {
    pub service: String,
    pub default_region: Option<String>,
    pub issuer: Issuer,
}

/// Where keys come from.
pub(super) enum Issuer {
    /// AWS's token service, asked with the owner's keys.
    BuiltIn(AwsKeys),
    /// An endpoint of the owner's.
    Custom(Vendor),
}

/// An endpoint of the owner's.
pub(super) struct Vendor {
    pub url: Url,
    pub proof: Proof,
}

/// How we prove ourselves there.
pub(super) enum Proof {
    Nothing,
    Header { name: String, value: SecretString },
    Basic { username: SecretString, password: SecretString },
}

impl Settings {
    /// Reads them.
    pub fn of(custom: &ConnectionConfig) -> Result<Self, MissingOwner> {
        if custom.values().next().is_none() {
            return Err(MissingOwner::Value("integration_config"));
        }
        let service = text(custom, "service").ok_or(MissingOwner::Value("service"))?;
        if !is_label(&service) {
            return Err(MissingOwner::Unusable("service"));
        }
        let default_region = text(custom, "defaultRegion");
        if default_region.as_ref().is_some_and(|region| !is_label(region)) {
            return Err(MissingOwner::Unusable("defaultRegion"));
        }
        Ok(Self { service, default_region, issuer: issuer(custom)? })
    }
}

fn issuer(custom: &ConnectionConfig) -> Result<Issuer, MissingOwner> {
    match text(custom, "stsMode").as_deref() {
        None | Some("builtin") => Ok(Issuer::BuiltIn(AwsKeys {
            access_key_id: text(custom, "awsAccessKeyId").ok_or(MissingOwner::Value("awsAccessKeyId"))?,
            secret_access_key: secret(custom, "awsSecretAccessKey")?,
            session_token: None,
        })),
        Some("custom") => Ok(Issuer::Custom(Vendor { url: vendor_url(custom)?, proof: proof(custom)? })),
        Some(_) => Err(MissingOwner::Unusable("stsMode")),
    }
}

fn vendor_url(custom: &ConnectionConfig) -> Result<Url, MissingOwner> {
    let url = text(custom, "stsEndpointUrl").ok_or(MissingOwner::Value("stsEndpointUrl"))?;
    let url = Url::parse(&url).map_err(|_| MissingOwner::Unusable("stsEndpointUrl"))?;
    let is_plain = url.username().is_empty() && url.password().is_none() && url.has_host();
    if is_plain { Ok(url) } else { Err(MissingOwner::Unusable("stsEndpointUrl")) }
}

fn proof(custom: &ConnectionConfig) -> Result<Proof, MissingOwner> {
    match text(custom, "stsAuthType").as_deref() {
        None | Some("none") => Ok(Proof::Nothing),
        Some("api_key") => Ok(Proof::Header {
            name: text(custom, "stsAuthHeader").unwrap_or_else(|| "x-api-key".to_owned()),
            value: secret(custom, "stsApiKey")?,
        }),
        Some("basic") => Ok(Proof::Basic {
            username: custom.text("stsAuthUsername").cloned().unwrap_or_default(),
            password: secret(custom, "stsAuthPassword")?,
        }),
        Some(_) => Err(MissingOwner::Unusable("stsAuthType")),
    }
}

fn text(custom: &ConnectionConfig, name: &str) -> Option<String> {
    custom.text(name).map(|text| text.expose_secret().to_owned())
}

fn secret(custom: &ConnectionConfig, name: &'static str) -> Result<SecretString, MissingOwner> {
    custom.text(name).cloned().ok_or(MissingOwner::Value(name))
}
