//! Who is signed in: a random secret in a cookie, its fingerprint in the store, two limits in time.

use secrecy::{ExposeSecret, SecretString};

use crate::{
    clock::{Random, Timestamp},
    id::{AdminId, AdminSessionId},
    secret::Fingerprint,
    services::Services,
    store::{
        StoreError, Tx,
        admin::{
            AdminRow, Role,
            session::{self, AdminSessionRow, NewSession},
        },
    },
};

use super::{Caller, Deed, perform};

const IDLE_MINUTES: i64 = 30;
const ABSOLUTE_MINUTES: i64 = 12 * 60;
/// How long a code may take to be found and typed.
const CODE_MINUTES: i64 = 10;
const DIGITS: usize = 64;

/// An admin, known to be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Admin {
    /// The account.
    pub id: AdminId,
    /// The name to sign in with.
    pub name: String,
    /// What they may do.
    pub role: Role,
}

/// A live session.
#[derive(Clone, Debug)]
pub struct Session {
    /// Who.
    pub admin: Admin,
    /// Which of their sessions.
    pub id: AdminSessionId,
    /// Whether they must set up a second factor before anything else.
    pub must_enrol: bool,
}

/// What the cookie holds: 256 random bits. Cannot be printed.
#[derive(Clone, Debug)]
pub struct SessionSecret(SecretString);

impl SessionSecret {
    /// A new one.
    #[must_use]
    pub fn random(random: &Random) -> Self {
        Self(SecretString::from(random.hex::<32>()))
    }

    /// Reads a cookie's value.
    #[must_use]
    pub fn parse(text: SecretString) -> Option<Self> {
        let shown = text.expose_secret();
        let fits = shown.len() == DIGITS && shown.bytes().all(|byte| byte.is_ascii_hexdigit());
        fits.then_some(Self(text))
    }

    /// The value for the one answer that sets the cookie.
    #[must_use]
    pub fn reveal(&self) -> &str {
        self.0.expose_secret()
    }

    pub(super) fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(self.0.expose_secret())
    }
}

/// A session that is to begin for a browser.
pub(super) fn prepare(
    services: &Services,
    caller: &Caller,
    secret: &SessionSecret,
    awaits_code: bool,
) -> NewSession {
    let minutes = if awaits_code { CODE_MINUTES } else { ABSOLUTE_MINUTES };
    NewSession {
        fingerprint: secret.fingerprint(),
        id: AdminSessionId::random(&services.random),
        user_agent: caller.user_agent.clone(),
        awaits_code,
        expires_at: services.clock.now().plus_minutes(minutes),
    }
}

/// Begins a session inside the transaction that allowed it.
pub(super) async fn begin(
    tx: &mut Tx,
    new: &NewSession,
    admin: &AdminId,
    at: Timestamp,
) -> Result<(), StoreError> {
    session::insert_session(tx, new, admin, at).await
}

/// Who is signed in with that secret, unless the session was idle for 30 minutes or is 12 hours old.
pub async fn signed_in(services: &Services, secret: &SessionSecret) -> Result<Option<Session>, StoreError> {
    let fingerprint = secret.fingerprint();
    let now = services.clock.now();
    let Some(row) = session::find_session(&services.db, &fingerprint).await? else { return Ok(None) };
    if row.awaits_code || !is_live(&row, now) {
        return Ok(None);
    }
    if row.last_seen_at.plus_minutes(1) <= now {
        services
            .db
            .write(move |tx| Box::pin(async move { session::touch_session(tx, &fingerprint, now).await }))
            .await?;
    }
    let must_enrol = row.requires_totp && !row.admin.has_totp();
    let admin = Admin { id: row.admin.id, name: row.admin.name, role: row.admin.role };
    Ok(Some(Session { admin, id: row.id, must_enrol }))
}

/// Whose code is awaited by that secret.
pub(super) async fn awaiting_code(
    services: &Services,
    secret: &SessionSecret,
) -> Result<Option<AdminRow>, StoreError> {
    let row = session::find_session(&services.db, &secret.fingerprint()).await?;
    let now = services.clock.now();
    Ok(row.filter(|row| row.awaits_code && is_live(row, now)).map(|row| row.admin))
}

/// The live sessions of an account.
pub async fn sessions_of(services: &Services, admin: &AdminId) -> Result<Vec<AdminSessionRow>, StoreError> {
    let now = services.clock.now();
    session::list_sessions(&services.db, admin, now, now.plus_minutes(-IDLE_MINUTES)).await
}

fn is_live(row: &AdminSessionRow, now: Timestamp) -> bool {
    now < row.expires_at && now < row.last_seen_at.plus_minutes(IDLE_MINUTES)
}

/// Ends a session.
pub async fn sign_out(services: &Services, secret: &SessionSecret) -> Result<(), StoreError> {
    let fingerprint = secret.fingerprint();
    let Some(row) = session::find_session(&services.db, &fingerprint).await? else { return Ok(()) };
    let deed = Deed::of_account(&row.admin.name, "admin.sign-out");
    perform(services, deed, move |tx| {
        Box::pin(async move { session::delete_session(tx, &fingerprint).await })
    })
    .await
    .map(|_| ())
}

/// Ends one session of an account; false when it is none of its.
pub async fn end_session(
    services: &Services,
    by: &Admin,
    of: &AdminRow,
    id: AdminSessionId,
) -> Result<bool, StoreError> {
    let (deed, owner) = (Deed::of_person(by, "admin.end-session", &of.name), of.id.clone());
    perform(services, deed, move |tx| Box::pin(async move { session::delete_one(tx, &owner, &id).await }))
        .await
}

/// Ends all sessions of oneself but the one that asks; false when there is no other.
pub async fn end_other_sessions(services: &Services, here: &Session) -> Result<bool, StoreError> {
    let deed = Deed::of_account(&here.admin.name, "admin.end-other-sessions");
    let (owner, kept) = (here.admin.id.clone(), here.id.clone());
    perform(services, deed, move |tx| {
        Box::pin(async move { session::delete_others(tx, &owner, &kept).await })
    })
    .await
}
