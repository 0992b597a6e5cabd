//! Trying a credential against its service before anything is stored (provider-format.md §5.6).
//!
//! The first endpoint that answers 2xx accepts. What comes back is what a person can act on, never the raw answer.

mod authorization;
mod failure;
mod scope;
mod special;
mod template;
mod trial;

pub use failure::CheckFailure;

use self::{special::Special, trial::Trial};
use super::{ConnectionConfig, Credential, ServiceContext, aws};
use crate::provider::{AuthMode, Provider};

/// What a service made of a credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checked {
    /// It accepted it.
    Accepted,
    /// Its definition names no call to try it with.
    NotDeclared,
}

/// Whether a provider's credentials can be tried.
#[must_use]
pub fn is_declared(provider: &Provider) -> bool {
    Special::of(provider).is_some()
        || provider.proxy.verification.is_some()
        || provider.auth_mode == AuthMode::AwsSigV4
}

/// Tries a credential; what it may not be told from is logged nowhere.
pub async fn check(
    context: ServiceContext<'_>,
    provider: &Provider,
    credential: &Credential,
    config: &ConnectionConfig,
) -> Result<Checked, CheckFailure> {
    if let Credential::AwsSigV4(role) = credential {
        return special::identity(aws::caller_identity(context, provider, config, role).await);
    }
    let trial = Trial::new(context, provider, credential, config)?;
    match (Special::of(provider), &provider.proxy.verification) {
        (Some(special), _) => special.check(&trial).await,
        (None, Some(verification)) => {
            let mut failure = CheckFailure::NoRequest;
            for endpoint in &verification.endpoints {
                let call = template::declared(provider, verification, endpoint);
                match trial.call(&call).await.and_then(|answer| answer.by_status()) {
                    Ok(()) => return Ok(Checked::Accepted),
                    Err(next) => failure = failure.or_worse(next),
                }
            }
            Err(failure)
        }
        (None, None) => Ok(Checked::NotDeclared),
    }
}
