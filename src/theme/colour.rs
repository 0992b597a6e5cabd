//! A colour as a screen shows it. Owns nothing else.

use std::fmt;

/// An opaque sRGB colour of eight bits a channel: what is shown, hence what is proven.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Srgb8 {
    /// Red.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
}

impl Srgb8 {
    /// White.
    pub const WHITE: Self = Self::hex(0xff_ffff);
    /// Black; only where nothing softer reads.
    pub const BLACK: Self = Self::hex(0);

    /// A colour from its three channels.
    #[must_use]
    pub const fn new(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }

    /// A colour from `0xrrggbb`; anything above is ignored.
    #[must_use]
    pub const fn hex(rgb: u32) -> Self {
        let [_, red, green, blue] = rgb.to_be_bytes();
        Self { red, green, blue }
    }

    /// Whether the three channels are equal, so that there is no hue.
    #[must_use]
    pub const fn is_grey(self) -> bool {
        self.red == self.green && self.green == self.blue
    }

    /// What is seen when `self` lies over `under` at `alpha` of 255.
    #[must_use]
    pub fn over(self, under: Self, alpha: u8) -> Self {
        let mix = |top: u8, bottom: u8| {
            let sum = u32::from(top) * u32::from(alpha) + u32::from(bottom) * u32::from(255 - alpha);
            u8::try_from((sum + 127) / 255).unwrap_or(u8::MAX)
        };
        Self::new(mix(self.red, under.red), mix(self.green, under.green), mix(self.blue, under.blue))
    }
}

impl fmt::Display for Srgb8 {
    /// `#rrggbb`, or `#rgb` where that says the same.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { red, green, blue } = *self;
        if [red, green, blue].iter().all(|channel| channel >> 4 == channel & 15) {
            write!(f, "#{:x}{:x}{:x}", red & 15, green & 15, blue & 15)
        } else {
            write!(f, "#{red:02x}{green:02x}{blue:02x}")
        }
    }
}
