//! What is derived from the primary colour itself. Owns how it is made readable: the fill stays as entered, so
//! its text, its outline and the colours drawn as lines or letters give way. Must not know the proof's rules.

use super::contrast::{luminance, ratio};
use super::fill::{GRAPHIC, away_from_ground, bearing, on_fill, soft, stands_out};
use super::neutral::{Neutral, colourfulness};
use super::palette::{Toward, move_until};
use super::seeds::Seeds;
use super::status::Statuses;
use super::{Mode, Oklch, Srgb8};

/// The brand's colours, and the ring that follows from them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Brand {
    pub solid: Srgb8,
    pub hover: Srgb8,
    pub active: Srgb8,
    pub on_solid: Srgb8,
    pub soft: Srgb8,
    pub on_soft: Srgb8,
    pub link: Srgb8,
    pub focus_inner: Srgb8,
    pub focus_outer: Srgb8,
    /// A line round the fill, where the fill alone does not stand out.
    pub outline: Option<Srgb8>,
}

impl Brand {
    pub fn of(seeds: &Seeds, neutral: &Neutral, statuses: &Statuses) -> Self {
        let (mode, text) = (seeds.mode, seeds.contrast.text());
        // At 4.5:1 this is the colour entered, whatever it is.
        let solid = bearing(seeds.brand, text);
        let coordinates = Oklch::of(solid);
        let on_solid = on_fill(solid, text);
        let (hover, active) = (pressed(coordinates, on_solid, 0.045), pressed(coordinates, on_solid, 0.085));
        let soft = soft(coordinates, mode);
        let away = away_from_ground(mode);
        let grounds = neutral.grounds();
        let [page, surface, raised, sunken] = grounds;
        let written = [page, surface, raised, sunken, luminance(soft)];
        let focus_inner = match mode {
            Mode::Light => Srgb8::WHITE,
            Mode::Dark => neutral.page,
        };
        let fills = [solid, hover, active];
        Self {
            solid,
            hover,
            active,
            on_solid,
            soft,
            on_soft: letters(seeds.brand, away, &written, text),
            link: letters(seeds.accent, away, &written, text),
            focus_inner,
            focus_outer: focus_outer(seeds.accent, away, &written, focus_inner, &fills, statuses),
            outline: outline(solid, away, &grounds, &fills),
        }
    }
}

/// Links and text on a soft ground. A colour that reads stays.
fn letters(colour: Srgb8, away: Toward, grounds: &[f64], text: f64) -> Srgb8 {
    if stands_out(colour, grounds, text) {
        return colour;
    }
    let least = emphasised(text, colour);
    move_until(colour, away, |colour| stands_out(colour, grounds, least))
}

/// A grey brand has no hue to be told by, so what is moved has to be told from muted text by its strength.
fn emphasised(least: f64, brand: Srgb8) -> f64 {
    least + 4.5 * (1.0 - colourfulness(Oklch::of(brand)))
}

/// A fill under the pointer moves away from its text, save where so little room is left that nobody would see
/// it move.
fn pressed(solid: Oklch, on_solid: Srgb8, by: f64) -> Srgb8 {
    let lighter = if on_solid == Srgb8::WHITE { solid.lightness < 0.3 } else { solid.lightness < 0.85 };
    let lightness = if lighter { solid.lightness + by } else { solid.lightness - by };
    Oklch { lightness, ..solid }.shown()
}

/// The outer line shows on every plain ground and against the inner line; on a fill it shows where the inner
/// line does not.
fn focus_outer(
    colour: Srgb8,
    away: Toward,
    grounds: &[f64],
    inner: Srgb8,
    fills: &[Srgb8],
    statuses: &Statuses,
) -> Srgb8 {
    let mut plain: Vec<f64> = statuses.roles().map(|role| luminance(role.soft)).into();
    plain.extend_from_slice(grounds);
    plain.push(luminance(inner));
    let hidden = |fill: &&Srgb8| ratio(inner, **fill) < GRAPHIC;
    let fills: Vec<f64> = fills.iter().filter(hidden).map(|fill| luminance(*fill)).collect();
    let shows = |colour, least| stands_out(colour, &plain, least) && stands_out(colour, &fills, GRAPHIC);
    if shows(colour, GRAPHIC) {
        return colour;
    }
    let least = emphasised(GRAPHIC, colour);
    move_until(colour, away, |colour| shows(colour, least))
}

fn outline(solid: Srgb8, away: Toward, grounds: &[f64], fills: &[Srgb8]) -> Option<Srgb8> {
    let visible = fills.iter().all(|fill| stands_out(*fill, grounds, GRAPHIC));
    (!visible).then(|| move_until(solid, away, |colour| stands_out(colour, grounds, GRAPHIC)))
}
