//! Keys and certificates: their line breaks.

/// The text with real, plain line breaks and no blanks around it, and whether breaks had been spelled out as `\n`.
pub(super) fn with_real_breaks(text: &str) -> (String, bool) {
    let plain = text.replace("\r\n", "\n").replace('\r', "\n");
    let is_pem = plain.contains("-----BEGIN ");
    let spelled = is_pem && plain.contains("\\n");
    let plain = if spelled { plain.replace("\\r\\n", "\n").replace("\\n", "\n") } else { plain };
    (plain.trim().to_owned(), spelled)
}

/// The text with its line breaks spelled out as `\n`.
pub(super) fn with_spelled_breaks(text: &str) -> String {
    text.replace('\n', "\\n")
}
