//! How answers differ: names of their own, ends that nobody states.

use serde_json::{Map, Value};

use super::Quirk;
use crate::{auth::oauth2::expiry, clock::Timestamp};

const HOUR: i64 = 60;
const THIRTY_DAYS: i64 = 30 * 24 * HOUR;

impl Quirk {
    /// The answer by the names of RFC 6749, where the service has others.
    pub fn standard_names(self, body: &Value) -> Option<Value> {
        match self {
            Self::TiktokAds | Self::TiktokAccounts => body.get("data").cloned(),
            Self::Shopline => Some(renamed(
                body.get("data")?,
                &[("accessToken", "access_token"), ("expireTime", "expires_at"), ("scope", "scope")],
            )),
            Self::Sentry => Some(renamed(
                body,
                &[("token", "access_token"), ("refreshToken", "refresh_token"), ("expiresAt", "expires_at")],
            )),
            Self::Clover => Some(renamed(
                body,
                &[
                    ("access_token", "access_token"),
                    ("refresh_token", "refresh_token"),
                    ("access_token_expiration", "expires_at"),
                ],
            )),
            Self::Bullhorn => Some(renamed(
                body,
                &[
                    ("BhRestToken", "access_token"),
                    ("refresh_token", "refresh_token"),
                    ("expires_in", "expires_in"),
                ],
            )),
            _ => None,
        }
    }

    /// When the token ends, by what the service does not state.
    pub fn end(self, body: &Value, stated: Option<Timestamp>, now: Timestamp) -> Option<Timestamp> {
        match self {
            Self::Workday | Self::StripeApp | Self::Jobber => Some(now.plus_minutes(HOUR)),
            Self::Coros => Some(stated.unwrap_or_else(|| now.plus_minutes(THIRTY_DAYS))),
            Self::Slack => {
                let user = body.get("authed_user").and_then(|user| user.get("expires_in"));
                let user = user.and_then(|value| expiry::lifetime(value, 1000, now));
                stated.into_iter().chain(user).min()
            }
            _ => stated,
        }
    }
}

fn renamed(body: &Value, names: &[(&str, &str)]) -> Value {
    let pairs = names.iter().filter_map(|(from, to)| Some(((*to).to_owned(), body.get(*from)?.clone())));
    Value::Object(pairs.collect::<Map<_, _>>())
}
