//! Authorization codes: one use, a minute, bound to client, redirect URI and PKCE challenge (RFC 6749 §4.1.2, RFC 7636).

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

use super::tokens::{Family, Grant};
use crate::clock::{Clock, Random, Timestamp};

const LIFETIME_MILLIS: i64 = 60_000;

/// What a code stands for.
pub(super) struct NewCode {
    pub(super) grant: Grant,
    pub(super) redirect_uri: String,
    pub(super) challenge: Option<String>,
    /// The client `expired-code`.
    pub(super) has_ended: bool,
}

struct Code {
    new: NewCode,
    ends_at: Timestamp,
    /// Whose tokens end when the code comes a second time.
    redeemed: Option<Family>,
}

/// Why a code is worth nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CodeProblem {
    /// Unknown, another client's, over, another redirect URI, a wrong verifier.
    Wrong(&'static str),
    /// It was used before: whoever holds these tokens may have stolen it.
    Used(Family),
}

/// How a code is presented.
pub(super) struct Presented<'a> {
    pub(super) code: &'a str,
    pub(super) client_id: &'a str,
    pub(super) redirect_uri: Option<&'a str>,
    pub(super) verifier: Option<&'a str>,
}

pub(super) struct Codes {
    clock: Clock,
    random: Random,
    kept: Mutex<HashMap<String, Code>>,
}

impl Codes {
    pub(super) fn new(clock: Clock, random: Random) -> Self {
        Self { clock, random, kept: Mutex::default() }
    }

    pub(super) fn issue(&self, new: NewCode) -> String {
        let text = format!("code-{}", self.random.hex::<16>());
        let lifetime = if new.has_ended { 0 } else { LIFETIME_MILLIS };
        let code = Code { new, ends_at: self.clock.now().plus_millis(lifetime), redeemed: None };
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).insert(text.clone(), code);
        text
    }

    /// Takes a code for what it stands for; the tokens that come of it are `family`.
    pub(super) fn redeem(&self, presented: &Presented<'_>, family: Family) -> Result<Grant, CodeProblem> {
        let mut codes = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let unknown = CodeProblem::Wrong("no such code");
        let code = codes.get_mut(presented.code).ok_or(unknown)?;
        if code.new.grant.client_id != presented.client_id {
            return Err(unknown);
        }
        if let Some(earlier) = code.redeemed {
            return Err(CodeProblem::Used(earlier));
        }
        // Whatever is wrong with it, it was shown: it does not work again.
        code.redeemed = Some(family);
        code.accept(presented, self.clock.now()).map_err(CodeProblem::Wrong)?;
        Ok(code.new.grant.clone())
    }
}

impl Code {
    fn accept(&self, presented: &Presented<'_>, now: Timestamp) -> Result<(), &'static str> {
        if now >= self.ends_at {
            return Err("the code has expired");
        }
        if presented.redirect_uri != Some(&self.new.redirect_uri) {
            return Err("redirect_uri is not the one of the authorization request");
        }
        match (&self.new.challenge, presented.verifier) {
            (None, None) => Ok(()),
            (Some(challenge), Some(verifier)) if s256(verifier) == *challenge => Ok(()),
            (Some(_), _) => Err("code_verifier does not match code_challenge"),
            (None, Some(_)) => Err("code_verifier without a code_challenge"),
        }
    }
}

/// The challenge of a verifier (RFC 7636 §4.2).
pub(super) fn s256(verifier: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(verifier))
}
