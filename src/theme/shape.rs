//! The tokens that are no colours. Owns their values and how CSS writes them.

use super::{BorderStrength, CardShadow, Density, Font, FontScale, FontStack, Mode, Srgb8, ThemeDocument};

/// How a card is lifted off its ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lift {
    /// A soft shadow of this ink.
    Shadow(Srgb8),
    /// A hairline: shadows cannot be seen on dark grounds.
    Hairline(Srgb8),
    /// Not at all: the ground alone tells them apart.
    Flat,
}

/// Radii, spacing, type and the card's shadow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    lift: Lift,
    radius: u8,
    density: Density,
    families: String,
    scale: FontScale,
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

    pub(super) fn of(mode: Mode, ink: Srgb8, line: Srgb8, document: &ThemeDocument) -> Self {
        let lift = match (mode, document.shadow, document.border) {
            (Mode::Light, Some(CardShadow::Soft) | None, _) => Lift::Shadow(ink),
            (.., Some(BorderStrength::None)) => Lift::Flat,
            _ => Lift::Hairline(line),
        };
        Self {
            lift,
            radius: document.radius.unwrap_or(8),
            density: document.density.unwrap_or(Density::Normal),
            families: families(document.font.as_ref()),
            scale: document.font_scale.unwrap_or(FontScale::USUAL),
        }
    }

    /// Each token's name and its CSS value.
    #[must_use]
    pub fn values(&self) -> [(&'static str, String); 8] {
        let [field, card, button, space, family, size, bold, shadow] = Self::NAMES;
        let radius = self.radius;
        [
            (field, format!("{radius}px")),
            (card, format!("{}px", u16::from(radius) * 3 / 2)),
            (button, format!("{radius}px")),
            (space, self.unit().to_owned()),
            (family, self.families.clone()),
            (size, self.size()),
            (bold, "600".to_owned()),
            (shadow, self.shadow()),
        ]
    }

    const fn unit(&self) -> &'static str {
        match self.density {
            Density::Compact => "3.5px",
            Density::Normal => "4px",
            Density::Roomy => "4.5px",
        }
    }

    /// Follows a reader who asked for larger text. Inputs stay at 16 px or more by the base sheet, so that no phone
    /// zooms into them.
    fn size(&self) -> String {
        if self.scale == FontScale::USUAL {
            return "max(16px,1rem)".to_owned();
        }
        format!("calc(max(16px,1rem)*{})", self.scale.factor())
    }

    fn shadow(&self) -> String {
        match self.lift {
            Lift::Shadow(ink) => {
                let Srgb8 { red, green, blue } = ink;
                let ink = format!("#{red:02x}{green:02x}{blue:02x}");
                format!("0 1px 2px {ink}14,0 12px 32px -8px {ink}29")
            }
            Lift::Hairline(line) => format!("0 0 0 1px {line}"),
            Lift::Flat => "none".to_owned(),
        }
    }
}

/// The name under which an uploaded font is known to the page.
pub(super) const UPLOADED_FAMILY: &str = "connect-ui-theme";

fn families(font: Option<&Font>) -> String {
    match font {
        Some(Font::Uploaded(_)) => format!("{UPLOADED_FAMILY},{}", FontStack::System.families()),
        Some(Font::Stack(stack)) => stack.families().to_owned(),
        None => FontStack::System.families().to_owned(),
    }
}
