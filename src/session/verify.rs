//! Who opened a hosted link (security.md C4, docs/adr/0015): by a code in a mail, or by what the application says.
//!
//! Everything is bound to the cookie of one browser: what one has shown is of no use to another.

use secrecy::{ExposeSecret, SecretString};

use super::TabCookie;
use crate::{
    clock::Random,
    id::{EnvironmentId, SessionId},
    secret::Fingerprint,
    services::Services,
    store::{
        StoreError,
        connect_session::ConnectSessionRow,
        verification::{self, Browser, SentCode},
    },
};

/// How long a code, a challenge or an answer is good.
pub const VERIFY_MINUTES: i64 = 10;
/// How many codes may be tried for one that was sent.
pub const TRIES: i64 = 5;
/// How many codes one session sends.
pub const MAILS: i64 = 5;
const DIGITS: usize = 6;

/// Six digits for a mail. Cannot be printed.
#[derive(Clone, Debug)]
pub struct EmailCode(SecretString);

/// The digit that an Arabic, Persian or Japanese keyboard may have typed, as the letter shows it.
fn western(typed: char) -> char {
    let zero = match typed {
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6F0}'..='\u{6F9}' => 0x6F0,
        '\u{FF10}'..='\u{FF19}' => 0xFF10,
        other => return other,
    };
    char::from_digit(u32::from(typed) - zero, 10).unwrap_or(typed)
}

impl EmailCode {
    fn random(random: &Random) -> Self {
        // Of 2^64 numbers none of the million remainders is noticeably more frequent.
        let number = u64::from_be_bytes(random.bytes()) % 1_000_000;
        Self(SecretString::from(format!("{number:06}")))
    }

    /// What was typed: digits, with blanks or not.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        // Marks that keep the code together in a letter from right to left are copied along.
        let counts = |c: &char| {
            !c.is_whitespace() && !matches!(c, '-' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}')
        };
        let digits: String = text.chars().filter(counts).map(western).collect();
        let is_code = digits.len() == DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit());
        is_code.then(|| Self(SecretString::from(digits)))
    }

    /// The digits, for the one mail that carries them.
    #[must_use]
    pub fn reveal(&self) -> &str {
        self.0.expose_secret()
    }

    /// A million codes are soon tried, so the fingerprint is of the browser's secret, too, which is stored nowhere.
    fn fingerprint(&self, session: &SessionId, tab: &TabCookie) -> Fingerprint {
        Fingerprint::of_all([tab.reveal(), session.as_str(), self.0.expose_secret()])
    }
}

/// A random text that travels through a browser's address, once. Cannot be printed.
#[derive(Clone, Debug)]
pub struct OneTimeText(SecretString);

impl OneTimeText {
    fn random(random: &Random) -> Self {
        Self(SecretString::from(random.hex::<32>()))
    }

    /// One that came back; a text that cannot be ours is none.
    #[must_use]
    pub fn parse(text: &SecretString) -> Option<Self> {
        let digits = text.expose_secret();
        let ours = digits.len() == 64 && digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        ours.then(|| Self(text.clone()))
    }

    /// The text.
    #[must_use]
    pub fn reveal(&self) -> &str {
        self.0.expose_secret()
    }

    fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(self.0.expose_secret())
    }
}

fn browser(session: &SessionId, tab: &TabCookie) -> Browser {
    Browser { session: session.clone(), tab: tab.fingerprint() }
}

/// A new code for a browser; nothing where the session has sent as many as it may.
pub async fn new_email_code(
    services: &Services,
    session: &SessionId,
    tab: &TabCookie,
) -> Result<Option<EmailCode>, StoreError> {
    let code = EmailCode::random(&services.random);
    let (browser, print) = (browser(session, tab), code.fingerprint(session, tab));
    let until = services.clock.now().plus_minutes(VERIFY_MINUTES);
    let write = services.db.write(move |tx| {
        Box::pin(async move { verification::set_code(tx, &browser, &print, until, MAILS).await })
    });
    Ok(write.await?.then_some(code))
}

