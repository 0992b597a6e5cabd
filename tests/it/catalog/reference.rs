//! The reference catalogue, read from beside the repository where it is there; it is never part of it.

use std::path::PathBuf;
use std::sync::OnceLock;

use connect_ui::provider::{Catalog, CatalogSource};

/// A file of the shared data, if it is there.
pub fn data_file(name: &str) -> Option<PathBuf> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(name);
    if path.is_file() {
        return Some(path);
    }
    eprintln!("skipped: {} is not there", path.display());
    None
}

/// The whole reference catalogue.
pub fn catalog() -> Option<&'static Catalog> {
    static CATALOG: OnceLock<Option<Catalog>> = OnceLock::new();
    let load = || {
        let path = data_file("providers.yaml")?;
        Some(Catalog::load(&[CatalogSource::Path(path)]).expect("the reference catalogue loads"))
    };
    CATALOG.get_or_init(load).as_ref()
}
