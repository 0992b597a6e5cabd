//! The neutral colours of each mode: designed by hand as lightness steps, tinted a little towards the brand.
//! Owns those steps; must not know the brand's own colours.

use super::{Mode, Oklch, Srgb8};

/// Grounds, texts and lines that carry no meaning of their own.
#[derive(Clone, Copy, Debug)]
pub(super) struct Neutral {
    pub page: Srgb8,
    pub surface: Srgb8,
    pub raised: Srgb8,
    pub sunken: Srgb8,
    pub backdrop: Srgb8,
    pub text: Srgb8,
    pub muted: Srgb8,
    pub placeholder: Srgb8,
    pub disabled: Srgb8,
    pub line: Srgb8,
    pub line_strong: Srgb8,
    pub line_field: Srgb8,
}

/// 0 for a grey brand, 1 for one with a colour to speak of.
pub(super) fn colourfulness(brand: Oklch) -> f64 {
    (brand.chroma / 0.08).min(1.0)
}

/// The same chroma that looks crisp in a blue grey looks muddy in a brown one: half as much at orange (70°).
fn coolness(hue: f64) -> f64 {
    0.75 - 0.25 * (hue - 70.0).to_radians().cos()
}

impl Neutral {
    pub fn of(brand: Oklch, mode: Mode) -> Self {
        let share = colourfulness(brand) * coolness(brand.hue);
        let step = |lightness, chroma| Oklch::new(lightness, chroma * share, brand.hue).shown();
        match mode {
            Mode::Light => Self {
                page: step(0.978, 0.004),
                surface: Srgb8::WHITE,
                raised: Srgb8::WHITE,
                sunken: step(0.962, 0.006),
                backdrop: step(0.2, 0.015),
                text: step(0.23, 0.018),
                muted: step(0.47, 0.018),
                placeholder: step(0.525, 0.016),
                disabled: step(0.625, 0.012),
                line: step(0.893, 0.008),
                line_strong: step(0.5, 0.016),
                line_field: step(0.615, 0.014),
            },
            // Higher lies lighter; the ground keeps a trace of the tint, so that it is never plain black.
            Mode::Dark => Self {
                page: step(0.178, 0.009),
                surface: step(0.212, 0.011),
                raised: step(0.25, 0.013),
                sunken: step(0.162, 0.008),
                backdrop: step(0.12, 0.008),
                text: step(0.945, 0.006),
                muted: step(0.755, 0.014),
                placeholder: step(0.665, 0.014),
                disabled: step(0.555, 0.012),
                line: step(0.325, 0.014),
                line_strong: step(0.66, 0.014),
                line_field: step(0.56, 0.016),
            },
        }
    }
}

/// The dark text for light fills, before it is darkened further where a fill asks for it.
pub(super) fn ink(brand: Oklch) -> Srgb8 {
    Neutral::of(brand, Mode::Light).text
}
