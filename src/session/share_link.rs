//! Links that an admin hands out: hours or days long, hashed at rest, and no session's token. Each opening makes a
//! session of its own for the same person, so that a failed attempt ends nothing.

use indexmap::IndexMap;
use secrecy::{ExposeSecret, SecretString};

use super::{CreatedSession, NewSession, create};
use crate::{
    clock::{Random, Timestamp},
    secret::Fingerprint,
    services::Services,
    store::{
        StoreError,
        connect_session::{EndUser, Reconnects, Replaces, Verification},
        connection::{self, ConnectionRow},
        share_link::{self, ShareLinkRow},
    },
};

const DIGITS: usize = 32;
/// How often a link may be opened within an hour: people and the scanners of their mail, not more.
const OPENS_AN_HOUR: i64 = 60;

/// The part of a link that opens it: 128 random bits. Cannot be printed.
#[derive(Clone, Debug)]
pub struct ShareLinkToken(SecretString);

/// Why a link opens nothing.
#[derive(Debug, thiserror::Error)]
pub enum ShareLinkError {
    /// Nobody knows it.
    #[error("no such link")]
    Unknown,
    /// Its time is over.
    #[error("the link's time is over")]
    Expired,
    /// An admin ended it.
    #[error("the link was revoked")]
    Revoked,
    /// It was good for one success, and had that.
    #[error("the link was used")]
    Used,
    /// It was opened as often as it may be within an hour.
    #[error("the link is opened too often")]
    TooOften,
    /// The database.
    #[error("the store failed")]
    Store(#[from] StoreError),
}

impl ShareLinkToken {
    /// A new one.
    #[must_use]
    pub fn random(random: &Random) -> Self {
        Self(SecretString::from(random.hex::<{ DIGITS / 2 }>()))
    }

    /// Reads the part of an address.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        (text.len() == DIGITS && text.bytes().all(is_digit))
            .then(|| Self(SecretString::from(text.to_owned())))
    }

    /// What is stored of it.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(self.0.expose_secret())
    }

    /// The token itself, for the one page that shows it.
    #[must_use]
    pub fn reveal(&self) -> &str {
        self.0.expose_secret()
    }
}

/// How a link stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareLinkState {
    /// It can be opened.
    Open,
    /// It connected an account, and can be opened again.
    Connected,
    /// It was good for one success, and had that.
    Used,
    /// Its time is over.
    Expired,
    /// Somebody ended it.
    Revoked,
}

impl ShareLinkState {
    /// How a link stands now.
    #[must_use]
    pub fn of(row: &ShareLinkRow, now: Timestamp) -> Self {
        match row {
            own if own.revoked_at.is_some() => Self::Revoked,
            own if own.is_once && own.used_at.is_some() => Self::Used,
            own if own.expires_at <= now => Self::Expired,
            own if own.used_at.is_some() => Self::Connected,
            _ => Self::Open,
        }
    }

    /// The word for it, in answers of the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Connected => "connected",
            Self::Used => "used",
            Self::Expired => "expired",
            Self::Revoked => "revoked",
        }
    }
}

/// A new session for whoever opened a link.
pub async fn open_share_link(
    services: &Services,
    token: &ShareLinkToken,
) -> Result<(ShareLinkRow, CreatedSession), ShareLinkError> {
    let found = share_link::find(&services.db, &token.fingerprint()).await?;
    let row = found.ok_or(ShareLinkError::Unknown)?;
    let now = services.clock.now();
    match ShareLinkState::of(&row, now) {
        ShareLinkState::Revoked => return Err(ShareLinkError::Revoked),
        ShareLinkState::Used => return Err(ShareLinkError::Used),
        ShareLinkState::Expired => return Err(ShareLinkError::Expired),
        ShareLinkState::Open | ShareLinkState::Connected => {}
    }
    let id = row.id.clone();
    let write = services
        .db
        .write(move |tx| Box::pin(async move { share_link::open(tx, &id, OPENS_AN_HOUR, now).await }));
    if !write.await? {
        return Err(ShareLinkError::TooOften);
    }
    let new = match &row.reconnects {
        None => session_of(&row),
        Some(id) => {
            let found = connection::find_by_row(&services.db, &row.environment_id, id).await?;
            // Deleted meanwhile, or still waiting for its owner: there is nothing to connect anew.
            let found = found.filter(|own| own.exchange_until.is_none()).ok_or(ShareLinkError::Revoked)?;
            reconnecting(&row, found)
        }
    };
    let created = create(services, &row.environment_id, new).await?;
    Ok((row, created))
}

fn session_of(row: &ShareLinkRow) -> NewSession {
    NewSession {
        end_user: Some(row.end_user.clone()),
        tags: tags(&row.end_user),
        allowed_integrations: row.allowed_integrations.clone(),
        verification: if row.asks_for_code { Verification::EmailCode } else { Verification::None },
        share_link: Some(row.id.clone()),
        ..NewSession::default()
    }
}

/// A session that connects a connection anew and replaces nothing but its credentials.
fn reconnecting(row: &ShareLinkRow, found: ConnectionRow) -> NewSession {
    let (end_user, organization) = found.end_user.unzip();
    NewSession {
        end_user,
        organization: organization.flatten(),
        tags: found.tags,
        webhook_url_override: found.webhook_url_override,
        allowed_integrations: Some(vec![found.integration_key]),
        reconnects: Some(Reconnects { connection: found.id, replaces: Replaces::default() }),
        share_link: Some(row.id.clone()),
        ..NewSession::default()
    }
}

/// The tags that any backend's session for this person would have, and where the connection comes from.
fn tags(person: &EndUser) -> IndexMap<String, String> {
    let named = [
        ("end_user_id", Some(&person.id)),
        ("end_user_email", person.email.as_ref()),
        ("end_user_display_name", person.display_name.as_ref()),
    ];
    let mut tags: IndexMap<String, String> =
        named.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?.clone()))).collect();
    tags.insert("origin".to_owned(), "share_link".to_owned());
    tags
}
