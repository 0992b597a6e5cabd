//! One colour in, a provably readable page out. Pure: settings in, style sheet out.
//!
//! Owns the settings' exact shape, which colours are accepted, how the semantic tokens are derived from one
//! primary colour, the rules they are proven by, and the style sheet that carries them. Must not know who
//! stores the settings, which page wears them, or anything of HTTP.

mod brand;
pub mod check;
mod colour;
mod contrast;
mod document;
pub mod file;
mod fill;
mod neutral;
mod oklch;
mod palette;
mod primary;
mod proof;
mod proof_words;
mod rules;
mod seeds;
mod settings;
mod shape;
mod status;
mod stylesheet;
mod tokens;
mod upload;

pub use colour::Srgb8;
pub use contrast::{luminance, ratio};
pub use document::{
    Backdrop, BorderStrength, CardShadow, CardWidth, Contrast, Density, Difference, DocumentFault, FileName,
    Font, FontScale, FontStack, Layer, Layers, Layout, Links, Logo, LogoAlign, Motion, NeutralTint, PerMode,
    PickerStyle, StatusColours, SupportEmail, ThemeDocument, WebLink,
};
pub use oklch::Oklch;
pub use primary::{ColourRefusal, PrimaryColour};
pub use proof::{Adjustment, Foreground, Ground, Host, ProofRow, Requirement, prove};
pub use settings::{DraftRefusals, Mode, ModeChoice, ModePalette, Palettes, ThemeDraft, ThemeSettings};
pub use shape::Shape;
pub use stylesheet::{Surface, sheet, stylesheet, tokens_json};
pub use tokens::{ColourToken, Tokens, derive, derive_document};
pub use upload::{CheckedFile, FileRefusal, MAX_FONT, MAX_ICON, MAX_LOGO, Purpose, Tones, check_file};
