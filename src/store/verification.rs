//! Who opened a hosted link: what each browser that tries was told and has answered. Only fingerprints are stored.

use super::{
    Db, StoreError, Tx,
    connect_session::{self, ConnectSessionRow},
    query::query,
    row::{Reader, Row},
    statements,
};
use crate::{
    clock::Timestamp,
    id::{EnvironmentId, SessionId},
    secret::Fingerprint,
};

statements! {
    COUNT_MAIL = "UPDATE connect_session SET verify_mails = verify_mails + 1 WHERE id = $1 AND verify_mails < $2";
    SET_CODE = "INSERT INTO session_verification (session_id, tab_fingerprint, code, code_until, tries) \
        VALUES ($1, $2, $3, $4, 0) ON CONFLICT (session_id, tab_fingerprint) \
        DO UPDATE SET code = excluded.code, code_until = excluded.code_until, tries = 0";
    TRY_CODE = "UPDATE session_verification SET tries = tries + 1 WHERE session_id = $1 AND tab_fingerprint = $2 \
        AND code IS NOT NULL AND code_until > $3 AND tries < $4 RETURNING code, tries";
    ACCEPT_CODE = "UPDATE session_verification SET verified_at = $1, code = NULL \
        WHERE session_id = $2 AND tab_fingerprint = $3 AND code = $4";
    FIND_CODE = "SELECT code_until, tries FROM session_verification \
        WHERE session_id = $1 AND tab_fingerprint = $2 AND code IS NOT NULL";
    SET_CHALLENGE = "INSERT INTO session_verification (session_id, tab_fingerprint, challenge, challenge_until) \
        VALUES ($1, $2, $3, $4) ON CONFLICT (session_id, tab_fingerprint) \
        DO UPDATE SET challenge = excluded.challenge, challenge_until = excluded.challenge_until, answer = NULL";
    FIND_CHALLENGE = "SELECT v.challenge_until, s.* FROM session_verification v \
        JOIN connect_session s ON s.id = v.session_id WHERE v.challenge = $1 AND s.environment_id = $2";
    ANSWER = "UPDATE session_verification SET challenge = NULL, answer = $1, answer_until = $2 \
        WHERE challenge = $3 AND challenge_until > $4";
    TAKE_ANSWER = "UPDATE session_verification SET verified_at = $1, answer = NULL \
        WHERE answer = $2 AND tab_fingerprint = $3 AND answer_until > $1 RETURNING session_id";
}

/// A browser that tries to show who it is of.
#[derive(Clone, Debug)]
pub struct Browser {
    /// The session of its link.
    pub session: SessionId,
    /// Of its cookie.
    pub tab: Fingerprint,
}

/// A code that was sent and not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SentCode {
    /// When it ends.
    pub until: Timestamp,
    /// How often another one was tried instead.
    pub tries: i64,
}

/// Stores the code of a mail that is about to be sent, in place of the one before; false when the session has sent as
/// many as it may.
pub async fn set_code(
    tx: &mut Tx,
    browser: &Browser,
    code: &Fingerprint,
    until: Timestamp,
    most_mails: i64,
) -> Result<bool, StoreError> {
    if query(COUNT_MAIL).bind(browser.session.as_str()).bind(most_mails).execute(&mut *tx).await? == 0 {
        return Ok(false);
    }
    query(SET_CODE)
        .bind(browser.session.as_str())
        .bind(browser.tab.as_bytes())
        .bind(code.as_bytes())
        .bind(until.0)
        .execute(tx)
        .await?;
    Ok(true)
}

/// Counts a try, then compares; nothing where there is no code, or no try left.
pub async fn try_code(
    tx: &mut Tx,
    browser: &Browser,
    typed: &Fingerprint,
    most_tries: i64,
    now: Timestamp,
) -> Result<Option<bool>, StoreError> {
    let read = |row: &Row<'_>| Reader::new("session_verification", row).bytes("code");
    let stored = query(TRY_CODE)
        .bind(browser.session.as_str())
        .bind(browser.tab.as_bytes())
        .bind(now.0)
        .bind(most_tries)
        .returning_optional(&mut *tx, read)
        .await?;
    let Some(stored) = stored else { return Ok(None) };
    if !typed.matches(&stored) {
        return Ok(Some(false));
    }
    let done = query(ACCEPT_CODE)
        .bind(now.0)
        .bind(browser.session.as_str())
        .bind(browser.tab.as_bytes())
        .bind(stored.as_slice())
        .execute(tx)
        .await?;
    Ok(Some(done == 1))
}

/// The code that a browser was sent and has not used.
pub async fn find_code(db: &Db, browser: &Browser) -> Result<Option<SentCode>, StoreError> {
    let read = |row: &Row<'_>| {
        let row = Reader::new("session_verification", row);
        Ok(SentCode { until: row.moment("code_until")?, tries: row.number("tries")? })
    };
    query(FIND_CODE)
        .bind(browser.session.as_str())
        .bind(browser.tab.as_bytes())
        .fetch_optional(db, read)
        .await
}

/// Stores the challenge that a browser takes to the application; the one before it ends.
pub async fn set_challenge(
    tx: &mut Tx,
    browser: &Browser,
    challenge: &Fingerprint,
    until: Timestamp,
) -> Result<(), StoreError> {
    query(SET_CHALLENGE)
        .bind(browser.session.as_str())
        .bind(browser.tab.as_bytes())
        .bind(challenge.as_bytes())
        .bind(until.0)
        .execute(tx)
        .await?;
    Ok(())
}

/// The session of a challenge, and when the challenge ends.
pub async fn find_challenge(
    db: &Db,
    environment: &EnvironmentId,
    challenge: &Fingerprint,
) -> Result<Option<(ConnectSessionRow, Timestamp)>, StoreError> {
    let read = |row: &Row<'_>| {
        let row = Reader::new("session_verification", row);
        Ok((connect_session::read(&row, "id")?, row.moment("challenge_until")?))
    };
    query(FIND_CHALLENGE).bind(challenge.as_bytes()).bind(environment.as_str()).fetch_optional(db, read).await
}

/// Turns a challenge into the answer that its browser brings back; false when it was answered before or is over.
pub async fn answer(
    tx: &mut Tx,
    challenge: &Fingerprint,
    answer: &Fingerprint,
    until: Timestamp,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let done = query(ANSWER)
        .bind(answer.as_bytes())
        .bind(until.0)
        .bind(challenge.as_bytes())
        .bind(now.0)
        .execute(tx)
        .await?;
    Ok(done == 1)
}

/// Takes an answer from the browser that it is for, once; answers the session.
pub async fn take_answer(
    tx: &mut Tx,
    answer: &Fingerprint,
    tab: &Fingerprint,
    now: Timestamp,
) -> Result<Option<SessionId>, StoreError> {
    let read = |row: &Row<'_>| {
        Ok(SessionId::from_stored(Reader::new("session_verification", row).text("session_id")?))
    };
    query(TAKE_ANSWER)
        .bind(now.0)
        .bind(answer.as_bytes())
        .bind(tab.as_bytes())
        .returning_optional(tx, read)
        .await
}
