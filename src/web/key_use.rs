//! When each API key was last noted as used, so that requests at the same time note it once.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use crate::{clock::Timestamp, id::ApiKeyId};

/// How often the use of a key is noted.
pub const NOTED_EVERY_MINUTES: i64 = 60;

/// Key by key; an environment has few of them.
#[derive(Debug, Default)]
pub struct KeyUses(Mutex<HashMap<ApiKeyId, Timestamp>>);

impl KeyUses {
    /// Whether this use is to be noted; whoever asks does it.
    pub fn is_due(&self, key: &ApiKeyId, now: Timestamp) -> bool {
        let mut noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if noted.get(key).is_some_and(|last| now < last.plus_minutes(NOTED_EVERY_MINUTES)) {
            return false;
        }
        noted.insert(key.clone(), now);
        true
    }
}
