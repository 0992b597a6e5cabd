//! The editor's fields as a table, and the way from their texts to a theme and back. The theme's own strict reader
//! judges them: nothing is checked twice.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::sent::Sent;
use crate::theme::{DocumentFault, ThemeDocument};

/// How a field is filled in.
#[derive(Clone, Copy, Debug)]
pub enum Control {
    /// A line of text.
    Text,
    /// A colour.
    Colour,
    /// A number.
    Number {
        /// The smallest.
        least: &'static str,
        /// The largest.
        most: &'static str,
        /// Between two.
        step: &'static str,
    },
    /// One of a few; value and words.
    Choice(&'static [(&'static str, &'static str)]),
    /// One a line, `name: value`.
    Lines,
    /// An uploaded file.
    File(&'static str),
}

/// A field.
#[derive(Clone, Copy, Debug)]
pub struct FieldSpec {
    /// Its path in a theme file, which is its name in the form.
    pub path: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// What is worth knowing.
    pub hint: &'static str,
    /// How it is filled in.
    pub control: Control,
}

impl FieldSpec {
    /// Its identifier in the page.
    pub fn id(&self) -> String {
        self.path.replace(['.', '_'], "-")
    }

    /// Whether it stands beside the one for the other mode.
    pub const fn is_paired(&self) -> bool {
        matches!(self.control, Control::Colour)
    }
}

/// Fields that belong together.
#[derive(Clone, Copy, Debug)]
pub struct GroupSpec {
    /// What they are about.
    pub title: &'static str,
    /// What is worth knowing of all of them.
    pub about: &'static str,
    /// The fields.
    pub fields: &'static [FieldSpec],
}

const fn field(path: &'static str, label: &'static str, hint: &'static str, control: Control) -> FieldSpec {
    FieldSpec { path, label, hint, control }
}

const PICTURES: &str = "image/png,image/webp,image/svg+xml";

/// All fields.
pub const GROUPS: &[GroupSpec] = &[
    GroupSpec {
        title: "Settings",
        about: "",
        fields: &[
            field(
                "mode",
                "Default theme",
                "",
                Control::Choice(&[("light", "Light"), ("dark", "Dark"), ("system", "As the device says")]),
            ),
            field("brand.light", "Primary colour in light", "", Control::Colour),
            field("brand.dark", "Primary colour in dark", "", Control::Colour),
            field(
                "badge",
                "Badge “Secured by Nango”",
                "",
                Control::Choice(&[("true", "Shown"), ("false", "Hidden")]),
            ),
        ],
    },
    GroupSpec {
        title: "More colours",
        about: "They move in lightness, and in nothing else, until everything reads; the proof sheet says which did.",
        fields: &[
            field("accent.light", "Links and focus in light", "", Control::Colour),
            field("accent.dark", "Links and focus in dark", "", Control::Colour),
            field("background.light", "Behind the card, in light", "", Control::Colour),
            field("background.dark", "Behind the card, in dark", "", Control::Colour),
            field(
                "neutral",
                "Tint of greys",
                "A colour whose hue the greys take on, or auto for that of the brand.",
                Control::Text,
            ),
            field("danger.light", "What went wrong, in light", "", Control::Colour),
            field("danger.dark", "What went wrong, in dark", "", Control::Colour),
            field("success.light", "What went well, in light", "", Control::Colour),
            field("success.dark", "What went well, in dark", "", Control::Colour),
            field("warning.light", "What needs attention, in light", "", Control::Colour),
            field("warning.dark", "What needs attention, in dark", "", Control::Colour),
            field(
                "contrast",
                "Text reads at",
                "With 7:1 the primary colour of buttons moves too, where no text would read on it.",
                Control::Choice(&[("AA", "4.5:1 (AA)"), ("AAA", "7:1 (AAA)")]),
            ),
        ],
    },
    GroupSpec {
        title: "Shape and type",
        about: "",
        fields: &[
            field(
                "radius",
                "Corner radius in pixels",
                "0 to 16. Cards are rounded half as much again.",
                Control::Number { least: "0", most: "16", step: "1" },
            ),
            field(
                "density",
                "Density",
                "",
                Control::Choice(&[("compact", "Compact"), ("normal", "Normal"), ("roomy", "Roomy")]),
            ),
            field(
                "shadow",
                "Card in light",
                "",
                Control::Choice(&[("soft", "With a soft shadow"), ("none", "With a line")]),
            ),
            field(
                "border",
                "Lines that only decorate",
                "Those of fields are always seen.",
                Control::Choice(&[("hairline", "Just there"), ("strong", "Strong"), ("none", "None")]),
            ),
            field(
                "width",
                "Widest card in pixels",
                "360 to 640.",
                Control::Number { least: "360", most: "640", step: "1" },
            ),
            field(
                "backdrop",
                "Behind the card, over your page",
                "",
                Control::Choice(&[
                    ("dim", "Your page, dimmed"),
                    ("none", "Your page as it is"),
                    ("page", "The page’s own colour"),
                ]),
            ),
            field(
                "motion",
                "Motion",
                "",
                Control::Choice(&[("auto", "A little, unless the device says no"), ("off", "None")]),
            ),
            field(
                "font",
                "Typeface",
                "Typefaces that devices bring along: nothing is loaded.",
                Control::Choice(&[
                    ("system", "The device’s own"),
                    ("humanist", "Humanist"),
                    ("geometric", "Geometric"),
                    ("grotesque", "Grotesque"),
                    ("rounded", "Rounded"),
                    ("serif", "Serif"),
                    ("mono", "Monospaced"),
                ]),
            ),
            field(
                "file.font",
                "Your own typeface",
                "A WOFF2 file of at most 256 KB.",
                Control::File("font/woff2,.woff2"),
            ),
            field(
                "font_scale",
                "Size of type",
                "0.875 to 1.25 of the usual.",
                Control::Number { least: "0.875", most: "1.25", step: "0.025" },
            ),
        ],
    },
    GroupSpec {
        title: "Identity",
        about: "",
        fields: &[
            field(
                "file.light",
                "Logo on light",
                "PNG, WebP or plain SVG, at most 256 KB. Where it would vanish it gets a plate.",
                Control::File(PICTURES),
            ),
            field(
                "file.dark",
                "Logo on dark",
                "Without one, the logo on light is shown here, too.",
                Control::File(PICTURES),
            ),
            field(
                "logo.height",
                "Height of the logo in pixels",
                "16 to 64.",
                Control::Number { least: "16", most: "64", step: "1" },
            ),
            field(
                "logo.align",
                "The logo stands",
                "",
                Control::Choice(&[("start", "At the start"), ("center", "In the middle")]),
            ),
            field(
                "file.icon",
                "Picture in the browser’s tab",
                "PNG or plain SVG, square, at most 64 KB.",
                Control::File("image/png,image/svg+xml"),
            ),
            field("links.help", "Help page", "", Control::Text),
            field("links.privacy", "Privacy statement", "", Control::Text),
            field("links.terms", "Terms", "", Control::Text),
            field("links.support_email", "E-mail address of support", "", Control::Text),
            field(
                "picker",
                "Integrations are offered as",
                "",
                Control::Choice(&[("list", "A list"), ("grid", "Tiles"), ("search", "A list with search")]),
            ),
            field(
                "close_button",
                "The cross that closes the card",
                "Hidden, it is still there for keyboards and screen readers.",
                Control::Choice(&[("true", "Shown"), ("false", "Hidden")]),
            ),
            field(
                "secret_reveal",
                "Secrets that were typed",
                "",
                Control::Choice(&[("true", "Can be shown"), ("false", "Stay hidden")]),
            ),
        ],
    },
    GroupSpec {
        title: "Colours set by hand",
        about: "",
        fields: &[
            field(
                "tokens.light",
                "In light",
                "One a line, such as fg.muted: #555. The proof sheet shows what becomes of it.",
                Control::Lines,
            ),
            field("tokens.dark", "In dark", "", Control::Lines),
        ],
    },
];

/// Where each uploaded file stands in a theme.
const FILES: [(&str, &str); 4] = [
    ("file.light", "logo.light"),
    ("file.dark", "logo.dark"),
    ("file.icon", "favicon"),
    ("file.font", "font"),
];

/// Where the file of a field stands in a theme; other fields are named by where they stand.
pub fn theme_path(field: &str) -> &str {
    FILES.iter().find(|(name, _)| *name == field).map_or(field, |(_, path)| path)
}

/// What is wrong, by field.
pub type Problems = BTreeMap<String, String>;

/// The texts of a theme's fields.
pub fn texts(document: &ThemeDocument) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    for (path, value) in document.entries() {
        if let Some((mode, token)) = ["tokens.light.", "tokens.dark."]
            .into_iter()
            .find_map(|start| Some((start.trim_end_matches('.'), path.strip_prefix(start)?)))
        {
            let lines: &mut String = texts.entry(mode.to_owned()).or_default();
            lines.extend([token, ": ", &value, "\n"]);
        } else {
            let file = FILES.iter().find(|(_, at)| *at == path && value.len() == 64);
            texts.insert(file.map_or(path, |(field, _)| (*field).to_owned()), value);
        }
    }
    texts
}

/// The theme of what was sent, or what is wrong at each field. Files count although they are not stored yet.
pub fn document(sent: &Sent) -> Result<ThemeDocument, Problems> {
    let mut top = Map::new();
    for spec in GROUPS.iter().flat_map(|group| group.fields) {
        let text = sent.text(spec.path);
        if let (false, Some(value)) = (text.is_empty(), value(spec, text)) {
            put(&mut top, spec.path, value);
        }
    }
    for (name, path) in FILES {
        let kept = Some(sent.text(name)).filter(|_| sent.text(&format!("remove.{name}")).is_empty());
        let file = sent.files.get(name).map(|file| file.name.as_str()).or(kept.filter(|one| !one.is_empty()));
        if let Some(file) = file {
            put(&mut top, path, json!(file));
        }
    }
    let mut problems = sent.refused.clone();
    match ThemeDocument::read(&Value::Object(top)) {
        Ok(document) if problems.is_empty() => return Ok(document),
        Ok(_) => {}
        Err(faults) => problems.extend(faults.iter().map(at_field)),
    }
    Err(problems)
}

fn at_field(fault: &DocumentFault) -> (String, String) {
    let tokens = ["tokens.light", "tokens.dark"].into_iter().find(|path| fault.path.starts_with(path));
    if let Some(field) = tokens {
        let token = fault.path[field.len()..].trim_start_matches('.');
        return (field.to_owned(), format!("{token}: {}", fault.message));
    }
    let file = FILES.iter().find(|(_, path)| *path == fault.path && fault.message.starts_with("Name"));
    (file.map_or(fault.path.clone(), |(field, _)| (*field).to_owned()), fault.message.clone())
}

fn value(spec: &FieldSpec, text: &str) -> Option<Value> {
    match spec.control {
        // What is no number stays a text, which the reader refuses.
        Control::Number { .. } => Some(serde_json::from_str(text).unwrap_or_else(|_| json!(text))),
        Control::Choice(options) if options[0].0 == "true" => Some(json!(text == "true")),
        Control::Lines => {
            let line = |line: &str| {
                let (name, colour) = line.split_once(':').unwrap_or((line, ""));
                (name.trim().to_owned(), json!(colour.trim()))
            };
            let lines = text.lines().filter(|line| !line.trim().is_empty());
            Some(Value::Object(lines.map(line).collect()))
        }
        Control::File(_) => None,
        Control::Text | Control::Colour | Control::Choice(_) => Some(json!(text)),
    }
}

fn put(top: &mut Map<String, Value>, path: &str, value: Value) {
    match path.split_once('.') {
        None => drop(top.insert(path.to_owned(), value)),
        Some((outer, inner)) => {
            let entry = top.entry(outer).or_insert_with(|| Value::Object(Map::new()));
            if let Some(map) = entry.as_object_mut() {
                map.insert(inner.to_owned(), value);
            }
        }
    }
}
