//! A coloured ground and what stands on it. Owns which text a fill bears, and which colours stand out from their
//! grounds; must not know whose colour it is.

use super::contrast::{luminance, luminance_ratio, ratio};
use super::neutral::ink;
use super::palette::{Toward, move_until};
use super::{Mode, Oklch, Srgb8};

/// The smallest ratio of what is no text but has to be seen.
pub(super) const GRAPHIC: f64 = 3.0;

/// Where a colour moves that does not stand out.
pub(super) const fn away_from_ground(mode: Mode) -> Toward {
    match mode {
        Mode::Light => Toward::Black,
        Mode::Dark => Toward::White,
    }
}

/// Whether a colour shows on all of these luminances.
pub(super) fn stands_out(colour: Srgb8, grounds: &[f64], least: f64) -> bool {
    let own = luminance(colour);
    grounds.iter().all(|ground| luminance_ratio(own, *ground) >= least)
}

/// White where it reads; else dark text, as dark as it has to be. One of black and white always reaches 4.58.
pub(super) fn on_fill(fill: Srgb8, least: f64) -> Srgb8 {
    if ratio(Srgb8::WHITE, fill) >= least {
        return Srgb8::WHITE;
    }
    move_until(ink(Oklch::of(fill)), Toward::Black, |text| ratio(text, fill) >= least)
}

/// Whether text of some colour reads on it. At 4.5:1 every colour bears text; at 7:1 those in the middle do not.
pub(super) fn bears_text(fill: Srgb8, least: f64) -> bool {
    ratio(Srgb8::WHITE, fill) >= least || ratio(Srgb8::BLACK, fill) >= least
}

/// The nearest fill that bears text.
pub(super) fn bearing(entered: Srgb8, least: f64) -> Srgb8 {
    let [darker, lighter] =
        [Toward::Black, Toward::White].map(|way| move_until(entered, way, |fill| bears_text(fill, least)));
    let distance = |colour| (Oklch::of(colour).lightness - Oklch::of(entered).lightness).abs();
    if distance(darker) <= distance(lighter) { darker } else { lighter }
}

/// A ground with a breath of the colour.
pub(super) fn soft(colour: Oklch, mode: Mode) -> Srgb8 {
    let (lightness, chroma) = match mode {
        Mode::Light => (0.955, (colour.chroma * 0.3).min(0.03)),
        Mode::Dark => (0.285, (colour.chroma * 0.35).min(0.045)),
    };
    Oklch::new(lightness, chroma, colour.hue).shown()
}
