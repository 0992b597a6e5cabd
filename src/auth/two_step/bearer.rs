//! How an API call shows the token where the definition does not say (wire-protocol.md §7.3).

use secrecy::SecretString;

use crate::{auth::TwoStepToken, provider::Provider};

/// The token for `Authorization: Bearer`; nothing where the definition puts the token somewhere itself, or the session
/// is one of cookies.
#[must_use]
pub fn bearer<'t>(provider: &Provider, token: &'t TwoStepToken) -> Option<&'t SecretString> {
    let mut headers = provider.proxy.headers.iter();
    let is_placed = headers.any(|(name, value)| {
        value.contains("${accessToken}")
            || name.eq_ignore_ascii_case("cookie") && value.contains("${credentials._cookies}")
    });
    (!is_placed).then_some(&token.token)
}
