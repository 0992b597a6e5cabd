//! Ways to authenticate at a service: a closed set of modes, one file each. Knows no database and no web.
//!
//! A mode turns what a person typed into a [`Credential`]; [`check`] tries it against the service.

mod api_key;
mod basic;
pub mod check;
mod connection_config;
mod credential;
mod direct;
mod integration_credential;
mod unauthenticated;

pub use connection_config::ConnectionConfig;
pub use credential::{Credential, CredentialProblem};
pub use direct::DirectMode;
pub use integration_credential::{AppIdentity, IntegrationCredential, OAuthClient};
