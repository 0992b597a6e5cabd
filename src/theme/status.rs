//! The status colours: ours, because red has to mean the same on every customer's page, unless somebody sets them.
//! Owns our values, and how a role is derived from one colour.

use super::contrast::{luminance, ratio};
use super::fill::{GRAPHIC, away_from_ground, bears_text, on_fill, soft, stands_out};
use super::palette::move_until;
use super::seeds::Seeds;
use super::{Mode, Oklch, Srgb8};

/// The five colours of one status.
#[derive(Clone, Copy, Debug)]
pub(super) struct Role {
    pub solid: Srgb8,
    pub on_solid: Srgb8,
    pub soft: Srgb8,
    pub on_soft: Srgb8,
    pub border: Srgb8,
}

impl Role {
    const fn new(solid: u32, on_solid: u32, soft: u32, on_soft: u32, border: u32) -> Self {
        Self {
            solid: Srgb8::hex(solid),
            on_solid: Srgb8::hex(on_solid),
            soft: Srgb8::hex(soft),
            on_soft: Srgb8::hex(on_soft),
            border: Srgb8::hex(border),
        }
    }

    /// The role of a colour that somebody set; else ours where it reads, else what ours gives.
    fn settled(self, entered: Option<Srgb8>, seeds: &Seeds, grounds: &[f64; 4]) -> Self {
        match entered {
            Some(colour) => Self::derived(colour, seeds, grounds),
            None if self.reads(seeds.contrast.text(), grounds) => self,
            None => Self::derived(self.solid, seeds, grounds),
        }
    }

    fn reads(&self, text: f64, grounds: &[f64; 4]) -> bool {
        let written = with(grounds, self.soft);
        ratio(self.on_solid, self.solid) >= text
            && stands_out(self.on_soft, &written, text)
            && stands_out(self.solid, &written, GRAPHIC)
            && stands_out(self.border, &written, GRAPHIC)
    }

    /// Fill, line and letters move in lightness alone until they show.
    fn derived(entered: Srgb8, seeds: &Seeds, grounds: &[f64; 4]) -> Self {
        let (away, text) = (away_from_ground(seeds.mode), seeds.contrast.text());
        let soft = soft(Oklch::of(entered), seeds.mode);
        let written = with(grounds, soft);
        let shows = |colour| stands_out(colour, &written, GRAPHIC);
        let solid = move_until(entered, away, |colour| shows(colour) && bears_text(colour, text));
        Self {
            solid,
            on_solid: on_fill(solid, text),
            soft,
            on_soft: move_until(entered, away, |colour| stands_out(colour, &written, text)),
            border: move_until(entered, away, shows),
        }
    }
}

fn with([page, surface, raised, sunken]: &[f64; 4], soft: Srgb8) -> [f64; 5] {
    [*page, *surface, *raised, *sunken, luminance(soft)]
}

/// The four statuses of one mode.
#[derive(Clone, Copy, Debug)]
pub(super) struct Statuses {
    pub danger: Role,
    pub success: Role,
    pub warning: Role,
    pub info: Role,
}

const LIGHT: Statuses = Statuses {
    danger: Role::new(0x00c4_262e, 0x00ff_ffff, 0x00fd_eeee, 0x00a3_1b23, 0x00d2_4e54),
    success: Role::new(0x001a_7f47, 0x00ff_ffff, 0x00e9_f6ee, 0x0012_653a, 0x002c_8f5a),
    warning: Role::new(0x00a8_4e06, 0x00ff_ffff, 0x00fd_f3e3, 0x0083_4104, 0x00b8_721a),
    info: Role::new(0x001f_66c7, 0x00ff_ffff, 0x00eb_f2fd, 0x0017_4f9e, 0x0043_80d4),
};

const DARK: Statuses = Statuses {
    danger: Role::new(0x00ff_6b70, 0x002a_0507, 0x0034_1719, 0x00ff_a0a3, 0x00d6_5c61),
    success: Role::new(0x0046_c37e, 0x0004_200f, 0x0010_3020, 0x007f_dca6, 0x003a_9a66),
    warning: Role::new(0x00f0_b03f, 0x0026_1700, 0x0035_260b, 0x00f4_c878, 0x00b0_802a),
    info: Role::new(0x006a_a8f7, 0x0004_172e, 0x0014_294a, 0x00a3_c8fb, 0x0050_88d0),
};

impl Statuses {
    pub fn of(seeds: &Seeds, grounds: &[f64; 4]) -> Self {
        let ours = match seeds.mode {
            Mode::Light => LIGHT,
            Mode::Dark => DARK,
        };
        Self {
            danger: ours.danger.settled(seeds.danger, seeds, grounds),
            success: ours.success.settled(seeds.success, seeds, grounds),
            warning: ours.warning.settled(seeds.warning, seeds, grounds),
            info: ours.info.settled(None, seeds, grounds),
        }
    }

    pub const fn roles(&self) -> [&Role; 4] {
        [&self.danger, &self.success, &self.warning, &self.info]
    }
}
