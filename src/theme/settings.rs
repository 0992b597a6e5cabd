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

impl Mode {
    /// The key of the protocol.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
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
pub struct ModePalette<Colour = PrimaryColour> {
    /// The brand's colour.
    pub primary: Colour,
}

/// What both modes are derived from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Palettes<Colour = PrimaryColour> {
    /// For light pages.
    pub light: ModePalette<Colour>,
    /// For dark pages.
    pub dark: ModePalette<Colour>,
}

/// The settings, read and written as the protocol has them: every key present, none unknown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct ThemeSettings<Colour = PrimaryColour> {
    /// The colours.
    pub theme: Palettes<Colour>,
    /// The mode where a session or its address asks for none.
    pub default_theme: ModeChoice,
    /// Whether the badge is shown.
    pub show_watermark: bool,
}

/// Settings as somebody sends them: of the right shape, but the colours may still be any text.
pub type ThemeDraft = ThemeSettings<String>;

impl<Colour> ThemeSettings<Colour> {
    /// Settings from their four values.
    pub const fn new(light: Colour, dark: Colour, default_theme: ModeChoice, show_watermark: bool) -> Self {
        let theme = Palettes { light: ModePalette { primary: light }, dark: ModePalette { primary: dark } };
        Self { theme, default_theme, show_watermark }
    }

    /// The primary colour of a mode.
    #[must_use]
    pub const fn primary(&self, mode: Mode) -> &Colour {
        match mode {
            Mode::Light => &self.theme.light.primary,
            Mode::Dark => &self.theme.dark.primary,
        }
    }
}

impl Default for ThemeSettings {
    fn default() -> Self {
        Self::new(PrimaryColour::product_blue(), PrimaryColour::product_blue(), ModeChoice::System, true)
    }
}

/// Why a draft cannot be taken: each refused colour; at least one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.iter().map(|(mode, refusal)| format!("{}: {refusal}", mode.as_str())).collect::<Vec<_>>().join("; "))]
pub struct DraftRefusals(Vec<(Mode, ColourRefusal)>);

impl DraftRefusals {
    /// Each refused colour's mode and reason, light first.
    #[must_use]
    pub fn all(&self) -> &[(Mode, ColourRefusal)] {
        &self.0
    }

    /// What is wrong with one mode's colour.
    #[must_use]
    pub fn of(&self, mode: Mode) -> Option<ColourRefusal> {
        self.0.iter().find(|(refused, _)| *refused == mode).map(|(_, refusal)| *refusal)
    }
}

impl ThemeDraft {
    /// The settings, or every colour's refusal at once.
    pub fn check(&self) -> Result<ThemeSettings, DraftRefusals> {
        let colour = |mode| PrimaryColour::parse(self.primary(mode)).map_err(|refusal| (mode, refusal));
        match (colour(Mode::Light), colour(Mode::Dark)) {
            (Ok(light), Ok(dark)) => {
                Ok(ThemeSettings::new(light, dark, self.default_theme, self.show_watermark))
            }
            (light, dark) => Err(DraftRefusals(light.err().into_iter().chain(dark.err()).collect())),
        }
    }
}
