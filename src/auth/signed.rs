//! The modes whose credential is made of what was typed: signed here, or fetched with it.

use super::{
    Credential, Grant, ServiceContext, Subject, aws, bill, jwt, problem::ExchangeProblem, signature, tba,
};
use crate::provider::{AuthMode, Inputs};

/// A mode whose credential is made of what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignedMode {
    /// A token with which requests are signed.
    Tba,
    /// A JWT that we sign.
    Jwt,
    /// A login at Bill.
    Bill,
    /// A text that we sign.
    Signature,
    /// A role that we assume.
    AwsSigV4,
}

impl SignedMode {
    /// The mode of a provider, where it is one of these.
    #[must_use]
    pub const fn of(mode: AuthMode) -> Option<Self> {
        match mode {
            AuthMode::Tba => Some(Self::Tba),
            AuthMode::Jwt => Some(Self::Jwt),
            AuthMode::Bill => Some(Self::Bill),
            AuthMode::Signature => Some(Self::Signature),
            AuthMode::AwsSigV4 => Some(Self::AwsSigV4),
            _ => None,
        }
    }

    /// The credential that accepted inputs make.
    pub async fn grant(
        self,
        cx: ServiceContext<'_>,
        subject: &Subject<'_>,
        inputs: &Inputs,
    ) -> Result<Grant, ExchangeProblem> {
        let typed = |name: &str| inputs.credentials.get(name).cloned().unwrap_or_default();
        match self {
            Self::Tba => tba::grant(subject, inputs),
            Self::Jwt => jwt::grant(cx, subject, &inputs.credentials),
            Self::Bill => bill::grant(cx, subject, bill::login(inputs)).await,
            Self::Signature => signature::grant(cx, subject, &typed("username"), &typed("password")),
            Self::AwsSigV4 => aws::grant(cx, subject, inputs).await,
        }
    }
}

/// The credential once more, from what it keeps for that; nothing where it is of another mode, or does not end.
pub(super) async fn renew(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    credential: &Credential,
) -> Option<Result<Grant, ExchangeProblem>> {
    Some(match credential {
        Credential::Jwt(jwt) => jwt::grant(cx, subject, &jwt.fields),
        Credential::Bill(session) => bill::grant(cx, subject, session.login.clone()).await,
        Credential::Signature(token) => signature::grant(cx, subject, &token.username, &token.password),
        Credential::AwsSigV4(role) => aws::renew(cx, subject, role).await,
        _ => return None,
    })
}
