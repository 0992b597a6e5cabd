//! `PUT /api/v1/connect-ui-settings`, by wire-protocol.md §8.
//!
//! Owns the shape. Must not know colours: which texts are colours is the theme module's part.

use serde_json::Value;

use super::field::{Field, boolean};
use super::issue::{Fault, Issue, Issues};
use super::object::{ObjectReader, Read, read};
use super::text::Length;

/// The mode of a page where its address names none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DefaultTheme {
    /// Always light.
    Light,
    /// Always dark.
    Dark,
    /// As the device says.
    System,
}

const THEMES: [(&str, DefaultTheme); 3] =
    [("light", DefaultTheme::Light), ("dark", DefaultTheme::Dark), ("system", DefaultTheme::System)];

/// The whole settings, colours still as texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UiSettings {
    /// Primary colour in light mode.
    pub light_primary: String,
    /// Primary colour in dark mode.
    pub dark_primary: String,
    /// The mode where nothing else is asked for.
    pub default_theme: DefaultTheme,
    /// Whether the badge is shown.
    pub show_watermark: bool,
}

impl UiSettings {
    /// Reads the body.
    pub fn read(body: Option<&Value>) -> Result<Self, Issues> {
        read(body, |field| field.strict_object(Self::from_object))
    }

    fn from_object(object: &mut ObjectReader<'_, '_>) -> Read<Self> {
        let theme = object.required("theme", |field| {
            field.strict_object(|theme| {
                let light = theme.required("light", primary);
                let dark = theme.required("dark", primary);
                Ok((light?, dark?))
            })
        });
        let default_theme = object.required("defaultTheme", |field| field.choice(&THEMES));
        let show_watermark = object.required("showWatermark", boolean);
        let (light_primary, dark_primary) = theme?;
        Ok(Self {
            light_primary,
            dark_primary,
            default_theme: default_theme?,
            show_watermark: show_watermark?,
        })
    }

    /// The issue for a text that is no colour, in light or in dark.
    #[must_use]
    pub fn bad_colour(mode: &str, message: &str) -> Issue {
        Fault::custom(message).at(["theme", mode, "primary"])
    }
}

fn primary(field: Field<'_, '_>) -> Read<String> {
    field.strict_object(|palette| palette.required("primary", |field| field.sized(Length::ANY)))
}
