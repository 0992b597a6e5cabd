//! The modes that finish without leaving our page.

use super::{ClientIdentity, DirectMode, SignedMode, TwoStepLogin};
use crate::provider::{AuthMode, Inputs, Installation, Provider};

/// A mode whose form is all that the end user sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypedMode {
    /// What was typed is the credential.
    Direct(DirectMode),
    /// What was typed is a client; the credential is the token that it gets.
    ClientCredentials,
    /// What was typed makes the credential.
    Signed(SignedMode),
    /// The installation begins at the service: its webhook brings the credential.
    Outbound,
    /// What was typed logs in; the credential is the token that the login brings.
    TwoStep,
}

impl TypedMode {
    /// The mode of a provider, where it is one of these.
    #[must_use]
    pub fn of(provider: &Provider) -> Option<Self> {
        match provider.auth_mode {
            AuthMode::OAuth2ClientCredentials => Some(Self::ClientCredentials),
            AuthMode::OAuth2 if provider.installation == Installation::Outbound => Some(Self::Outbound),
            AuthMode::TwoStep => Some(Self::TwoStep),
            mode => DirectMode::of(mode).map(Self::Direct).or_else(|| SignedMode::of(mode).map(Self::Signed)),
        }
    }
}

impl TwoStepLogin {
    /// What was typed to log in.
    #[must_use]
    pub fn of_inputs(inputs: &Inputs) -> Self {
        Self::new(inputs.credentials.clone(), inputs.assertion.clone())
    }
}

impl ClientIdentity {
    /// The client that was typed; nothing where its name is missing.
    #[must_use]
    pub fn of_inputs(inputs: &Inputs) -> Option<Self> {
        use secrecy::ExposeSecret as _;
        let typed = |name: &str| {
            inputs.credentials.get(name).filter(|text| !text.expose_secret().is_empty()).cloned()
        };
        Some(Self {
            client_id: typed("client_id")?.expose_secret().to_owned(),
            client_secret: typed("client_secret").unwrap_or_default(),
            client_certificate: typed("client_certificate"),
            client_private_key: typed("client_private_key"),
        })
    }
}
