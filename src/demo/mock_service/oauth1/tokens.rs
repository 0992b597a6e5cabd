//! Temporary and lasting credentials of OAuth 1 (RFC 5849 §2), and the nonces that were seen.

use std::{
    collections::{HashMap, HashSet},
    sync::{Mutex, MutexGuard, PoisonError},
};

use super::request::Problem;
use crate::{
    clock::{Clock, Random},
    demo::mock_service::{person::Person, tokens::Grant},
};

/// How far a timestamp may be off.
const TOLERANCE_SECONDS: i64 = 300;

/// A token and its secret, as they are handed out.
pub(super) struct Credentials {
    pub(super) token: String,
    pub(super) secret: String,
}

/// A request for permission that is not finished.
#[derive(Clone)]
pub(super) struct Temporary {
    pub(super) secret: String,
    pub(super) client_id: String,
    pub(super) callback: String,
    /// Verifier and owner, once somebody said yes.
    approval: Option<(String, Person)>,
}

#[derive(Clone)]
struct Lasting {
    secret: String,
    grant: Grant,
}

#[derive(Default)]
struct Kept {
    temporary: HashMap<String, Temporary>,
    lasting: HashMap<String, Lasting>,
    nonces: HashSet<(i64, String)>,
}

pub(in crate::demo::mock_service) struct OAuth1Tokens {
    clock: Clock,
    random: Random,
    kept: Mutex<Kept>,
}

impl OAuth1Tokens {
    pub(in crate::demo::mock_service) fn new(clock: Clock, random: Random) -> Self {
        Self { clock, random, kept: Mutex::default() }
    }

    pub(super) fn take_nonce(&self, seconds: i64, nonce: String) -> Result<(), Problem> {
        let now = self.clock.now().0 / 1000;
        if (now - seconds).abs() > TOLERANCE_SECONDS {
            return Err("timestamp_refused");
        }
        if self.kept().nonces.insert((seconds, nonce)) { Ok(()) } else { Err("nonce_used") }
    }

    pub(super) fn begin(&self, client_id: String, callback: String) -> Credentials {
        let made = self.draw("temporary");
        let temporary = Temporary { secret: made.secret.clone(), client_id, callback, approval: None };
        self.kept().temporary.insert(made.token.clone(), temporary);
        made
    }

    pub(super) fn temporary(&self, token: &str) -> Option<Temporary> {
        self.kept().temporary.get(token).cloned()
    }

    /// The verifier for the owner's yes.
    pub(super) fn approve(&self, token: &str, person: Person) -> Option<String> {
        let verifier = self.random.hex::<8>();
        self.kept().temporary.get_mut(token)?.approval = Some((verifier.clone(), person));
        Some(verifier)
    }

    pub(super) fn forget(&self, token: &str) {
        self.kept().temporary.remove(token);
    }

    /// Lasting credentials for temporary ones, which end.
    pub(super) fn finish(&self, token: &str, verifier: &str) -> Result<Credentials, Problem> {
        let made = self.draw("lasting");
        let mut kept = self.kept();
        let temporary = kept.temporary.remove(token).ok_or("token_rejected")?;
        let (expected, person) = temporary.approval.ok_or("permission_unknown")?;
        if verifier != expected {
            return Err("verifier_invalid");
        }
        let grant = Grant { client_id: temporary.client_id, person: Some(person), scope: String::new() };
        kept.lasting.insert(made.token.clone(), Lasting { secret: made.secret.clone(), grant });
        Ok(made)
    }

    /// The secret of a lasting token, and what was permitted with it.
    pub(super) fn lasting(&self, token: &str) -> Option<(String, Grant)> {
        self.kept().lasting.get(token).cloned().map(|Lasting { secret, grant }| (secret, grant))
    }

    pub(in crate::demo::mock_service) fn end_all(&self) {
        self.kept().lasting.clear();
    }

    fn draw(&self, kind: &str) -> Credentials {
        let token = format!("{kind}-{}", self.random.hex::<12>());
        Credentials { token, secret: self.random.hex::<16>() }
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
