//! Where definitions come from. The only part of `provider` that touches files.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

use super::bundled::BUNDLED;
use super::error::LoadError;

/// One source of definitions; of several, the later wins.
#[derive(Clone, Debug)]
pub enum CatalogSource {
    /// The definitions that the program carries.
    Bundled,
    /// A provider file, or a folder of them (`.yaml`, `.yml`, `.json`, in the order of their names).
    Path(PathBuf),
    /// A text, with the name that messages call it by.
    Text {
        /// The name.
        name: String,
        /// The YAML.
        text: String,
    },
}

/// A provider file's name and text.
pub(super) struct SourceFile {
    pub name: String,
    pub text: Cow<'static, str>,
    pub origin: Origin,
}

/// Where a file's text can be had again.
#[derive(Clone, Debug)]
pub(super) enum Origin {
    /// In the program, or with whoever gave it.
    Carried(Cow<'static, str>),
    /// On the disk, where it may have changed.
    Disk(PathBuf),
}

impl Origin {
    /// The text; none where the file is gone.
    pub fn text(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Carried(text) => Some(Cow::Borrowed(text)),
            Self::Disk(path) => fs::read_to_string(path).ok().map(Cow::Owned),
        }
    }
}

impl CatalogSource {
    /// Reads all files of the source.
    pub(super) fn files(&self) -> Result<Vec<SourceFile>, LoadError> {
        match self {
            Self::Bundled => Ok(BUNDLED.iter().map(bundled_file).collect()),
            Self::Text { name, text } => Ok(vec![SourceFile::carried(name.clone(), text.clone().into())]),
            Self::Path(path) if path.is_dir() => {
                folder(path)?.iter().map(|path| file(path)).collect::<Result<_, _>>()
            }
            Self::Path(path) => Ok(vec![file(path)?]),
        }
    }
}

impl SourceFile {
    /// One whose text stays in memory anyway.
    pub fn carried(name: String, text: Cow<'static, str>) -> Self {
        Self { name, origin: Origin::Carried(text.clone()), text }
    }
}

impl CatalogSource {
    /// What `i18n/` beside the files says in other languages: `providers.fr.json`, by provider and field. A file that
    /// cannot be read stops the load, as a definition's does.
    pub(super) fn translations(&self) -> Result<Vec<(String, serde_json::Value)>, LoadError> {
        let Self::Path(path) = self else { return Ok(Vec::new()) };
        let beside = if path.is_dir() { Some(path.as_path()) } else { path.parent() };
        let Some(folder_of_texts) = beside.map(|folder| folder.join("i18n")).filter(|path| path.is_dir())
        else {
            return Ok(Vec::new());
        };
        let mut found = Vec::new();
        for path in folder(&folder_of_texts)? {
            let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
            let Some((_, language)) = stem.rsplit_once('.') else { continue };
            let SourceFile { name, text, .. } = file(&path)?;
            let texts = serde_saphyr::from_str(&text).map_err(|error| LoadError::Translation {
                path: name,
                reason: error.without_snippet().to_string(),
            })?;
            found.push((language.to_owned(), texts));
        }
        Ok(found)
    }
}

fn bundled_file(&(name, text): &(&'static str, &'static str)) -> SourceFile {
    SourceFile::carried(format!("providers/{name}"), text.into())
}

fn file(path: &Path) -> Result<SourceFile, LoadError> {
    let text = fs::read_to_string(path).map_err(|source| LoadError::Read { path: path.into(), source })?;
    let origin = Origin::Disk(path.into());
    Ok(SourceFile { name: path.display().to_string(), text: text.into(), origin })
}

fn folder(path: &Path) -> Result<Vec<PathBuf>, LoadError> {
    let unread = |source| LoadError::Read { path: path.into(), source };
    let mut paths = Vec::new();
    for entry in fs::read_dir(path).map_err(unread)? {
        let path = entry.map_err(unread)?.path();
        let extension = path.extension().and_then(|extension| extension.to_str());
        if path.is_file() && matches!(extension, Some("yaml" | "yml" | "json")) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}
