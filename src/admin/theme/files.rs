//! Files of a theme: stored by their hash, and how a logo stands on its ground.

use crate::{
    services::Services,
    store::{
        StoreError,
        theme::file::{self, FileRow},
    },
    theme::{CheckedFile, ColourToken, FileName, Mode, PerMode, ThemeDocument, Tones, derive_document},
};

/// Files that came with a theme.
pub type NewFiles = Vec<CheckedFile>;

/// Stores a file that was found good.
pub async fn store_file(services: &Services, checked: &CheckedFile) -> Result<(), StoreError> {
    let row = FileRow {
        name: checked.name.to_string(),
        media_type: checked.media_type.to_owned(),
        body: checked.bytes.clone(),
        tones: serde_json::to_string(&checked.tones).unwrap_or_default(),
    };
    let at = services.clock.now();
    services.db.write(move |tx| Box::pin(async move { file::insert(tx, &row, at).await })).await
}

/// A stored file.
pub async fn find_file(services: &Services, name: &FileName) -> Result<Option<FileRow>, StoreError> {
    file::find(&services.db, name.as_str()).await
}

/// Gives each logo a plate where it would vanish on the ground that `worn` gives it.
pub async fn judge_logos(
    services: &Services,
    document: &mut ThemeDocument,
    worn: &ThemeDocument,
) -> Result<(), StoreError> {
    let (light, dark) = (document.logo.light.clone(), document.logo.dark.clone());
    let plate = PerMode {
        light: plate(services, light.as_ref().or(dark.as_ref()), worn, Mode::Light).await?,
        dark: plate(services, dark.as_ref().or(light.as_ref()), worn, Mode::Dark).await?,
    };
    document.logo.plate = plate;
    Ok(())
}

async fn plate(
    services: &Services,
    logo: Option<&FileName>,
    worn: &ThemeDocument,
    mode: Mode,
) -> Result<Option<bool>, StoreError> {
    let Some(name) = logo else { return Ok(None) };
    let Some(row) = find_file(services, name).await? else { return Ok(None) };
    let ground = derive_document(worn, mode).colour(ColourToken::BgSurface);
    Ok(Some(Tones::parse(&row.tones).vanishes_on(ground)))
}
