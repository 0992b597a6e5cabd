//! The OKLCH colour space (Björn Ottosson's Oklab in polar form), in which lightness, chroma and hue can be
//! moved one by one as the eye sees them. Owns the conversion; must not know why a colour is moved.

use super::{Srgb8, contrast::linear};

/// A colour by lightness (0 to 1), chroma (0 to about 0.32 in sRGB) and hue (degrees).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Oklch {
    /// 0 is black, 1 is white.
    pub lightness: f64,
    /// 0 is grey.
    pub chroma: f64,
    /// Degrees; without meaning where chroma is 0.
    pub hue: f64,
}

impl Oklch {
    /// A colour by its three coordinates.
    #[must_use]
    pub const fn new(lightness: f64, chroma: f64, hue: f64) -> Self {
        Self { lightness, chroma, hue }
    }

    /// The coordinates of a shown colour.
    #[must_use]
    pub fn of(colour: Srgb8) -> Self {
        let [red, green, blue] = linear(colour);
        let long = (0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue).cbrt();
        let medium = (0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue).cbrt();
        let short = (0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue).cbrt();
        let lightness = 0.210_454_255_3 * long + 0.793_617_785_0 * medium - 0.004_072_046_8 * short;
        // The matrices leave a trace of chroma on greys, and with it a hue of pure noise.
        if colour.is_grey() {
            return Self::new(lightness, 0.0, 0.0);
        }
        let green_red = 1.977_998_495_1 * long - 2.428_592_205_0 * medium + 0.450_593_709_9 * short;
        let blue_yellow = 0.025_904_037_1 * long + 0.782_771_766_2 * medium - 0.808_675_766_0 * short;
        let hue = blue_yellow.atan2(green_red).to_degrees().rem_euclid(360.0);
        Self::new(lightness, green_red.hypot(blue_yellow), hue)
    }

    /// The nearest shown colour of the same lightness and hue: where a screen cannot show the chroma, the most
    /// that it can.
    #[must_use]
    pub fn shown(self) -> Srgb8 {
        let direction = self.hue.to_radians().sin_cos();
        let whole = linear_light(self.lightness, self.chroma, direction);
        if is_showable(whole) {
            return quantised(whole);
        }
        let (mut fits, mut exceeds) = (0.0, self.chroma);
        for _ in 0..12 {
            let middle = f64::midpoint(fits, exceeds);
            if is_showable(linear_light(self.lightness, middle, direction)) {
                fits = middle;
            } else {
                exceeds = middle;
            }
        }
        quantised(linear_light(self.lightness, fits, direction))
    }

    /// How far two hues lie apart, 0 to 180 degrees.
    #[must_use]
    pub fn hue_distance(self, other: Self) -> f64 {
        let apart = (self.hue - other.hue).rem_euclid(360.0);
        apart.min(360.0 - apart)
    }
}

/// Linear light of the three channels; outside of 0 to 1 where no screen shows it.
fn linear_light(lightness: f64, chroma: f64, (sine, cosine): (f64, f64)) -> [f64; 3] {
    let (green_red, blue_yellow) = (chroma * cosine, chroma * sine);
    let long = lightness + 0.396_337_777_4 * green_red + 0.215_803_757_3 * blue_yellow;
    let medium = lightness - 0.105_561_345_8 * green_red - 0.063_854_172_8 * blue_yellow;
    let short = lightness - 0.089_484_177_5 * green_red - 1.291_485_548_0 * blue_yellow;
    let (long, medium, short) = (long * long * long, medium * medium * medium, short * short * short);
    [
        4.076_741_662_1 * long - 3.307_711_591_3 * medium + 0.230_969_929_2 * short,
        -1.268_438_004_6 * long + 2.609_757_401_1 * medium - 0.341_319_396_5 * short,
        -0.004_196_086_3 * long - 0.703_418_614_7 * medium + 1.707_614_701_0 * short,
    ]
}

fn is_showable([red, green, blue]: [f64; 3]) -> bool {
    let within = |light: f64| (-0.000_1..=1.000_1).contains(&light);
    within(red) && within(green) && within(blue)
}

fn quantised([red, green, blue]: [f64; 3]) -> Srgb8 {
    Srgb8::new(channel(red), channel(green), channel(blue))
}

fn channel(light: f64) -> u8 {
    let light = light.clamp(0.0, 1.0);
    let value = if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
    eight_bits(value)
}

/// A value of 0 to 1 as the nearest of 256 steps; clipped where it lies outside.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0 to 255 before")]
pub(super) fn eight_bits(value: f64) -> u8 {
    (value.clamp(0.0, 1.0) * 255.0).round() as u8
}
