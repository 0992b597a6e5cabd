//! The modes that finish without leaving our page: what was typed is the credential.

use super::{Credential, api_key, basic, unauthenticated};
use crate::provider::{AuthMode, Inputs};

/// A mode whose form is all there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DirectMode {
    /// One key.
    ApiKey,
    /// User name and password.
    Basic,
    /// Nothing is asked.
    Unauthenticated,
}

impl DirectMode {
    /// The mode of a provider, where it is one of these.
    #[must_use]
    pub const fn of(mode: AuthMode) -> Option<Self> {
        match mode {
            AuthMode::ApiKey => Some(Self::ApiKey),
            AuthMode::Basic => Some(Self::Basic),
            AuthMode::None => Some(Self::Unauthenticated),
            _ => None,
        }
    }

    /// The credential that accepted inputs hold.
    #[must_use]
    pub fn credential(self, inputs: &Inputs) -> Credential {
        match self {
            Self::ApiKey => api_key::credential(inputs),
            Self::Basic => basic::credential(inputs),
            Self::Unauthenticated => unauthenticated::credential(),
        }
    }
}
