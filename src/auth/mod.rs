//! Ways to authenticate at a service: a closed set of modes, one file or folder each. Knows no database and no web.
//!
//! A direct mode turns what a person typed into a [`Credential`]; [`redirect`] sends him to the service and turns what
//! comes back into one; [`renew`] keeps it fresh and ends it; [`check`] tries it against the service;
//! [`placement`] puts it into a call; [`lookup`] asks what calls depend on.

mod api_key;
mod app;
pub mod aws;
mod basic;
mod bill;
pub mod check;
mod client_override;
mod connection_config;
mod credential;
mod direct;
mod former;
mod grant;
mod install_plugin;
mod integration_credential;
mod jws;
pub mod jwt;
pub mod lookup;
pub mod mcp;
mod oauth1;
mod oauth2;
mod pem;
pub mod placement;
pub mod problem;
pub mod redirect;
pub mod renew;
mod secret_json;
mod service;
mod signature;
mod signed;
pub mod tba;
mod template;
pub mod two_step;
mod typed;
mod unauthenticated;
mod unproven;
mod webhook;

pub use client_override::ClientOverride;
pub use connection_config::{ConfigValue, ConnectionConfig};
pub use credential::{
    AwsCredential, AwsKeys, AwsRole, BillLogin, BillSession, ClientCredentials, ClientIdentity, Credential,
    CredentialProblem, InstallationToken, JwtCredential, OAuth2Token, SignatureToken, TbaToken, TwoStepLogin,
    TwoStepToken,
};
pub use direct::DirectMode;
pub use former::{Given, kept, prefill};
pub use grant::Grant;
pub use integration_credential::{AppIdentity, IntegrationCredential, OAuthClient};
pub use oauth1::{OAuth1Signer, Occasion, SignatureMethod};
pub use oauth2::client_credentials::fetch as client_credentials;
pub use oauth2::scopes;
pub use secret_json::SecretJson;
pub use service::{Introduction, ServiceContext, Subject};
pub use signed::SignedMode;
pub use typed::TypedMode;
pub use unproven::Unproven;
pub use webhook::{SIGNATURE_HEADERS, WebhookProof};

#[cfg(test)]
mod tests;
