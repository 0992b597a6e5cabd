//! The tokens that are no colours. Owns their values and how CSS writes them.

use super::{Mode, Srgb8};

/// How a card is lifted off its ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lift {
    /// A soft shadow of this ink.
    Shadow(Srgb8),
    /// A hairline: shadows cannot be seen on dark grounds.
    Hairline(Srgb8),
}

/// Radii, spacing, type and the card's shadow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    lift: Lift,
}

impl Shape {
    /// The names in the contract.
    pub const NAMES: [&'static str; 8] = [
        "radius.field",
        "radius.card",
        "radius.button",
        "space.unit",
        "font.family",
        "font.size.base",
        "font.weight.bold",
        "shadow.card",
    ];

    pub(super) const fn of(mode: Mode, ink: Srgb8, line: Srgb8) -> Self {
        let lift = match mode {
            Mode::Light => Lift::Shadow(ink),
            Mode::Dark => Lift::Hairline(line),
        };
        Self { lift }
    }

    /// Each token's name and its CSS value.
    #[must_use]
    pub fn values(&self) -> [(&'static str, String); 8] {
        let [field, card, button, space, family, size, bold, shadow] = Self::NAMES;
        [
            (field, "8px".to_owned()),
            (card, "12px".to_owned()),
            (button, "8px".to_owned()),
            (space, "4px".to_owned()),
            (family, "system-ui,-apple-system,Segoe UI,Roboto,Noto Sans,sans-serif".to_owned()),
            // Follows a reader who asked for larger text, and never makes a phone zoom into an input.
            (size, "max(16px,1rem)".to_owned()),
            (bold, "600".to_owned()),
            (shadow, self.shadow()),
        ]
    }

    fn shadow(&self) -> String {
        match self.lift {
            Lift::Shadow(ink) => {
                let Srgb8 { red, green, blue } = ink;
                let ink = format!("#{red:02x}{green:02x}{blue:02x}");
                format!("0 1px 2px {ink}14,0 12px 32px -8px {ink}29")
            }
            Lift::Hairline(line) => format!("0 0 0 1px {line}"),
        }
    }
}
