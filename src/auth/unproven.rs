//! What a service's way back does not prove. Whoever makes such an integration is told (SECURITY.md).

use super::oauth2::Quirk;
use crate::provider::{AuthMode, Provider};

/// Something that whoever comes back may claim, and nobody can check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unproven {
    /// Whose installation it is: `APP` has no token of a person that could be asked.
    Installation,
    /// Whose tenant it is: the service signs nothing, and speaks to the client for every tenant that ever agreed.
    Tenant,
}

impl Unproven {
    /// What a provider's way back leaves open.
    #[must_use]
    pub fn of(provider: &Provider) -> Option<Self> {
        match (provider.auth_mode, Quirk::of(provider.key.as_str())) {
            (AuthMode::App, _) => Some(Self::Installation),
            (_, Some(Quirk::MicrosoftAdmin)) => Some(Self::Tenant),
            _ => None,
        }
    }
}
