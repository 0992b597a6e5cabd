//! WCAG 2.x contrast. Owns the formula; must not know which pairs matter.

use std::sync::LazyLock;

use super::Srgb8;

/// Channel value to linear light. A table, because a theme asks for it thousands of times.
static LINEAR: LazyLock<[f64; 256]> = LazyLock::new(|| {
    let mut table = [0.0; 256];
    for (channel, linear) in (0_u8..=255).zip(&mut table) {
        let value = f64::from(channel) / 255.0;
        *linear = if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) };
    }
    table
});

/// The three channels in linear light, 0 to 1.
pub(super) fn linear(colour: Srgb8) -> [f64; 3] {
    let table = &*LINEAR;
    [table[usize::from(colour.red)], table[usize::from(colour.green)], table[usize::from(colour.blue)]]
}

/// Relative luminance, 0 (black) to 1 (white).
#[must_use]
pub fn luminance(colour: Srgb8) -> f64 {
    let [red, green, blue] = linear(colour);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// The contrast ratio of two colours, 1 to 21, whichever is the lighter.
#[must_use]
pub fn ratio(one: Srgb8, other: Srgb8) -> f64 {
    luminance_ratio(luminance(one), luminance(other))
}

/// The contrast ratio of two relative luminances.
pub(super) fn luminance_ratio(one: f64, other: f64) -> f64 {
    let (light, dark) = if one > other { (one, other) } else { (other, one) };
    (light + 0.05) / (dark + 0.05)
}
