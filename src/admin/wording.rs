//! What an environment says in its own words: read, changed, put back. Must not know the texts it stands in for: who
//! calls has checked each one against its original.

use std::collections::BTreeMap;

use super::{Deed, perform};
use crate::{
    id::EnvironmentId,
    services::Services,
    store::{StoreError, wording},
};

/// So many texts an environment words anew, in all languages.
pub const MOST: usize = 1000;
/// So many bytes they have together: each page of the environment reads them along.
pub const LARGEST: usize = 64 * 1024;

/// Texts by language and key.
pub type Texts = BTreeMap<String, BTreeMap<String, String>>;

/// An environment's wording.
#[derive(Clone, Debug, Default)]
pub struct OwnWording {
    /// Texts by language and key.
    pub texts: Texts,
    /// Counts its changes; 0 where nothing was ever worded.
    pub version: i64,
}

/// What came of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worded {
    /// It is stored.
    Done,
    /// Somebody else changed the wording since.
    Conflict,
    /// There would be more than an environment may have.
    TooMuch,
}

impl OwnWording {
    /// The own text of a key in a language.
    #[must_use]
    pub fn get(&self, language: &str, key: &str) -> Option<&str> {
        self.texts.get(language)?.get(key).map(String::as_str)
    }

    /// The same texts with that one set, or back to its default.
    #[must_use]
    pub fn with(&self, language: &str, key: &str, text: Option<String>) -> Texts {
        let mut texts = self.texts.clone();
        let of_language = texts.entry(language.to_owned()).or_default();
        match text {
            Some(text) => of_language.insert(key.to_owned(), text),
            None => of_language.remove(key),
        };
        texts.retain(|_, of_language| !of_language.is_empty());
        texts
    }
}

/// An environment's wording.
pub async fn open(services: &Services, environment: &EnvironmentId) -> Result<OwnWording, StoreError> {
    let row = wording::find(&services.db, environment).await?;
    let texts = row.texts.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
    Ok(OwnWording { texts, version: row.version })
}

/// Replaces all of an environment's wording, made on that version.
pub async fn replace(
    services: &Services,
    deed: Deed,
    environment: &EnvironmentId,
    texts: &Texts,
    version: i64,
) -> Result<Worded, StoreError> {
    let json = serde_json::to_string(texts).unwrap_or_default();
    if json.len() > LARGEST || texts.values().map(BTreeMap::len).sum::<usize>() > MOST {
        return Ok(Worded::TooMuch);
    }
    let (environment, at) = (environment.clone(), services.clock.now());
    let stored = perform(services, deed, move |tx| {
        Box::pin(async move { wording::set(tx, &environment, &json, version, at).await })
    });
    Ok(if stored.await? { Worded::Done } else { Worded::Conflict })
}
