//! All providers, in file order, and what was wrong with the rest.

use std::sync::Arc;

use indexmap::IndexMap;

use super::alias::Entries;
use super::error::{Disabled, Finding, LoadError};
use super::gather::{Gathered, gather};
use super::key::ProviderKey;
use super::ledger::Ledger;
use super::model::{Provider, Shared};
use super::source::CatalogSource;
use super::texts::ProviderTexts;
use super::written::{Places, Written};

/// The usable providers of some sources.
#[derive(Clone, Debug, Default)]
pub struct Catalog {
    providers: IndexMap<ProviderKey, Shared>,
    disabled: Vec<Disabled>,
    findings: Vec<Finding>,
    places: Places,
    texts: Arc<ProviderTexts>,
}

impl Catalog {
    /// Loads all sources; of entries with one key the later wins. Only a file that cannot be read as a map of
    /// entries stops the load; an entry that cannot be used is set aside with its reason.
    pub fn load(sources: &[CatalogSource]) -> Result<Self, LoadError> {
        let Gathered { entries, files } = gather(sources)?;
        let lines = entries.iter().map(|(key, stand)| (key.clone(), stand.key_at)).collect();
        let names = files.iter().map(|file| file.name.clone()).collect();
        let places = Places::new(lines, files);
        let mut texts = ProviderTexts::default();
        for source in sources {
            for (language, file) in source.translations()? {
                texts.add(&language, &file);
            }
        }
        let catalog = Self::judge(entries, Ledger { sources: names, ..Ledger::default() });
        Ok(Self { places, texts: Arc::new(texts), ..catalog })
    }

    fn judge(entries: Entries, mut ledger: Ledger) -> Self {
        let mut providers = IndexMap::with_capacity(entries.len());
        for (key, stand) in entries {
            if let Some(reason) = stand.broken {
                ledger.disable(&key, reason, stand.key_at);
                continue;
            }
            match Provider::judge(&key, &stand.node, &mut ledger) {
                Ok(provider) => {
                    providers.insert(provider.key.clone(), Shared::new(provider));
                }
                Err(unusable) => ledger.disable(&key, unusable.reason, unusable.at),
            }
        }
        Self {
            providers,
            disabled: ledger.disabled,
            findings: ledger.findings,
            places: Places::default(),
            texts: Arc::default(),
        }
    }

    /// The text of a provider's definition as it was loaded, read again: only where it stands is kept in memory.
    #[must_use]
    pub fn written(&self, key: &str) -> Option<Written> {
        self.places.written(self, self.get(key)?)
    }

    /// The whole file in which a provider's definition stands, as it is now.
    pub(super) fn file_of(&self, key: &str) -> Option<String> {
        self.places.file_of(key)
    }

    /// What definitions say in other languages.
    #[must_use]
    pub fn texts(&self) -> &ProviderTexts {
        &self.texts
    }

    /// The provider of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Shared> {
        self.providers.get(key)
    }

    /// All providers in file order.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Shared> {
        self.providers.values()
    }

    /// How many providers can be used.
    #[must_use]
    pub fn len(&self) -> usize {
        self.providers.len()
    }

    /// Whether no provider can be used.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.providers.is_empty()
    }

    /// The providers whose key or name contains the text, whatever its case; those that begin with it first.
    #[must_use]
    pub fn search(&self, text: &str) -> Vec<&Shared> {
        let wanted = text.trim().to_lowercase();
        let mut found: Vec<(bool, &Shared)> = self
            .providers
            .values()
            .filter_map(|provider| {
                let name = provider.display_name.to_lowercase();
                let key = provider.key.as_str();
                let begins = name.starts_with(&wanted) || key.starts_with(&wanted);
                (begins || name.contains(&wanted) || key.contains(&wanted)).then_some((!begins, provider))
            })
            .collect();
        found.sort_by_key(|(later, _)| *later);
        found.into_iter().map(|(_, provider)| provider).collect()
    }

    /// The entries that cannot be used, each with its reason.
    #[must_use]
    pub fn disabled(&self) -> &[Disabled] {
        &self.disabled
    }

    /// What authors of the usable entries should know.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }
}
