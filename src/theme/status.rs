//! The status colours: fixed, because red has to mean the same on every customer's page. Owns their values.

use super::{Mode, Srgb8};

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
    pub const fn of(mode: Mode) -> Self {
        match mode {
            Mode::Light => LIGHT,
            Mode::Dark => DARK,
        }
    }

    pub const fn roles(&self) -> [&Role; 4] {
        [&self.danger, &self.success, &self.warning, &self.info]
    }
}
