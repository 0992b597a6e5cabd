//! The second step of signing in: a code of an authenticator app, or a recovery code.
//!
//! Owns that a code works once, that failures count as those of the password do, and what the audit is told.

use secrecy::{ExposeSecret as _, SecretString};

use super::{Admin, Caller, Deed, Refused, SessionSecret, Throttle, perform, session};
use crate::{
    id::AdminId,
    secret::{Fingerprint, OpenError, Place, Sealed, TotpSecret},
    services::Services,
    store::{
        StoreError,
        admin::{AdminRow, people, session::delete_session, totp},
    },
};

/// So many recovery codes somebody gets.
const RECOVERY_CODES: usize = 10;

/// Why the second step cannot be taken.
#[derive(Debug, thiserror::Error)]
pub enum TwoStepError {
    /// The database.
    #[error("the store failed")]
    Store(#[from] StoreError),
    /// The sealed secret.
    #[error("a sealed column cannot be opened")]
    Sealed(#[from] OpenError),
}

/// What became of a code.
#[derive(Debug)]
pub enum CodeSignIn {
    /// Signed in.
    Done(SessionSecret),
    /// It is another one, or was used before.
    Wrong,
    /// Too many attempts failed.
    Refused(Refused),
    /// No code is awaited: the password has to be entered again.
    Over,
}

/// Whether that browser has shown a password and owes a code.
pub async fn is_awaited(services: &Services, secret: &SessionSecret) -> Result<bool, StoreError> {
    Ok(session::awaiting_code(services, secret).await?.is_some())
}

/// Signs in with a code, after the password.
pub async fn sign_in_with_code(
    services: &Services,
    throttle: &Throttle,
    caller: &Caller,
    half: &SessionSecret,
    code: &SecretString,
) -> Result<CodeSignIn, TwoStepError> {
    let Some(row) = session::awaiting_code(services, half).await? else { return Ok(CodeSignIn::Over) };
    let now = services.clock.now();
    if let Err(refused) = throttle.attempt(&row.name, caller.address, now) {
        return Ok(CodeSignIn::Refused(refused));
    }
    let Some(shown) = Shown::read(services, &row, code)? else { return Ok(CodeSignIn::Wrong) };
    let secret = SessionSecret::random(&services.random);
    let begun = session::prepare(services, caller, &secret, false);
    let (earlier, id) = (half.fingerprint(), row.id);
    let deed = Deed::of_account(&row.name, "admin.sign-in").with_detail(shown.words());
    let done = perform(services, deed, move |tx| {
        Box::pin(async move {
            let good = match &shown {
                Shown::App(step) => totp::use_step(&mut *tx, &id, *step).await?,
                Shown::Recovery(code) => totp::use_code(&mut *tx, &id, code).await?,
            };
            if !good || !delete_session(&mut *tx, &earlier).await? {
                return Ok(false);
            }
            session::begin(tx, &begun, &id, now).await.map(|()| true)
        })
    })
    .await?;
    if !done {
        tracing::warn!("a code of a sign-in to admin was wrong");
        return Ok(CodeSignIn::Wrong);
    }
    throttle.succeeded(&row.name, caller.address);
    Ok(CodeSignIn::Done(secret))
}

/// What somebody typed: six digits are an app's, anything else is looked for among the recovery codes.
enum Shown {
    App(i64),
    Recovery(Fingerprint),
}

impl Shown {
    fn read(services: &Services, row: &AdminRow, code: &SecretString) -> Result<Option<Self>, OpenError> {
        let plain: String = code.expose_secret().chars().filter(char::is_ascii_alphanumeric).collect();
        if plain.len() == 6 && plain.bytes().all(|byte| byte.is_ascii_digit()) {
            let Some(sealed) = &row.totp_secret else { return Ok(None) };
            let secret = open(services, &row.id, sealed)?;
            return Ok(secret.step_of(&plain, services.clock.now()).map(Self::App));
        }
        let found = !plain.is_empty() && plain.len() <= 64;
        Ok(found.then(|| Self::Recovery(recovery_fingerprint(&row.id, &plain))))
    }

    const fn words(&self) -> &'static str {
        match self {
            Self::App(_) => "with a code",
            Self::Recovery(_) => "with a recovery code",
        }
    }
}

/// A secret on its way into an app. Its texts are for the one page that shows them.
pub struct Enrolment {
    secret: TotpSecret,
    account: String,
}

impl Enrolment {
    /// The secret as it is typed, in groups of four.
    #[must_use]
    pub fn typed(&self) -> String {
        grouped(self.secret.typed().expose_secret(), " ")
    }

