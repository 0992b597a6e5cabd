//! The provider format 1:1, every key optional and typed, nothing judged.
//!
//! Parameter maps hold JSON values, since the format allows texts, numbers, booleans and nested maps in them.

mod auth;
mod field;
mod hint;
mod proxy;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use auth::{RawAssertion, RawSignature, RawStep, RawToken, RawTokenResponse, RawTokenUrl};
pub use field::{RawField, RawVisibleWhen};
pub use hint::{RawHints, RawRefusalHint, RawValueHint};
pub use proxy::{RawInBody, RawPaginate, RawProxy, RawRetry, RawVerification};

/// Parameters by name, in file order.
pub type Parameters = IndexMap<String, Value>;
/// Texts by name, in file order.
pub type Texts = IndexMap<String, String>;
/// Field definitions by name, in file order.
pub type RawFieldMap = IndexMap<String, RawField>;

macro_rules! raw_provider {
    ($($key:ident: $type:ty,)*) => {
        /// One entry of a provider file. The keys are explained in the format's documentation.
        #[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
        #[serde(default)]
        #[expect(missing_docs, reason = "the keys are the format's own and explained there")]
        pub struct RawProvider {
            $(#[serde(skip_serializing_if = "Option::is_none")] pub $key: Option<$type>,)*
        }
    };
}

raw_provider! {
    // What it is.
    alias: String,
    display_name: String,
    categories: Vec<String>,
    docs: String,
    docs_connect: String,
    setup_guide_url: String,
    auth_mode: String,
    auth_type: String,
    installation: String,
    // What is asked.
    credentials: RawFieldMap,
    connection_config: RawFieldMap,
    integration_config: RawFieldMap,
    assertion_option: RawFieldMap,
    require_client_certificate: bool,
    connection_configuration: Vec<String>,
    // Authorization.
    auth: Parameters,
    authorization_url: String,
    authorization_params: Parameters,
    authorization_url_replacements: Texts,
    authorization_url_skip_encode: Vec<String>,
    authorization_url_skip_empty: bool,
    authorization_url_fragment: String,
    authorization_method: String,
    authorization_code_param_in_callback: String,
    authorization_code_param_in_webhook: String,
    scope_separator: String,
    default_scopes: Vec<String>,
    disable_pkce: bool,
    decode_url: bool,
    redirect_uri_metadata: Vec<String>,
    client_registration: String,
    registration_url: String,
    registration_params: Parameters,
    request_url: String,
    request_params: Parameters,
    signature_method: String,
    // Tokens.
    token_url: RawTokenUrl,
    token_params: Parameters,
    token_headers: Parameters,
    token_request_auth_method: String,
    token_request_method: String,
    body_format: String,
    token_response: RawTokenResponse,
    token_response_headers: Vec<String>,
    token_response_metadata: Vec<String>,
    alternate_access_token_response_path: String,
    token_expires_in_ms: u64,
    token_expiration_buffer: u64,
    expires_in_unit: String,
    refresh_url: String,
    refresh_params: Parameters,
    refresh_token_params: Parameters,
    refresh_token_headers: Parameters,
    refresh_token_response_metadata: Vec<String>,
    additional_steps: Vec<RawStep>,
    token: RawToken,
    signature: RawSignature,
    assertion: RawAssertion,
    // Calls and events.
    proxy: RawProxy,
    credentials_verification_script: String,
    post_connection_script: String,
    pre_connection_deletion_script: String,
    webhook_routing_script: String,
    webhook_response_metadata: Vec<String>,
    webhook_user_defined_secret: bool,
    webhook_allowed_query_params: Vec<String>,
    // Keys of our own: how answers are known to come from the service, and how a grant ends.
    issuer: String,
    issuer_in_callback: bool,
    revocation_url: String,
    // Keys of our own: what a mistake looks like, and what scopes are in words.
    hints: RawHints,
    scope_titles: Texts,
}
