//! Takes indentation, empty lines and comment lines out of a style sheet or script, while compiling.
//!
//! A comment must stand on lines of its own, from `/*` to `*/` or after `//`; nothing inside a line is touched.

/// The compacted bytes in an array of the source's size, and how many of them count.
pub(super) const fn compact<const N: usize>(source: &str) -> ([u8; N], usize) {
    let bytes = source.as_bytes();
    let mut out = [0; N];
    let (mut length, mut at) = (0, 0);
    while at < bytes.len() {
        at = skip_blank(bytes, at);
        if starts(bytes, at, *b"/*") {
            at = after(bytes, at, *b"*/");
        } else if starts(bytes, at, *b"//") {
            at = end_of_line(bytes, at);
        } else {
            let end = end_of_line(bytes, at);
            while at < end {
                out[length] = bytes[at];
                length += 1;
                at += 1;
            }
        }
    }
    (out, length)
}

/// The text of a compacted source.
pub(super) const fn text<const N: usize>(compacted: &'static ([u8; N], usize)) -> &'static str {
    // Whole lines were taken from UTF-8, so this is UTF-8.
    match std::str::from_utf8(compacted.0.split_at(compacted.1).0) {
        Ok(text) => text,
        Err(_) => "",
    }
}

const fn skip_blank(bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len() && bytes[at].is_ascii_whitespace() {
        at += 1;
    }
    at
}

const fn starts(bytes: &[u8], at: usize, mark: [u8; 2]) -> bool {
    at + 1 < bytes.len() && bytes[at] == mark[0] && bytes[at + 1] == mark[1]
}

const fn after(bytes: &[u8], mut at: usize, mark: [u8; 2]) -> usize {
    while at < bytes.len() && !starts(bytes, at, mark) {
        at += 1;
    }
    if at < bytes.len() { at + 2 } else { at }
}

/// The position after the line's end.
const fn end_of_line(bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len() {
        at += 1;
        if bytes[at - 1] == b'\n' {
            break;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::{compact, text};

    const SOURCE: &str = "/* a\n b */\n.x {\n  color: red;\n}\n\n// c\n  let y = 'ä // kept'\n";
    static COMPACT: ([u8; SOURCE.len()], usize) = compact(SOURCE);

    #[test]
    fn only_comments_and_indentation_go() {
        assert_eq!(text(&COMPACT), ".x {\ncolor: red;\n}\nlet y = 'ä // kept'\n");
    }
}
