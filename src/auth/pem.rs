//! Keys and certificates as people paste them: on one line, with `\n` written out, with the breaks of any system.

use zeroize::Zeroizing;

/// One block of a PEM text: what it is, and its base64 without any breaks.
pub(super) struct Block {
    pub label: String,
    pub base64: Zeroizing<String>,
}

/// All blocks of a text.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let plain = Zeroizing::new(text.replace("\\r", "").replace("\\n", "\n"));
    let pieces = plain.split("-----BEGIN ").skip(1);
    let block = |piece: &str| {
        let (label, after) = piece.split_once("-----")?;
        let (body, _) = after.split_once("-----END")?;
        let base64 = Zeroizing::new(body.split_whitespace().collect::<String>());
        Some(Block { label: label.to_owned(), base64 })
    };
    pieces.filter_map(block).collect()
}

/// The text as RFC 7468 has it; bare base64 becomes a block of the given kind.
pub(super) fn wrapped(text: &str, label: &str) -> Zeroizing<String> {
    let mut blocks = blocks(text);
    if blocks.is_empty() {
        let plain = text.replace("\\n", "");
        let base64 = Zeroizing::new(plain.split_whitespace().collect::<String>());
        blocks.push(Block { label: label.to_owned(), base64 });
    }
    let mut pem = Zeroizing::new(String::new());
    for Block { label, base64 } in &blocks {
        for part in ["-----BEGIN ", label, "-----\n"] {
            pem.push_str(part);
        }
        for line in base64.as_bytes().chunks(64) {
            pem.push_str(&String::from_utf8_lossy(line));
            pem.push('\n');
        }
        for part in ["-----END ", label, "-----\n"] {
            pem.push_str(part);
        }
    }
    pem
}
