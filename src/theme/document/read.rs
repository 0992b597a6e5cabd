//! Reading a theme file strictly: an unknown key is refused with its path, and everything that is wrong is told at
//! once.

use serde_json::{Map, Value};

use super::{
    Backdrop, BorderStrength, CardShadow, CardWidth, Colours, Contrast, Density, FileName, Font, FontScale,
    FontStack, Layout, Links, Logo, LogoAlign, Motion, NeutralTint, PerMode, PickerStyle, StatusColours,
    SupportEmail, ThemeDocument, WebLink,
};
use crate::theme::{ColourToken, ModeChoice, PrimaryColour};

/// More than this tells nobody more.
const MAX_FAULTS: usize = 100;

/// Every key of a theme.
const KEYS: &[&str] = &[
    "mode",
    "brand",
    "accent",
    "background",
    "danger",
    "success",
    "warning",
    "neutral",
    "radius",
    "density",
    "font",
    "font_scale",
    "shadow",
    "border",
    "contrast",
    "motion",
    "logo",
    "favicon",
    "links",
    "picker",
    "width",
    "backdrop",
    "close_button",
    "secret_reveal",
    "badge",
    "tokens",
];

/// What is wrong with a theme, and where.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct DocumentFault {
    /// `logo.light`; empty for the whole.
    pub path: String,
    /// In words.
    pub message: String,
}

impl ThemeDocument {
    /// Reads a theme, or tells everything that is wrong.
    pub fn read(value: &Value) -> Result<Self, Vec<DocumentFault>> {
        let mut reader = Reader { faults: Vec::new() };
        let document = reader.document(value);
        if reader.faults.is_empty() { Ok(document) } else { Err(reader.faults) }
    }

    /// Reads the text of a theme that is JSON.
    pub fn parse(text: &str) -> Result<Self, Vec<DocumentFault>> {
        let value = serde_json::from_str(text).map_err(|error| {
            vec![DocumentFault { path: String::new(), message: format!("This is not JSON: {error}") }]
        })?;
        Self::read(&value)
    }
}

struct Reader {
    faults: Vec<DocumentFault>,
}

/// An object whose keys are all known.
struct Object<'v> {
    path: String,
    map: Option<&'v Map<String, Value>>,
}

impl Object<'_> {
    fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }
}

type Parsed<T> = Result<T, String>;

impl Reader {
    fn document(&mut self, value: &Value) -> ThemeDocument {
        let top = self.object(String::new(), Some(value), KEYS);
        ThemeDocument {
            mode: self.take(&top, "mode", mode),
            brand: self.colours(&top, "brand"),
            accent: self.colours(&top, "accent"),
            background: self.colours(&top, "background"),
            status: StatusColours {
                danger: self.colours(&top, "danger"),
                success: self.colours(&top, "success"),
                warning: self.colours(&top, "warning"),
            },
            neutral: self.take(&top, "neutral", neutral),
            radius: self.take(&top, "radius", |value| whole(value, 0, 16)),
            density: self.take(&top, "density", |value| word(value, Density::ALL, Density::as_str)),
            font: self.take(&top, "font", font),
            font_scale: self.take(&top, "font_scale", font_scale),
            shadow: self.take(&top, "shadow", |value| word(value, CardShadow::ALL, CardShadow::as_str)),
            border: self
                .take(&top, "border", |value| word(value, BorderStrength::ALL, BorderStrength::as_str)),
            contrast: self.take(&top, "contrast", |value| word(value, Contrast::ALL, Contrast::as_str)),
            motion: self.take(&top, "motion", |value| word(value, Motion::ALL, Motion::as_str)),
            logo: self.logo(&top),
            favicon: self.take(&top, "favicon", file),
            links: self.links(&top),
            picker: self.take(&top, "picker", |value| word(value, PickerStyle::ALL, PickerStyle::as_str)),
            layout: Layout {
                width: self.take(&top, "width", width),
                backdrop: self.take(&top, "backdrop", |value| word(value, Backdrop::ALL, Backdrop::as_str)),
                close_button: self.take(&top, "close_button", flag),
                secret_reveal: self.take(&top, "secret_reveal", flag),
            },
            badge: self.take(&top, "badge", flag),
            tokens: self.tokens(&top),
        }
    }

    fn colours(&mut self, top: &Object<'_>, key: &str) -> Colours {
        let both = self.inner(top, key, &["light", "dark"]);
        PerMode { light: self.take(&both, "light", colour), dark: self.take(&both, "dark", colour) }
    }

    fn logo(&mut self, top: &Object<'_>) -> Logo {
        let logo = self.inner(top, "logo", &["light", "dark", "height", "align", "plate"]);
        let plate = self.inner(&logo, "plate", &["light", "dark"]);
        Logo {
            light: self.take(&logo, "light", file),
            dark: self.take(&logo, "dark", file),
            height: self.take(&logo, "height", |value| whole(value, 16, 64)),
            align: self.take(&logo, "align", |value| word(value, LogoAlign::ALL, LogoAlign::as_str)),
            plate: PerMode { light: self.take(&plate, "light", flag), dark: self.take(&plate, "dark", flag) },
        }
    }