    /// What a QR code tells an app.
    #[must_use]
    pub fn address(&self) -> String {
        self.secret.address("Connect UI", &self.account).expose_secret().to_owned()
    }
}

/// Codes for the day on which the app is not at hand. Cannot be printed.
pub struct RecoveryCodes(Vec<SecretString>);

impl RecoveryCodes {
    /// The codes for the one page that shows them.
    #[must_use]
    pub fn reveal(&self) -> Vec<String> {
        self.0.iter().map(|code| grouped(code.expose_secret(), "-")).collect()
    }
}

/// A secret that waits for its first code; one that was begun before is kept, so that a page can be opened twice.
pub async fn enrol(services: &Services, who: &Admin) -> Result<Option<Enrolment>, TwoStepError> {
    let Some(row) = people::find(&services.db, &who.id).await? else { return Ok(None) };
    if row.has_totp() {
        return Ok(None);
    }
    let enrolment = |secret| Enrolment { secret, account: who.name.clone() };
    if let Some(sealed) = &row.totp_secret {
        return Ok(Some(enrolment(open(services, &row.id, sealed)?)));
    }
    let secret = TotpSecret::random(&services.random);
    let sealed = services.keyring.seal(&services.random, place(&row.id), secret.bytes());
    let id = row.id.clone();
    let begun =
        services.db.write(move |tx| Box::pin(async move { totp::begin(tx, &id, &sealed).await })).await?;
    Ok(begun.then(|| enrolment(secret)))
}

/// Puts the second step to use when the code is right; answers the recovery codes, this one time.
pub async fn confirm(
    services: &Services,
    throttle: &Throttle,
    caller: &Caller,
    who: &Admin,
    code: &SecretString,
) -> Result<Result<Option<RecoveryCodes>, Refused>, TwoStepError> {
    let now = services.clock.now();
    if let Err(refused) = throttle.attempt(&who.name, caller.address, now) {
        return Ok(Err(refused));
    }
    let row = people::find(&services.db, &who.id).await?.filter(|row| !row.has_totp());
    let Some((id, sealed)) = row.and_then(|row| Some((row.id, row.totp_secret?))) else {
        return Ok(Ok(None));
    };
    let Some(step) = open(services, &id, &sealed)?.step_of(code.expose_secret(), now) else {
        return Ok(Ok(None));
    };
    let codes: Vec<String> = (0..RECOVERY_CODES).map(|_| services.random.hex::<8>()).collect();
    let prints: Vec<_> = codes.iter().map(|code| recovery_fingerprint(&id, code)).collect();
    let deed = Deed::of_account(&who.name, "admin.two-step-on");
    let done = perform(services, deed, move |tx| {
        Box::pin(async move { totp::confirm(tx, &id, step, &prints).await })
    })
    .await?;
    throttle.succeeded(&who.name, caller.address);
    Ok(Ok(done.then(|| RecoveryCodes(codes.into_iter().map(SecretString::from).collect()))))
}

/// Takes the second step away, one's own or, as an owner, another's.
pub async fn reset(services: &Services, by: &Admin, of: &AdminRow) -> Result<bool, StoreError> {
    let (deed, id) = (Deed::of_person(by, "admin.two-step-off", &of.name), of.id.clone());
    perform(services, deed, move |tx| Box::pin(async move { totp::clear(tx, &id).await })).await
}

fn place(id: &AdminId) -> Place<'_> {
    Place { column: "admin.totp_secret", row: id.as_str(), environment: id.as_str() }
}

fn open(services: &Services, id: &AdminId, sealed: &Sealed) -> Result<TotpSecret, OpenError> {
    services.keyring.open(place(id), sealed).map(TotpSecret::from_bytes)
}

/// 64 random bits, bound to their account.
fn recovery_fingerprint(id: &AdminId, code: &str) -> Fingerprint {
    Fingerprint::of_all(["recovery", id.as_str(), &code.to_ascii_lowercase()])
}

fn grouped(code: &str, between: &str) -> String {
    let letters: Vec<char> = code.chars().collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(between)
}
