//! What a page wears when no session is known: the look of the only environment, else the product's own.

use super::{
    connect::{dress::Dress, page::Surface},
    state::State,
};
use crate::{
    store::{
        environment::{self, EnvironmentRow},
        theme::ThemeLayers,
    },
    theme::ThemeSettings,
};

/// The dress of a page without a session. A database that does not answer costs the theme, not the page.
pub async fn default_dress(state: &State) -> Dress {
    let environments = environment::list(&state.services.db).await.unwrap_or_default();
    let only = if let [only] = environments.as_slice() { Some(only) } else { None };
    let bare = bare_dress(state);
    Dress {
        settings: only.map_or(bare.settings, |row| row.connect_ui_settings.clone()),
        themes: themes(&environments, only),
        app_name: only.and_then(|row| row.app_name.clone()).unwrap_or(bare.app_name),
        ..bare
    }
}

/// Of many environments, what they have in common: the instance's theme.
fn themes(all: &[EnvironmentRow], only: Option<&EnvironmentRow>) -> ThemeLayers {
    let instance = all.first().and_then(|row| row.themes.instance.clone());
    only.map_or(ThemeLayers { instance, ..ThemeLayers::default() }, |row| row.themes.clone())
}

/// The product's own look, without asking the database.
#[must_use]
pub fn bare_dress(state: &State) -> Dress {
    Dress {
        settings: default_settings(),
        themes: ThemeLayers::default(),
        theme: None,
        language: None,
        offers_languages: false,
        app_name: state.public_url.host().to_owned(),
        surface: Surface::Hosted,
        parent_origin: None,
        frame_ancestors: "'none'".to_owned(),
    }
}

/// The product's own theme, as the JSON text of wire-protocol.md §8.
#[must_use]
pub fn default_settings() -> String {
    serde_json::to_string(&ThemeSettings::default()).unwrap_or_else(|_| "{}".to_owned())
}
