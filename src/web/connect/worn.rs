//! The theme that a page wears, from the texts that are stored: the four settings and the themes over one another.
//!
//! A text that cannot be read costs its layer, not the page.

use super::page::{Identity, LogoImage};
use crate::{
    store::theme::ThemeLayers,
    theme::{FileName, Layer, Layers, ModeChoice, PickerStyle, ThemeDocument, ThemeSettings},
};

/// The layers of a page.
#[must_use]
pub fn layers(settings: &str, themes: &ThemeLayers) -> Layers {
    let settings: ThemeSettings = serde_json::from_str(settings).unwrap_or_default();
    let four = ThemeDocument::of_settings(&settings);
    let beside = themes.environment.as_deref().map(document).unwrap_or_default().beside_settings();
    let mut above = vec![(Layer::Environment, four.over(beside))];
    let others = [
        (Layer::Instance, &themes.instance),
        (Layer::Named, &themes.named),
        (Layer::Session, &themes.session),
    ];
    above.extend(others.into_iter().filter_map(|(layer, text)| Some((layer, document(text.as_deref()?)))));
    Layers::new(above)
}

/// A stored theme; an unreadable one says nothing.
#[must_use]
pub fn document(text: &str) -> ThemeDocument {
    ThemeDocument::parse(text).unwrap_or_default()
}

/// Who asks.
#[must_use]
pub fn identity(worn: &ThemeDocument, mode: ModeChoice) -> Identity {
    let links = &worn.links;
    Identity {
        logo: logo(worn, mode),
        icon_url: worn.favicon.as_ref().map(file_url),
        help_url: links.help.as_ref().map(|link| link.as_str().to_owned()),
        privacy_url: links.privacy.as_ref().map(|link| link.as_str().to_owned()),
        terms_url: links.terms.as_ref().map(|link| link.as_str().to_owned()),
        support_email: links.support_email.as_ref().map(|email| email.as_str().to_owned()),
        tiles: worn.picker == Some(PickerStyle::Grid),
        always_searchable: worn.picker == Some(PickerStyle::Search),
    }
}

/// The address of an uploaded file.
#[must_use]
pub fn file_url(file: &FileName) -> String {
    format!("/theme-files/{file}")
}

fn logo(worn: &ThemeDocument, mode: ModeChoice) -> Option<LogoImage> {
    let (light, dark) = (worn.logo.light.as_ref(), worn.logo.dark.as_ref());
    let (url, dark_url) = match mode {
        ModeChoice::Light => (light.or(dark), None),
        ModeChoice::Dark => (dark.or(light), None),
        ModeChoice::System => (light.or(dark), dark.filter(|_| light.is_some())),
    };
    Some(LogoImage { url: file_url(url?), dark_url: dark_url.map(file_url) })
}
