//! The primary colour as an admin enters it. Owns which texts are accepted and why others are not; must not
//! know what is derived from the colour.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Srgb8, oklch::eight_bits};

/// The longest text that is read, in characters.
const MAX_LENGTH: usize = 64;

/// What takes its colour from the place it stands in, so that nothing can be proven of it.
const RELATIVE_FUNCTIONS: [&str; 6] =
    ["var(", "color-mix(", "light-dark(", "env(", "attr(", "contrast-color("];
const RELATIVE_WORDS: [&str; 6] = ["currentcolor", "inherit", "initial", "unset", "revert", "revert-layer"];
const SYSTEM_COLOURS: [&str; 19] = [
    "accentcolor",
    "accentcolortext",
    "activetext",
    "buttonborder",
    "buttonface",
    "buttontext",
    "canvas",
    "canvastext",
    "field",
    "fieldtext",
    "graytext",
    "highlight",
    "highlighttext",
    "linktext",
    "mark",
    "marktext",
    "selecteditem",
    "selecteditemtext",
    "visitedtext",
];

/// An opaque colour: the text as entered, and what a screen shows of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PrimaryColour {
    text: String,
    shown: Srgb8,
}

/// Why a text is not taken as a primary colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColourRefusal {
    /// Nothing was entered.
    Empty,
    /// More than 64 characters.
    TooLong,
    /// It takes its colour from where it stands (`currentColor`, `var()`, `color-mix()`, a system colour …).
    Relative,
    /// It lets what lies behind shine through (`transparent`, alpha below 1).
    Translucent,
    /// It is no colour.
    Unreadable,
}

impl ColourRefusal {
    /// A stable code, under which the words for it are kept.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "colour_empty",
            Self::TooLong => "colour_too_long",
            Self::Relative => "colour_relative",
            Self::Translucent => "colour_translucent",
            Self::Unreadable => "colour_unreadable",
        }
    }
}

impl fmt::Display for ColourRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "Enter a colour, for example #00B2E3",
            Self::TooLong => "Enter a colour of at most 64 characters",
            Self::Relative => {
                "This colour depends on where it is used. Enter a fixed colour, for example #00B2E3"
            }
            Self::Translucent => "This colour lets the ground shine through. Enter it without transparency",
            Self::Unreadable => "This is not a CSS colour. Enter one such as #00B2E3, teal or rgb(0 178 227)",
        })
    }
}

impl std::error::Error for ColourRefusal {}

impl PrimaryColour {
    /// Reads any opaque CSS colour and clips it to what sRGB can show.
    pub fn parse(text: &str) -> Result<Self, ColourRefusal> {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return Err(ColourRefusal::Empty);
        }
        if text.chars().count() > MAX_LENGTH {
            return Err(ColourRefusal::TooLong);
        }
        if is_relative(trimmed) {
            return Err(ColourRefusal::Relative);
        }
        let shown = read(trimmed)?;
        Ok(Self { text: text.to_owned(), shown })
    }

    /// The text as it was entered.
    #[must_use]
    pub fn as_entered(&self) -> &str {
        &self.text
    }

    /// The colour as a screen shows it.
    #[must_use]
    pub const fn shown(&self) -> Srgb8 {
        self.shown
    }

    /// The product's own blue, the default of both modes.
    #[must_use]
    pub fn product_blue() -> Self {
        Self { text: "#00B2E3".to_owned(), shown: Srgb8::hex(0x00_b2e3) }
    }
}

fn is_relative(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    RELATIVE_FUNCTIONS.iter().any(|function| text.contains(function))
        || RELATIVE_WORDS.contains(&text.as_str())
        || SYSTEM_COLOURS.contains(&text.as_str())
        || text.contains("currentcolor")
}

fn read(text: &str) -> Result<Srgb8, ColourRefusal> {
    let colour = csscolorparser::parse(text).map_err(|_| ColourRefusal::Unreadable)?;
    let channels = [colour.r, colour.g, colour.b, colour.a];
    // The parser takes "nan" and "inf" for numbers.
    if channels.iter().any(|channel| !channel.is_finite()) {
        return Err(ColourRefusal::Unreadable);
    }
    if colour.a < 1.0 {
        return Err(ColourRefusal::Translucent);
    }
    let [red, green, blue, _] = channels.map(|channel| eight_bits(f64::from(channel)));
    Ok(Srgb8::new(red, green, blue))
}

impl TryFrom<String> for PrimaryColour {
    type Error = ColourRefusal;

    fn try_from(text: String) -> Result<Self, ColourRefusal> {
        Self::parse(&text)
    }
}

impl From<PrimaryColour> for String {
    fn from(colour: PrimaryColour) -> Self {
        colour.text
    }
}
