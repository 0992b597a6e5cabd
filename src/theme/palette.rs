//! Moving a brand colour to where it reads. Owns the promise that only lightness moves: hue stays within two
//! degrees and chroma never goes up, in the eight bits that are shown. Must not know what the colour is for.

use super::{Oklch, Srgb8};

/// How far a moved colour's hue may lie from the entered one, in degrees.
const HUE_TOLERANCE: f64 = 2.0;

/// Which way a colour is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Toward {
    /// Down to black.
    Black,
    /// Up to white.
    White,
}

impl Toward {
    const fn end(self) -> f64 {
        match self {
            Self::Black => 0.0,
            Self::White => 1.0,
        }
    }
}

/// The colour nearest to `entered` in lightness that `reads`. The end of the way (black or white) has to read.
pub(super) fn move_until(entered: Srgb8, toward: Toward, reads: impl Fn(Srgb8) -> bool) -> Srgb8 {
    if reads(entered) {
        return entered;
    }
    let origin = Oklch::of(entered);
    let nearest = nearest_lightness(origin, toward, &reads);
    faithful(origin, nearest, toward, &reads).unwrap_or_else(|| grey(nearest, toward, &reads))
}

/// Halves the way until the last lightness that reads is known to a thousandth.
fn nearest_lightness(origin: Oklch, toward: Toward, reads: &impl Fn(Srgb8) -> bool) -> f64 {
    let (mut fails, mut holds) = (origin.lightness, toward.end());
    for _ in 0..10 {
        let middle = f64::midpoint(fails, holds);
        if reads(Oklch { lightness: middle, ..origin }.shown()) {
            holds = middle;
        } else {
            fails = middle;
        }
    }
    holds
}

/// Rounding to eight bits turns the hue of dull and dark colours; looks around for a colour that keeps it.
fn faithful(origin: Oklch, nearest: f64, toward: Toward, reads: &impl Fn(Srgb8) -> bool) -> Option<Srgb8> {
    (0..10_u8).map(|step| along(nearest, toward, 0.003 * f64::from(step))).find_map(|lightness| {
        (0..8_u8)
            .map(|step| {
                Oklch::new(lightness, origin.chroma * (1.0 - 0.04 * f64::from(step)), origin.hue).shown()
            })
            .find(|shown| keeps(origin, *shown) && reads(*shown))
    })
}

fn keeps(origin: Oklch, shown: Srgb8) -> bool {
    let found = Oklch::of(shown);
    found.chroma <= origin.chroma && (shown.is_grey() || found.hue_distance(origin) <= HUE_TOLERANCE)
}

/// No hue at all is better than another hue: only colours that are nearly grey end here.
fn grey(nearest: f64, toward: Toward, reads: &impl Fn(Srgb8) -> bool) -> Srgb8 {
    (0..100_u8)
        .map(|step| Oklch::new(along(nearest, toward, 0.005 * f64::from(step)), 0.0, 0.0).shown())
        .find(|shown| reads(*shown))
        .unwrap_or(match toward {
            Toward::Black => Srgb8::BLACK,
            Toward::White => Srgb8::WHITE,
        })
}

fn along(lightness: f64, toward: Toward, by: f64) -> f64 {
    match toward {
        Toward::Black => (lightness - by).max(0.0),
        Toward::White => (lightness + by).min(1.0),
    }
}
