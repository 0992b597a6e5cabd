//! What one mode's tokens are derived from. Owns which seed stands in for one that is not set; must not know what is
//! derived.

use super::{Contrast, Mode, NeutralTint, Oklch, PrimaryColour, Srgb8, ThemeDocument};

/// The seeds of one mode.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seeds {
    pub mode: Mode,
    pub contrast: Contrast,
    pub brand: Srgb8,
    /// The colour of links and focus.
    pub accent: Srgb8,
    /// What greys are tinted with.
    pub tint: Oklch,
    pub background: Option<Srgb8>,
    pub danger: Option<Srgb8>,
    pub success: Option<Srgb8>,
    pub warning: Option<Srgb8>,
}

impl Seeds {
    /// The brand's colour alone.
    pub fn of_brand(brand: Srgb8, mode: Mode) -> Self {
        Self {
            mode,
            contrast: Contrast::Aa,
            brand,
            accent: brand,
            tint: Oklch::of(brand),
            background: None,
            danger: None,
            success: None,
            warning: None,
        }
    }

    /// What a theme sets; what it does not set is as the product has it.
    pub fn of(document: &ThemeDocument, mode: Mode) -> Self {
        let shown = |colour: &Option<PrimaryColour>| colour.as_ref().map(PrimaryColour::shown);
        let brand = shown(document.brand.of(mode)).unwrap_or(Srgb8::hex(0x00_b2e3));
        let tint = match &document.neutral {
            Some(NeutralTint::Colour(colour)) => colour.shown(),
            Some(NeutralTint::Brand) | None => brand,
        };
        Self {
            contrast: document.contrast.unwrap_or(Contrast::Aa),
            accent: shown(document.accent.of(mode)).unwrap_or(brand),
            tint: Oklch::of(tint),
            background: shown(document.background.of(mode)),
            danger: shown(document.status.danger.of(mode)),
            success: shown(document.status.success.of(mode)),
            warning: shown(document.status.warning.of(mode)),
            ..Self::of_brand(brand, mode)
        }
    }
}
