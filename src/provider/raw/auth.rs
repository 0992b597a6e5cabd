//! Token endpoints, recipes of signed tokens, further steps.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Parameters, Texts};

/// One token endpoint, or one for each sub-flow.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(untagged, expecting = "expected a text or a map of texts")]
pub enum RawTokenUrl {
    /// The endpoint.
    One(String),
    /// Endpoints by sub-flow (`OAUTH2`, `APP`).
    ByFlow(Texts),
}

/// Where the token stands in the answer.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the keys are the format's own and explained there")]
pub struct RawTokenResponse {
    pub token: Option<String>,
    pub token_expiration: Option<String>,
    pub token_expiration_strategy: Option<String>,
    pub refresh_token: Option<String>,
}

/// A request after the first one.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the keys are the format's own and explained there")]
pub struct RawStep {
    pub token_url: Option<String>,
    pub token_request_method: Option<String>,
    pub token_params: Option<Parameters>,
    pub token_headers: Option<Parameters>,
    pub body_format: Option<String>,
}

/// The recipe of a signed JWT.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the keys are the format's own and explained there")]
pub struct RawToken {
    pub signing_key: Option<String>,
    pub expires_in_ms: Option<u64>,
    pub header: Option<Parameters>,
    pub payload: Option<Parameters>,
}

/// The signing family.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the keys are the format's own and explained there")]
pub struct RawSignature {
    pub protocol: Option<String>,
    pub hmac_secret_encoding: Option<String>,
}

/// The recipe of a signed assertion (JWT or SAML).
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default, rename_all = "camelCase")]
#[expect(missing_docs, reason = "the keys are the format's own and explained there")]
pub struct RawAssertion {
    pub r#type: Option<String>,
    pub key: Option<String>,
    pub header: Option<Parameters>,
    pub payload: Option<Parameters>,
    pub issuer: Option<String>,
    pub audiences: Option<Value>,
    pub recipient: Option<String>,
    pub name_identifier: Option<String>,
    pub session_index: Option<String>,
    pub attributes: Option<Parameters>,
    /// A number for JWT, a text for SAML.
    pub lifetime_in_seconds: Option<Value>,
}
