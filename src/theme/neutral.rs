//! The neutral colours of each mode: designed by hand as lightness steps, tinted a little towards the brand.
//! Owns those steps; must not know the brand's own colours.

use super::contrast::{luminance, ratio};
use super::fill::{GRAPHIC, stands_out};
use super::palette::{Toward, move_until};
use super::seeds::Seeds;
use super::{Contrast, Mode, Oklch, Srgb8};

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
    pub fn of(seeds: &Seeds) -> Self {
        let designed = Self::designed(seeds.tint, seeds.mode);
        let readable = match seeds.contrast {
            Contrast::Aa => designed,
            Contrast::Aaa => designed.stronger(seeds.tint, seeds.mode),
        };
        match seeds.background {
            Some(entered) => readable.on_page(entered, seeds),
            None => readable,
        }
    }

    fn designed(tint: Oklch, mode: Mode) -> Self {
        let step = |lightness, chroma| step(tint, lightness, chroma);
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

    /// What is written reads at 7:1, on notices too.
    fn stronger(self, tint: Oklch, mode: Mode) -> Self {
        let (muted, placeholder) = match mode {
            Mode::Light => (0.4, 0.42),
            Mode::Dark => (0.815, 0.79),
        };
        Self { muted: step(tint, muted, 0.018), placeholder: step(tint, placeholder, 0.016), ..self }
    }

    /// The same on a page of another colour, which gives way in lightness until everything reads on it.
    fn on_page(self, entered: Srgb8, seeds: &Seeds) -> Self {
        let toward = match seeds.mode {
            Mode::Light => Toward::White,
            Mode::Dark => Toward::Black,
        };
        let written = [self.text, self.muted, self.placeholder].map(luminance);
        let drawn = [self.disabled, self.line_strong, self.line_field].map(luminance);
        let page = move_until(entered, toward, |page| {
            stands_out(page, &written, seeds.contrast.text())
                && stands_out(page, &drawn, GRAPHIC)
                && ratio(page, self.line) >= LINE
        });
        Self { page, ..self }
    }

    /// The luminances of what plain content stands on.
    pub fn grounds(&self) -> [f64; 4] {
        [self.page, self.surface, self.raised, self.sunken].map(luminance)
    }
}

/// How little a decorative line may show.
const LINE: f64 = 1.15;

fn step(tint: Oklch, lightness: f64, chroma: f64) -> Srgb8 {
    let share = colourfulness(tint) * coolness(tint.hue);
    Oklch::new(lightness, chroma * share, tint.hue).shown()
}

/// The dark text for light fills, before it is darkened further where a fill asks for it.
pub(super) fn ink(brand: Oklch) -> Srgb8 {
    step(brand, 0.23, 0.018)
}
