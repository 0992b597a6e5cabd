//! The clients that are registered at the mock service. Their one secret is public, as they are: [`CLIENT_SECRET`].
//!
//! | client id | what is different |
//! | --- | --- |
//! | `demo-app` | nothing: PKCE required, an hour's access token, refresh tokens that rotate |
//! | `no-pkce` | PKCE is not required |
//! | `public` | has no secret; PKCE is all there is |
//! | `keeps-refresh` | a refresh answers without a new refresh token: the old one stays |
//! | `never-expires` | no `expires_in`, no refresh token |
//! | `expires-in-{n}` | access tokens live `n` seconds |
//! | those of [`super::faults`] | something goes wrong |

use super::faults::Fault;

/// The secret of every client that has one.
pub const CLIENT_SECRET: &str = "demo-secret";
/// A client with which nothing goes wrong.
pub const CLIENT_ID: &str = "demo-app";

/// What happens to a refresh token when it is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refreshing {
    /// A new one takes its place; using the old one again revokes all that came of it.
    Rotates,
    /// It stays, and the answer does not repeat it.
    Keeps,
    /// There is none.
    Never,
}

/// A client, as it is registered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    /// What it says it is.
    pub id: String,
    /// Whether it has [`CLIENT_SECRET`]; else PKCE alone speaks for it.
    pub is_confidential: bool,
    /// Whether it must use PKCE.
    pub requires_pkce: bool,
    /// How long an access token lives; none for ever.
    pub lifetime_seconds: Option<i64>,
    /// What a refresh does to the refresh token.
    pub refreshing: Refreshing,
    /// What goes wrong with it.
    pub fault: Option<Fault>,
}

impl Client {
    /// The client of this id.
    #[must_use]
    pub fn find(id: &str) -> Option<Self> {
        let usual = Self::usual(id);
        if let Some(fault) = Fault::of(id) {
            let lifetime_seconds = Some(lifetime_with(fault));
            return Some(Self { lifetime_seconds, fault: Some(fault), ..usual });
        }
        match id {
            CLIENT_ID => Some(usual),
            "no-pkce" => Some(Self { requires_pkce: false, ..usual }),
            "public" => Some(Self { is_confidential: false, ..usual }),
            "keeps-refresh" => Some(Self { refreshing: Refreshing::Keeps, ..usual }),
            "never-expires" => Some(Self { lifetime_seconds: None, refreshing: Refreshing::Never, ..usual }),
            _ => {
                let seconds = id.strip_prefix("expires-in-")?.parse().ok()?;
                Some(Self { lifetime_seconds: Some(seconds), ..usual })
            }
        }
    }

    fn usual(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            is_confidential: true,
            requires_pkce: true,
            lifetime_seconds: Some(3600),
            refreshing: Refreshing::Rotates,
            fault: None,
        }
    }

    pub(super) fn has(&self, fault: Fault) -> bool {
        self.fault == Some(fault)
    }
}

const fn lifetime_with(fault: Fault) -> i64 {
    match fault {
        Fault::ShortLived => 5,
        Fault::RotatingRefresh | Fault::FailingRefresh | Fault::Revoked => 60,
        _ => 3600,
    }
}
