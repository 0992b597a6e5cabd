//! Who is signed in: a random secret in a cookie, its fingerprint in the store, two limits in time.

use secrecy::{ExposeSecret, SecretString};

use crate::{
    clock::{Random, Timestamp},
    id::AdminId,
    secret::Fingerprint,
    services::Services,
    store::{
        StoreError, Tx,
        admin::{self, AdminSessionRow},
    },
};

use super::{Deed, perform};

const IDLE_MINUTES: i64 = 30;
const ABSOLUTE_MINUTES: i64 = 12 * 60;
const DIGITS: usize = 64;

/// An admin, known to be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Admin {
    /// The account.
    pub id: AdminId,
    /// The name to sign in with.
    pub name: String,
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

/// Begins a session inside the transaction that allowed it.
pub(super) async fn begin(
    tx: &mut Tx,
    secret: &Fingerprint,
    admin: &AdminId,
    at: Timestamp,
) -> Result<(), StoreError> {
    admin::insert_session(tx, secret, admin, at, at.plus_minutes(ABSOLUTE_MINUTES)).await
}

/// Who is signed in with that secret, unless the session was idle for 30 minutes or is 12 hours old.
pub async fn signed_in(services: &Services, secret: &SessionSecret) -> Result<Option<Admin>, StoreError> {
    let fingerprint = secret.fingerprint();
    let now = services.clock.now();
    let Some(row) = admin::find_session(&services.db, &fingerprint).await? else { return Ok(None) };
    if !is_live(&row, now) {
        return Ok(None);
    }
    if row.last_seen_at.plus_minutes(1) <= now {
        services
            .db
            .write(move |tx| Box::pin(async move { admin::touch_session(tx, &fingerprint, now).await }))
            .await?;
    }
    Ok(Some(Admin { id: row.admin.id, name: row.admin.name }))
}

fn is_live(row: &AdminSessionRow, now: Timestamp) -> bool {
    now < row.expires_at && now < row.last_seen_at.plus_minutes(IDLE_MINUTES)
}

/// Ends a session.
pub async fn sign_out(services: &Services, secret: &SessionSecret) -> Result<(), StoreError> {
    let fingerprint = secret.fingerprint();
    let Some(row) = admin::find_session(&services.db, &fingerprint).await? else { return Ok(()) };
    let deed = Deed::of_account(&row.admin.name, "admin.sign-out");
    perform(services, deed, move |tx| {
        Box::pin(async move { admin::delete_session(tx, &fingerprint).await.map(|()| true) })
    })
    .await
    .map(|_| ())
}
