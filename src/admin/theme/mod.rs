//! Themes from draft to publication. Owns who may overwrite what, that nothing unreadable is published unseen, and
//! what the audit is told. Must not know forms or JSON bodies.

mod files;
mod publish;

use crate::{
    services::Services,
    store::{
        StoreError,
        environment::EnvironmentRow,
        theme::{self, ThemeKey, ThemeRow},
    },
    theme::{Layer, Layers, Mode, ProofRow, ThemeDocument, ThemeSettings, derive_document, prove},
};

pub use files::{NewFiles, find_file, judge_logos, store_file};
pub use publish::{PublishTheme, Published, publish};

/// A theme and all that lies around it.
#[derive(Clone, Debug)]
pub struct OpenTheme {
    /// Which.
    pub key: ThemeKey,
    /// What is stored.
    pub row: ThemeRow,
    /// What pages wear of it.
    pub published: ThemeDocument,
    /// What somebody works on; what is published where nobody does.
    pub draft: ThemeDocument,
    /// What lies below it.
    pub below: Vec<(Layer, ThemeDocument)>,
    /// Its own layer.
    pub layer: Layer,
    /// The version of the environment, to which the four settings belong.
    pub environment_version: i64,
}

impl OpenTheme {
    /// The layers with this theme's document in its place.
    #[must_use]
    pub fn layers(&self, document: &ThemeDocument) -> Layers {
        let mut above = self.below.clone();
        above.push((self.layer, document.clone()));
        Layers::new(above)
    }
}

/// Opens a theme to look at or to change. What is stored and cannot be read says nothing.
pub async fn open(
    services: &Services,
    environment: &EnvironmentRow,
    key: ThemeKey,
) -> Result<OpenTheme, StoreError> {
    let row = theme::find(&services.db, &key).await?.unwrap_or_default();
    let read = |text: Option<&str>| text.and_then(|text| ThemeDocument::parse(text).ok());
    let settings: ThemeSettings = serde_json::from_str(&environment.connect_ui_settings).unwrap_or_default();
    let stored = read(row.published.as_deref()).unwrap_or_default();
    let of_settings =
        |beside: ThemeDocument| ThemeDocument::of_settings(&settings).over(beside.beside_settings());
    let published = if key.is_of_environment() { of_settings(stored) } else { stored };
    let mut below = Vec::new();
    let layer = if key.is_of_environment() {
        Layer::Environment
    } else if key.name().is_empty() {
        Layer::Instance
    } else {
        Layer::Named
    };
    if layer > Layer::Instance {
        below.push((Layer::Instance, read(environment.themes.instance.as_deref()).unwrap_or_default()));
    }
    if layer > Layer::Environment {
        let beside = read(environment.themes.environment.as_deref()).unwrap_or_default();
        below.push((Layer::Environment, of_settings(beside)));
    }
    let draft = read(row.draft.as_deref()).unwrap_or_else(|| published.clone());
    Ok(OpenTheme { key, row, published, draft, below, layer, environment_version: environment.version })
}

/// The pairs of a worn theme that do not read, by mode.
#[must_use]
pub fn failing(worn: &ThemeDocument) -> Vec<(Mode, ProofRow)> {
    [Mode::Light, Mode::Dark]
        .into_iter()
        .flat_map(|mode| prove(&derive_document(worn, mode)).into_iter().map(move |row| (mode, row)))
        .filter(|(_, row)| !row.holds())
        .collect()
}
