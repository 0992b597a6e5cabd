//! One definition as an admin edits it: read within narrow limits, judged and linted as a file would be.
//!
//! Owns what such a text may hold: one entry, under the key of its provider. Must not know who edits it, or where it
//! is stored.

use super::alias::{self, Entries};
use super::catalog::Catalog;
use super::error::{LoadError, Place};
use super::gather::Gathered;
use super::ledger::Ledger;
use super::lint::{self, Remark};
use super::model::{Provider, Shared};
use super::node::Entry;
use super::source::SourceFile;
use super::yaml;

/// The longest text of a definition.
pub const MAX_DEFINITION: usize = 256 * 1024;

/// How messages call the text.
const NAME: &str = "definition";

/// What a text came to.
#[derive(Clone, Default)]
pub struct Edited {
    /// The provider, where the text can be used.
    pub provider: Option<Shared>,
    /// What is to be said about it, in the order of its lines.
    pub remarks: Vec<Remark>,
}

/// Reads a text that is to stand for the definition of `key`. An alias takes its target from the catalogue.
#[must_use]
pub fn edited(catalog: &Catalog, key: &str, text: &str) -> Edited {
    match gathered(catalog, key, text) {
        Ok(gathered) => judged(key, &gathered),
        Err(error) => Edited { provider: None, remarks: vec![lint::unreadable(&error)] },
    }
}

fn gathered(catalog: &Catalog, key: &str, text: &str) -> Result<Gathered, LoadError> {
    let wrong = |line, column, message: String| LoadError::Yaml {
        place: Place { file: NAME.to_owned(), line, column },
        message,
    };
    if text.len() > MAX_DEFINITION {
        return Err(wrong(1, 1, format!("the text is longer than {} KB", MAX_DEFINITION / 1024)));
    }
    let own = yaml::typed_entries(text, NAME, 0)?;
    let Some(entry) = own.iter().find(|entry| &*entry.key == key) else {
        let (line, column) = own.first().map_or((1, 1), |other| (other.key_at.line, other.key_at.column));
        return Err(wrong(line, column, format!("the definition must stand under the key `{key}`")));
    };
    if let Some(other) = own.iter().find(|entry| &*entry.key != key) {
        let message = format!("only `{key}` is defined here; `{}` would have no effect", other.key);
        return Err(wrong(other.key_at.line, other.key_at.column, message));
    }
    let mut entries = Entries::new();
    if let Some(target) = entry.value.get("alias").and_then(|target| target.text()) {
        alias::add_file(&mut entries, resolved(catalog, target));
    }
    alias::add_file(&mut entries, own);
    let file = |name: &str, text: String| SourceFile::carried(name.to_owned(), text.into());
    Ok(Gathered { entries, files: vec![file(NAME, text.to_owned()), file("catalogue", String::new())] })
}

/// The entry that an alias names, as it was loaded.
fn resolved(catalog: &Catalog, target: &str) -> Vec<Entry> {
    let text = catalog.get(target).map(|provider| format!("{{{target:?}: {}}}", provider.json()));
    text.and_then(|text| yaml::entries(&text, "catalogue", 1).ok()).unwrap_or_default()
}

fn judged(key: &str, gathered: &Gathered) -> Edited {
    let mut remarks = lint::examine_gathered(gathered).remarks;
    remarks.retain(|remark| remark.place.file == NAME);
    let provider =
        gathered.entries.get(key).filter(|stand| stand.broken.is_none()).and_then(|stand| {
            Provider::judge(key, &stand.node, &mut Ledger::default()).ok().map(Shared::new)
        });
    Edited { provider, remarks }
}