/// The code that a browser was sent, while it is good.
pub async fn sent_code(
    services: &Services,
    session: &SessionId,
    tab: &TabCookie,
) -> Result<Option<SentCode>, StoreError> {
    let found = verification::find_code(&services.db, &browser(session, tab)).await?;
    let now = services.clock.now();
    Ok(found.filter(|code| code.until > now && code.tries < TRIES))
}

/// Whether the code is the one that was sent. Nothing where none is good any more.
pub async fn try_email_code(
    services: &Services,
    session: &SessionId,
    tab: &TabCookie,
    typed: &EmailCode,
) -> Result<Option<bool>, StoreError> {
    let (browser, print) = (browser(session, tab), typed.fingerprint(session, tab));
    let now = services.clock.now();
    services
        .db
        .write(move |tx| {
            Box::pin(async move { verification::try_code(tx, &browser, &print, TRIES, now).await })
        })
        .await
}

/// What a browser takes to the application; the challenge before it ends.
pub async fn new_challenge(
    services: &Services,
    session: &SessionId,
    tab: &TabCookie,
) -> Result<OneTimeText, StoreError> {
    let challenge = OneTimeText::random(&services.random);
    let (browser, print) = (browser(session, tab), challenge.fingerprint());
    let until = services.clock.now().plus_minutes(VERIFY_MINUTES);
    let write = services.db.write(move |tx| {
        Box::pin(async move { verification::set_challenge(tx, &browser, &print, until).await })
    });
    write.await?;
    Ok(challenge)
}

/// Why the application's word changes nothing.
#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    /// No such challenge in this environment, answered before, or its session is over.
    #[error("there is no such challenge")]
    Unknown,
    /// Too late.
    #[error("the challenge's time is over")]
    Expired,
    /// Somebody else is signed in than the session is for.
    #[error("the session is for somebody else")]
    OtherPerson,
    /// The database.
    #[error("the store failed")]
    Store(#[from] StoreError),
}

/// The application says who is signed in in the browser that brought a challenge; the answer is for that browser.
pub async fn answer_challenge(
    services: &Services,
    environment: &EnvironmentId,
    challenge: &OneTimeText,
    end_user_id: &str,
) -> Result<OneTimeText, VerifyError> {
    let (print, now) = (challenge.fingerprint(), services.clock.now());
    let found = verification::find_challenge(&services.db, environment, &print).await?;
    let (session, until) = found.ok_or(VerifyError::Unknown)?;
    if !session.is_live(now) {
        return Err(VerifyError::Unknown);
    }
    if until <= now {
        return Err(VerifyError::Expired);
    }
    if session.tags.get("end_user_id").is_none_or(|id| id != end_user_id) {
        return Err(VerifyError::OtherPerson);
    }
    let answer = OneTimeText::random(&services.random);
    let (answer_print, answer_until) = (answer.fingerprint(), now.plus_minutes(VERIFY_MINUTES));
    let write = services.db.write(move |tx| {
        Box::pin(async move { verification::answer(tx, &print, &answer_print, answer_until, now).await })
    });
    if write.await? { Ok(answer) } else { Err(VerifyError::Unknown) }
}

/// The session that a browser may go on with, because it brought the answer that is for it.
pub async fn take_answer(
    services: &Services,
    answer: &OneTimeText,
    tab: &TabCookie,
) -> Result<Option<ConnectSessionRow>, StoreError> {
    let (print, tab, now) = (answer.fingerprint(), tab.fingerprint(), services.clock.now());
    let write = services
        .db
        .write(move |tx| Box::pin(async move { verification::take_answer(tx, &print, &tab, now).await }));
    let Some(id) = write.await? else { return Ok(None) };
    crate::store::connect_session::find_by_id(&services.db, &id).await
}