    fn links(&mut self, top: &Object<'_>) -> Links {
        let links = self.inner(top, "links", &["help", "privacy", "terms", "support_email"]);
        Links {
            help: self.take(&links, "help", link),
            privacy: self.take(&links, "privacy", link),
            terms: self.take(&links, "terms", link),
            support_email: self.take(&links, "support_email", |value| {
                text(value).and_then(|text| {
                    SupportEmail::parse(text)
                        .ok_or_else(|| "Enter an e-mail address such as help@acme.com".to_owned())
                })
            }),
        }
    }

    fn tokens(
        &mut self,
        top: &Object<'_>,
    ) -> PerMode<std::collections::BTreeMap<ColourToken, PrimaryColour>> {
        let names = ColourToken::ALL.map(ColourToken::name);
        let tokens = self.inner(top, "tokens", &["light", "dark"]);
        let mut of = |mode| {
            let colours = self.inner(&tokens, mode, &names);
            ColourToken::ALL
                .into_iter()
                .filter_map(|token| Some((token, self.take(&colours, token.name(), colour)?)))
                .collect()
        };
        PerMode { light: of("light"), dark: of("dark") }
    }

    fn inner<'v>(&mut self, outer: &Object<'v>, key: &str, known: &[&str]) -> Object<'v> {
        let value = outer.map.and_then(|map| map.get(key));
        self.object(outer.path_of(key), value, known)
    }

    fn object<'v>(&mut self, path: String, value: Option<&'v Value>, known: &[&str]) -> Object<'v> {
        let Some(value) = value else { return Object { path, map: None } };
        let Some(map) = value.as_object() else {
            self.refuse(path.clone(), "This has to be an object".to_owned());
            return Object { path, map: None };
        };
        let object = Object { path, map: Some(map) };
        for key in map.keys().filter(|key| !known.contains(&key.as_str())) {
            self.refuse(object.path_of(key), "A theme has no such key".to_owned());
        }
        object
    }

    fn take<T>(
        &mut self,
        object: &Object<'_>,
        key: &str,
        parse: impl FnOnce(&Value) -> Parsed<T>,
    ) -> Option<T> {
        match parse(object.map?.get(key)?) {
            Ok(value) => Some(value),
            Err(message) => {
                self.refuse(object.path_of(key), message);
                None
            }
        }
    }

    fn refuse(&mut self, path: String, message: String) {
        if self.faults.len() < MAX_FAULTS {
            self.faults.push(DocumentFault { path, message });
        }
    }
}

fn text(value: &Value) -> Parsed<&str> {
    value.as_str().ok_or_else(|| "This has to be a text".to_owned())
}

fn flag(value: &Value) -> Parsed<bool> {
    value.as_bool().ok_or_else(|| "This has to be true or false".to_owned())
}

fn whole(value: &Value, least: u8, most: u8) -> Parsed<u8> {
    let number = value.as_u64().and_then(|number| u8::try_from(number).ok());
    number
        .filter(|number| (least..=most).contains(number))
        .ok_or_else(|| format!("Enter a whole number from {least} to {most}"))
}

fn word<T: Copy>(value: &Value, all: &[T], name: fn(T) -> &'static str) -> Parsed<T> {
    let names: Vec<&str> = all.iter().map(|one| name(*one)).collect();
    let found = value.as_str().and_then(|text| all.iter().copied().find(|one| name(*one) == text));
    found.ok_or_else(|| format!("Choose one of {}", names.join(", ")))
}

fn mode(value: &Value) -> Parsed<ModeChoice> {
    word(value, &[ModeChoice::Light, ModeChoice::Dark, ModeChoice::System], ModeChoice::as_str)
}

fn colour(value: &Value) -> Parsed<PrimaryColour> {
    PrimaryColour::parse(text(value)?).map_err(|refusal| refusal.to_string())
}

fn neutral(value: &Value) -> Parsed<NeutralTint> {
    match text(value)? {
        "auto" => Ok(NeutralTint::Brand),
        _ => colour(value).map(NeutralTint::Colour),
    }
}

fn font(value: &Value) -> Parsed<Font> {
    let name = text(value)?;
    if let Some(file) = FileName::parse(name) {
        return Ok(Font::Uploaded(file));
    }
    let stack = word(value, FontStack::ALL, FontStack::as_str);
    stack.map(Font::Stack).map_err(|message| format!("{message}, or name an uploaded file"))
}

fn font_scale(value: &Value) -> Parsed<FontScale> {
    let scale = value.as_f64().and_then(FontScale::parse);
    scale.ok_or_else(|| "Enter a number from 0.875 to 1.25".to_owned())
}

fn width(value: &Value) -> Parsed<CardWidth> {
    let (least, most) = (CardWidth::LEAST, CardWidth::MOST);
    let width = value.as_u64().and_then(CardWidth::parse);
    width.ok_or_else(|| format!("Enter a whole number from {least} to {most}"))
}

fn file(value: &Value) -> Parsed<FileName> {
    let name = value.as_str().and_then(FileName::parse);
    name.ok_or_else(|| "Name an uploaded file by its 64 hex digits".to_owned())
}

fn link(value: &Value) -> Parsed<WebLink> {
    let link = WebLink::parse(text(value)?);
    link.ok_or_else(|| "Enter an address that begins with https://".to_owned())
}
