//! Characters that nobody sees.

/// Whether a character has no width and no meaning in a credential or an address.
pub(super) fn is_zero_width(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{00ad}' | '\u{202a}'..='\u{202e}')
}
