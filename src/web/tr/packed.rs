//! The texts of `locales/`, as `build.rs` packed them: a language is unpacked when somebody first reads it.

use super::Language;

include!(concat!(env!("OUT_DIR"), "/locales.rs"));

/// All texts of a language; nothing where they cannot be unpacked.
pub(super) fn texts(language: Language) -> String {
    let packed = language.packed().unwrap_or_default();
    let unpacked = miniz_oxide::inflate::decompress_to_vec(packed).unwrap_or_default();
    String::from_utf8(unpacked).unwrap_or_default()
}
