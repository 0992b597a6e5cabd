//! Definitions that environments have put in the place of the catalogue's.
//!
//! Owns the newest picture of them, shared by all requests. Must not know where they are stored, or who tells of a
//! change.

use std::{
    collections::HashMap,
    sync::{PoisonError, RwLock},
};

use tokio::sync::{Mutex, MutexGuard};

use super::model::Shared;
use crate::id::EnvironmentId;

/// One environment's definition of one provider.
#[derive(Clone, Debug)]
pub struct Override {
    /// Which of its revisions.
    pub revision: i64,
    /// The provider; none where this program can no longer use the text. The catalogue's does not step in: it may name
    /// the very host that the override was made to leave.
    pub provider: Option<Shared>,
}

type ByProvider = HashMap<Box<str>, Override>;

/// All overrides, by environment. Where there are none a look-up costs one comparison.
#[derive(Debug, Default)]
pub struct Overrides {
    picture: RwLock<HashMap<EnvironmentId, ByProvider>>,
    turn: Mutex<()>,
}

impl Overrides {
    /// What an environment has put in a provider's place.
    #[must_use]
    pub fn get(&self, environment: &EnvironmentId, provider: &str) -> Option<Override> {
        let all = self.picture.read().unwrap_or_else(PoisonError::into_inner);
        if all.is_empty() {
            return None;
        }
        all.get(environment)?.get(provider).cloned()
    }

    /// Waits until nobody else is about to replace the picture: an older one must not come last.
    pub async fn turn(&self) -> MutexGuard<'_, ()> {
        self.turn.lock().await
    }

    /// Replaces the picture by a newer one.
    pub fn set(&self, all: impl IntoIterator<Item = (EnvironmentId, String, Override)>) {
        let mut picture: HashMap<EnvironmentId, ByProvider> = HashMap::new();
        for (environment, provider, own) in all {
            picture.entry(environment).or_default().insert(provider.into(), own);
        }
        *self.picture.write().unwrap_or_else(PoisonError::into_inner) = picture;
    }
}
