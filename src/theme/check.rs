//! What `connect-ui theme check` says of a file: what is wrong with it, and whether what it makes reads.

use serde::Serialize;
use serde_json::{Value, json};

use super::{DocumentFault, Layer, Layers, Mode, derive_document, file, prove};

/// The verdict on a theme file.
#[derive(Clone, Debug, Serialize)]
pub struct FileReport {
    /// What cannot be taken.
    pub errors: Vec<DocumentFault>,
    /// Pairs that do not read, in words.
    pub failing: Vec<String>,
    /// How many pairs were measured.
    pub pairs: usize,
}

/// Checks the text of a theme file, as it would be worn over the product's own theme.
#[must_use]
pub fn check(text: &str) -> FileReport {
    let document = match file::read(text) {
        Ok(file) => file.document,
        Err(errors) => return FileReport { errors, failing: Vec::new(), pairs: 0 },
    };
    let worn = Layers::new(vec![(Layer::Environment, document)]).worn();
    let rows = [Mode::Light, Mode::Dark]
        .map(|mode| prove(&derive_document(&worn, mode)).into_iter().map(move |row| (mode, row)));
    let rows: Vec<_> = rows.into_iter().flatten().collect();
    let failing = rows.iter().filter(|(_, row)| !row.holds()).map(|(mode, row)| row.in_words(*mode));
    FileReport { errors: Vec::new(), failing: failing.collect(), pairs: rows.len() }
}

impl FileReport {
    /// 0 where all is well, 1 where pairs do not read, 2 where the file cannot be taken.
    #[must_use]
    pub fn exit_status(&self) -> u8 {
        match (self.errors.is_empty(), self.failing.is_empty()) {
            (false, _) => 2,
            (true, false) => 1,
            (true, true) => 0,
        }
    }

    /// A line each.
    #[must_use]
    pub fn text(&self, name: &str) -> String {
        let errors = self.errors.iter().map(|fault| match fault.path.as_str() {
            "" => format!("{name}: error: {}\n", fault.message),
            path => format!("{name}: error: {path}: {}\n", fault.message),
        });
        let failing = self.failing.iter().map(|text| format!("{name}: warning: {text}\n"));
        let end = match self.exit_status() {
            0 => format!("{name}: all {} pairs of colours read\n", self.pairs),
            1 => format!("{name}: {} of {} pairs of colours do not read\n", self.failing.len(), self.pairs),
            _ => String::new(),
        };
        errors.chain(failing).chain([end]).collect()
    }

    /// One object.
    #[must_use]
    pub fn json(&self, name: &str) -> Value {
        json!({ "file": name, "errors": self.errors, "failing": self.failing, "pairs": self.pairs })
    }
}
