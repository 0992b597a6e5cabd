//! Whether a credential is due for renewal (wire-protocol.md §9.2).

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use secrecy::ExposeSecret as _;
use serde_json::Value;

use crate::{
    auth::{ConfigValue, ConnectionConfig, Credential, OAuth2Token, Subject, oauth2::Quirk},
    clock::Timestamp,
};

/// How long before its end a token counts as ended, in seconds.
const MARGIN: u64 = 900;

/// The places of second tokens among a connection's values.
const SECOND_TOKENS: [&str; 3] = ["sharepointAccessToken", BOT_TOKEN, "userCredentials"];
/// The one of them that is renewed without a refresh token.
const BOT_TOKEN: &str = "botAccessToken";

/// What is to be done about a credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// Never renewed, not even when forced: there is nothing to renew it with.
    Fixed,
    /// Holds for now; can be renewed when forced.
    Fresh,
    /// Ends soon, or has ended.
    Due,
    /// Only the service knows; [`super::ask`] it.
    AskService,
}

/// Whether a credential is due.
#[must_use]
pub fn freshness(subject: &Subject<'_>, credential: &Credential, now: Timestamp) -> Freshness {
    let quirk = Quirk::of(subject.provider.key.as_str());
    if !is_renewable(credential, quirk) {
        return Freshness::Fixed;
    }
    if quirk.is_some_and(Quirk::renews_on_demand) {
        return Freshness::Fresh;
    }
    let buffer = subject.provider.definition().ok().and_then(|raw| raw.token_expiration_buffer);
    let margin = i64::try_from(buffer.unwrap_or(MARGIN)).unwrap_or(i64::MAX).saturating_mul(1000);
    let ends = |end: Timestamp| end.0.saturating_sub(now.0) < margin;
    if credential.expires_at().is_some_and(ends) || second_ends(subject.connection_config).any(ends) {
        Freshness::Due
    } else if quirk.is_some_and(Quirk::can_be_asked) {
        Freshness::AskService
    } else {
        Freshness::Fresh
    }
}

/// Whether the JWT of an app's credential has ended: who hands it out on request renews the credential then.
#[must_use]
pub fn app_jwt_has_ended(credential: &Credential, now: Timestamp) -> bool {
    let Credential::App(token) = credential else { return false };
    let claims = token.app_jwt.as_ref().and_then(|jwt| {
        let payload = URL_SAFE_NO_PAD.decode(jwt.expose_secret().split('.').nth(1)?).ok()?;
        serde_json::from_slice::<Value>(&payload).ok()
    });
    let end = claims.as_ref().and_then(|claims| claims.get("exp")).and_then(Value::as_i64);
    end.is_none_or(|end| end.saturating_mul(1000) <= now.0)
}

fn is_renewable(credential: &Credential, quirk: Option<Quirk>) -> bool {
    match credential {
        Credential::OAuth2(OAuth2Token { refresh_token, .. }) => {
            !quirk.is_some_and(Quirk::never_renews)
                && (refresh_token.is_some() || quirk.is_some_and(Quirk::renews_without_refresh_token))
        }
        Credential::OAuth2ClientCredentials(_)
        | Credential::App(_)
        | Credential::Jwt(_)
        | Credential::Bill(_)
        | Credential::Signature(_)
        | Credential::AwsSigV4(_)
        | Credential::TwoStep(_) => true,
        Credential::ApiKey { .. }
        | Credential::Basic { .. }
        | Credential::Unauthenticated
        | Credential::OAuth2Pending
        | Credential::OAuth1 { .. }
        | Credential::Tba(_) => false,
    }
}

/// The ends of the second tokens that a connection keeps.
fn second_ends(config: &ConnectionConfig) -> impl Iterator<Item = Timestamp> {
    SECOND_TOKENS.into_iter().filter_map(|name| match config.get(name)? {
        ConfigValue::Json(second) => {
            let second = second.to_value();
            let can = name == BOT_TOKEN || second.get("refresh_token").is_some();
            Timestamp::parse_rfc3339(second.get("expires_at").filter(|_| can)?.as_str()?)
        }
        ConfigValue::Text(_) | ConfigValue::Flag(_) => None,
    })
}
