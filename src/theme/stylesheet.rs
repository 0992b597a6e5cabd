//! The theme as a page carries it: CSS custom properties named after the tokens, written from numbers and
//! words of our own, never from entered text. Owns how compactly; must not know the rules that use them.

use std::fmt::Write as _;

use serde_json::{Map, Value};

use super::{
    Backdrop, CardWidth, ColourToken, Font, Logo, LogoAlign, Mode, ModeChoice, Motion, Srgb8, ThemeDocument,
    ThemeSettings, Tokens, derive, derive_document, shape::UPLOADED_FAMILY,
};

/// Where the page stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Surface {
    /// A page of its own.
    Hosted,
    /// A card in a transparent frame over somebody else's page.
    Overlay,
}

/// The style sheet of the four settings. `mode` is the choice that counts after every override.
#[must_use]
pub fn stylesheet(settings: &ThemeSettings, mode: ModeChoice, surface: Surface) -> String {
    sheet(&ThemeDocument::of_settings(settings), mode, surface)
}

/// The style sheet of a theme. `mode` is the choice that counts after every override.
#[must_use]
pub fn sheet(document: &ThemeDocument, mode: ModeChoice, surface: Surface) -> String {
    let properties = |mode| {
        let tokens = derive_document(document, mode);
        let mut all = declarations(&tokens);
        all.extend(logo(&document.logo, &tokens));
        all.extend(measures(document));
        all
    };
    let mut css = String::with_capacity(3072);
    write_font(&mut css, document.font.as_ref());
    match mode {
        ModeChoice::Light => write_root(&mut css, &properties(Mode::Light)),
        ModeChoice::Dark => write_root(&mut css, &properties(Mode::Dark)),
        ModeChoice::System => {
            let light = properties(Mode::Light);
            let mut dark = properties(Mode::Dark);
            dark.retain(|declaration| !light.contains(declaration));
            write_root(&mut css, &light);
            css.push_str("@media (prefers-color-scheme:dark){");
            write_root(&mut css, &dark);
            css.push('}');
        }
    }
    write_layout(&mut css, document, surface);
    css.push_str(colour_scheme_selector(surface));
    css.push_str(match mode {
        ModeChoice::Light => "{color-scheme:light}",
        ModeChoice::Dark => "{color-scheme:dark}",
        ModeChoice::System => "{color-scheme:light dark}",
    });
    css
}

/// The name is hex digits: nothing that was entered gets into the sheet.
fn write_font(css: &mut String, font: Option<&Font>) {
    if let Some(Font::Uploaded(file)) = font {
        // Writing to a string cannot fail.
        let _ = write!(
            css,
            "@font-face{{font-family:{UPLOADED_FAMILY};src:url(/theme-files/{file}) format(\"woff2\");font-display:swap}}"
        );
    }
}

/// Only pages with a logo carry these two.
fn logo(logo: &Logo, tokens: &Tokens) -> Vec<Declaration> {
    if logo.light.is_none() && logo.dark.is_none() {
        return Vec::new();
    }
    let plate = match (logo.plate.of(tokens.mode()), tokens.mode()) {
        (Some(true), Mode::Light) => tokens.colour(ColourToken::FgDefault).to_string(),
        (Some(true), Mode::Dark) => Srgb8::WHITE.to_string(),
        _ => "transparent".to_owned(),
    };
    vec![("logo.height", format!("{}px", logo.height.unwrap_or(28))), ("logo.plate", plate)]
}

/// Only what differs from the base sheet.
fn measures(document: &ThemeDocument) -> Vec<Declaration> {
    let width = document.layout.width.filter(|width| *width != CardWidth::USUAL);
    let width = width.map(|width| ("card.width", format!("{}px", width.pixels())));
    let still = (document.motion == Some(Motion::Off)).then(|| ("quick", "0s".to_owned()));
    width.into_iter().chain(still).collect()
}

/// The choices that are more than a value: rules of our own words, over those of the base sheet.
fn write_layout(css: &mut String, document: &ThemeDocument, surface: Surface) {
    let layout = &document.layout;
    let rules = [
        (document.motion == Some(Motion::Off), ".card,.bone{animation:none!important}"),
        (document.logo.align == Some(LogoAlign::Center), ".brand{margin-inline:auto}"),
        // Whoever uses a keyboard or a reader still has the cross.
        (
            layout.close_button == Some(false),
            ".close:not(:focus-visible){position:absolute;clip-path:inset(50%)}",
        ),
        (layout.secret_reveal == Some(false), ".reveal[aria-controls]{display:none}"),
        // On somebody else's page the card's edge is what tells it apart.
        (
            layout.backdrop == Some(Backdrop::None) && surface == Surface::Overlay,
            ".card{border-color:var(--border-strong)}",
        ),
    ];
    rules.iter().filter(|(applies, _)| *applies).for_each(|(_, rule)| css.push_str(rule));
}

/// On the root of an overlay `color-scheme` would paint an opaque ground over the host's page.
const fn colour_scheme_selector(surface: Surface) -> &'static str {
    match surface {
        Surface::Hosted => ":root",
        Surface::Overlay => ".card",
    }
}

type Declaration = (&'static str, String);

fn write_root(css: &mut String, declarations: &[Declaration]) {
    css.push_str(":root{");
    for (index, (name, value)) in declarations.iter().enumerate() {
        let separator = if index == 0 { "" } else { ";" };
        // Writing to a string cannot fail.
        let _ = write!(css, "{separator}--{}:{value}", name.replace('.', "-"));
    }
    css.push('}');
}

fn declarations(tokens: &Tokens) -> Vec<Declaration> {
    let colours = ColourToken::ALL.map(|token| (token.name(), colour_value(tokens, token)));
    let outline = tokens.brand_outline().map_or_else(|| "transparent".to_owned(), |line| line.to_string());
    let mut all = Vec::from(colours);
    all.push(("brand.outline", outline));
    all.extend(tokens.shape().values());
    all
}

fn colour_value(tokens: &Tokens, token: ColourToken) -> String {
    let colour = tokens.colour(token);
    if token == ColourToken::BorderDefault && !tokens.draws_lines() {
        "transparent".to_owned()
    } else if token == ColourToken::BgBackdrop {
        let Srgb8 { red, green, blue } = colour;
        format!("#{red:02x}{green:02x}{blue:02x}{:02x}", tokens.backdrop_alpha())
    } else {
        colour.to_string()
    }
}

/// The tokens of both modes by their names, as `{"light":{"bg.page":"#…",…},"dark":{…}}`.
#[must_use]
pub fn tokens_json(settings: &ThemeSettings) -> Value {
    let object = |mode| {
        let tokens = derive(settings.primary(mode).shown(), mode);
        let entries = declarations(&tokens).into_iter();
        Value::Object(entries.map(|(name, value)| (name.to_owned(), Value::String(value))).collect())
    };
    let mut both = Map::new();
    both.insert("light".to_owned(), object(Mode::Light));
    both.insert("dark".to_owned(), object(Mode::Dark));
    Value::Object(both)
}
