//! How light a logo is, as shares of its visible area: what decides whether it would vanish on a ground.

use serde::{Deserialize, Serialize};

use crate::theme::{Srgb8, contrast::luminance_ratio, luminance};

/// Steps from black to white.
const STEPS: usize = 32;

/// A histogram of luminances; shares add up to one, or to nothing where nobody measured.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tones(Vec<f64>);

impl Tones {
    /// From colours and their weight.
    pub(super) fn of(colours: impl IntoIterator<Item = (Srgb8, f64)>) -> Self {
        let mut shares = vec![0.0; STEPS];
        let mut sum = 0.0;
        for (colour, weight) in colours {
            // The root spreads dark tones, of which the eye tells many apart.
            let step = luminance(colour).sqrt() * 31.0;
            let index = (0..STEPS).find(|index| f64::from(u8::try_from(*index).unwrap_or(31)) + 0.5 >= step);
            shares[index.unwrap_or(STEPS - 1)] += weight;
            sum += weight;
        }
        if sum <= 0.0 {
            return Self::default();
        }
        Self(shares.into_iter().map(|share| share / sum).collect())
    }

    /// Reads what is stored; what cannot be read was not measured.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// The share that stands out from a ground by 2:1 or more.
    #[must_use]
    pub fn visible_on(&self, ground: Srgb8) -> f64 {
        let ground = luminance(ground);
        let stands_out = |index: usize| {
            let root = f64::from(u8::try_from(index).unwrap_or(31)) / 31.0;
            luminance_ratio(root * root, ground) >= 2.0
        };
        self.0.iter().enumerate().filter(|(index, _)| stands_out(*index)).map(|(_, share)| share).sum()
    }

    /// Whether most of it would vanish on a ground.
    #[must_use]
    pub fn vanishes_on(&self, ground: Srgb8) -> bool {
        !self.0.is_empty() && self.visible_on(ground) < 0.4
    }
}
