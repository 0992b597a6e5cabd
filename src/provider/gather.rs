//! All files of some sources → their entries, aliases resolved, nothing judged.

use super::alias::{self, Entries};
use super::error::LoadError;
use super::source::{CatalogSource, SourceFile};
use super::yaml;

/// Entries by key, and the files they come from; a position's source is the number of its file.
pub(super) struct Gathered {
    pub entries: Entries,
    pub files: Vec<SourceFile>,
}

/// Reads all sources; of entries with one key the later wins.
pub(super) fn gather(sources: &[CatalogSource]) -> Result<Gathered, LoadError> {
    let mut gathered = Gathered { entries: Entries::new(), files: Vec::new() };
    for source in sources {
        for file in source.files()? {
            let number = u32::try_from(gathered.files.len()).unwrap_or(u32::MAX);
            alias::add_file(&mut gathered.entries, yaml::entries(&file.text, &file.name, number)?);
            gathered.files.push(file);
        }
    }
    Ok(gathered)
}
