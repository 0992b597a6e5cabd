//! How the card stands on its page, and which of its comforts it has. Owns their bounds; must not know how they are drawn.

use super::Backdrop;

/// The widest a card gets, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CardWidth(u16);

impl CardWidth {
    /// As designed.
    pub const USUAL: Self = Self(440);
    /// The narrowest.
    pub const LEAST: u16 = 360;
    /// The widest.
    pub const MOST: u16 = 640;

    /// Reads 360 to 640.
    #[must_use]
    pub fn parse(pixels: u64) -> Option<Self> {
        let pixels = u16::try_from(pixels).ok()?;
        (Self::LEAST..=Self::MOST).contains(&pixels).then_some(Self(pixels))
    }

    /// In pixels.
    #[must_use]
    pub const fn pixels(self) -> u16 {
        self.0
    }
}

/// How the card stands on its page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// Its width.
    pub width: Option<CardWidth>,
    /// What lies between it and somebody else's page.
    pub backdrop: Option<Backdrop>,
    /// Whether the cross is seen.
    pub close_button: Option<bool>,
    /// Whether what was typed into a secret's field can be shown.
    pub secret_reveal: Option<bool>,
}

impl Layout {
    /// What the product itself says.
    pub(super) const fn built_in() -> Self {
        Self {
            width: Some(CardWidth::USUAL),
            backdrop: Some(Backdrop::Dim),
            close_button: Some(true),
            secret_reveal: Some(true),
        }
    }

    /// This over another.
    pub(super) fn over(self, below: Self) -> Self {
        Self {
            width: self.width.or(below.width),
            backdrop: self.backdrop.or(below.backdrop),
            close_button: self.close_button.or(below.close_button),
            secret_reveal: self.secret_reveal.or(below.secret_reveal),
        }
    }
}
