//! The settings of one environment's theme, in the exact shape of the protocol. Owns that shape and its
//! defaults; must not know where settings are stored or what is derived from them.

use serde::{Deserialize, Serialize};

use super::{ColourRefusal, PrimaryColour};

/// One of the two ways a page can look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// Dark text on light grounds.
    Light,
    /// Light text on dark grounds.
    Dark,
}

/// Which mode a page shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ModeChoice {
    /// Always light.
    Light,
    /// Always dark.
    Dark,
    /// What the device is set to, live.
    #[default]
    System,
}

impl ModeChoice {
    /// Reads `light`, `dark` or `system`; nothing else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Light, Self::Dark, Self::System].into_iter().find(|choice| choice.as_str() == text)
    }

    /// The word of the protocol.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::System => "system",
        }
    }
}

/// What one mode is derived from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModePalette {
    /// The brand's colour.
    pub primary: PrimaryColour,
}

/// What both modes are derived from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Palettes {
    /// For light pages.
    pub light: ModePalette,
    /// For dark pages.
    pub dark: ModePalette,
}

/// The settings, read and written as the protocol has them: every key present, none unknown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct ThemeSettings {
    /// The colours.
    pub theme: Palettes,
    /// The mode where a session or its address asks for none.
    pub default_theme: ModeChoice,
    /// Whether the badge is shown.
    pub show_watermark: bool,
}

impl ThemeSettings {
    /// The primary colour of a mode.
    #[must_use]
    pub const fn primary(&self, mode: Mode) -> &PrimaryColour {
        match mode {
            Mode::Light => &self.theme.light.primary,
            Mode::Dark => &self.theme.dark.primary,
        }
    }
}

impl Default for ThemeSettings {
    fn default() -> Self {
        let palette = ModePalette { primary: PrimaryColour::product_blue() };
        Self {
            theme: Palettes { light: palette.clone(), dark: palette },
            default_theme: ModeChoice::System,
            show_watermark: true,
        }
    }
}

/// Settings as typed into a form: the colours may still be anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeDraft {
    /// Text for the light primary colour.
    pub light: String,
    /// Text for the dark primary colour.
    pub dark: String,
    /// The mode to start in.
    pub default_theme: ModeChoice,
    /// Whether the badge is shown.
    pub show_watermark: bool,
}

/// What is wrong with a draft, field by field; at least one is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DraftRefusals {
    /// Of the light primary colour.
    pub light: Option<ColourRefusal>,
    /// Of the dark primary colour.
    pub dark: Option<ColourRefusal>,
}

impl ThemeDraft {
    /// The settings, or every colour's refusal at once.
    pub fn check(&self) -> Result<ThemeSettings, DraftRefusals> {
        match (PrimaryColour::parse(&self.light), PrimaryColour::parse(&self.dark)) {
            (Ok(light), Ok(dark)) => Ok(ThemeSettings {
                theme: Palettes {
                    light: ModePalette { primary: light },
                    dark: ModePalette { primary: dark },
                },
                default_theme: self.default_theme,
                show_watermark: self.show_watermark,
            }),
            (light, dark) => Err(DraftRefusals { light: light.err(), dark: dark.err() }),
        }
    }
}
