//! What people may see of an answer's body: short, and without anything that looks like a token or an address.

use secrecy::{ExposeSecret as _, SecretString};

const LONGEST: usize = 300;
const MASK: &str = "[…]";

/// Shortens a body to a line and masks what must not be shown: the secrets that were sent, texts that look like
/// tokens, and e-mail addresses.
#[must_use]
pub fn redact(body: &[u8], sent: &[&SecretString]) -> String {
    let mut text = String::from_utf8_lossy(body).into_owned();
    for secret in sent.iter().map(|secret| secret.expose_secret()).filter(|secret| secret.len() >= 4) {
        text = text.replace(secret, MASK);
    }
    let words: Vec<String> =
        text.split(|c: char| c.is_whitespace() || c.is_control()).map(mask_word).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).filter(|word| !word.is_empty()).collect();
    shorten(&mask_after_scheme(&words).join(" "))
}

/// Masks the pieces of a word between the signs that JSON, HTML and URLs put around values.
fn mask_word(word: &str) -> String {
    let is_sign = |c: char| "\"'<>(){}[],;&?=`\\:".contains(c);
    let mut masked = String::new();
    for piece in word.split_inclusive(is_sign) {
        let bare = piece.trim_end_matches(is_sign);
        masked.push_str(if is_personal(bare) || is_token_like(bare) { MASK } else { bare });
        masked.push_str(&piece[bare.len()..]);
    }
    masked
}

/// `Bearer` and `Basic` announce a credential, short as it may be; plain words after them are sentences.
fn mask_after_scheme<'t>(words: &[&'t str]) -> Vec<&'t str> {
    let announces =
        |word: &str| ["bearer", "basic"].iter().any(|scheme| word.to_ascii_lowercase().ends_with(scheme));
    let mut after_scheme = false;
    let mut masked = Vec::with_capacity(words.len());
    for word in words {
        let is_value =
            after_scheme && word.chars().skip(1).any(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
        masked.push(if is_value { MASK } else { word });
        after_scheme = announces(word);
    }
    masked
}

fn is_personal(piece: &str) -> bool {
    let digits = piece.chars().filter(char::is_ascii_digit).count();
    let is_phone = digits >= 7 && piece.chars().all(|c| c.is_ascii_digit() || "+-./".contains(c));
    is_phone || piece.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty())
}

/// Long and mixed, or very long: no word of a sentence.
fn is_token_like(piece: &str) -> bool {
    let is_token = piece.chars().all(|c| c.is_ascii_alphanumeric() || "-_.~+/%|$*!".contains(c));
    let has_digit = piece.contains(|c: char| c.is_ascii_digit());
    let has_letter = piece.contains(|c: char| c.is_ascii_alphabetic());
    is_token && (piece.len() >= 32 || piece.len() >= 12 && has_digit && has_letter)
}

fn shorten(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
