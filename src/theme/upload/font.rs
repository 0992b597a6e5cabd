//! WOFF2 as far as its head goes: signature, lengths, and the table directory. The browser's own sanitizer reads the
//! rest; what it does not take, it does not show.

use super::FileRefusal;

const HEADER: usize = 48;
/// Tables that every font has, by their index among the known tags.
const NEEDED: [u8; 4] = [0, 1, 3, 4];

/// Whether these bytes are a WOFF2 font.
pub(super) fn check(bytes: &[u8]) -> Result<(), FileRefusal> {
    if !bytes.starts_with(b"wOF2") || bytes.len() < HEADER {
        return Err(FileRefusal::NoFont);
    }
    let flavour = bytes.get(4..8);
    if flavour != Some(&[0, 1, 0, 0]) && flavour != Some(b"OTTO") {
        return Err(damaged("it holds no single font"));
    }
    if long(bytes, 8) != Some(bytes.len()) {
        return Err(damaged("its length is another than it says"));
    }
    let tables = short(bytes, 12).unwrap_or(0);
    let compressed = long(bytes, 20).unwrap_or(usize::MAX);
    if !(4..=64).contains(&tables) {
        return Err(damaged("it has no sensible number of tables"));
    }
    let mut reader = Directory { bytes, at: HEADER };
    let mut seen = Vec::new();
    for _ in 0..tables {
        seen.push(reader.entry().ok_or_else(|| damaged("its table directory is cut off"))?);
    }
    if NEEDED.iter().any(|tag| !seen.contains(tag)) {
        return Err(damaged("a table is missing that every font has"));
    }
    if reader.at.checked_add(compressed).is_none_or(|end| end > bytes.len()) {
        return Err(damaged("its tables are cut off"));
    }
    Ok(())
}

fn damaged(why: &str) -> FileRefusal {
    FileRefusal::Damaged(why.to_owned())
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let four: [u8; 4] = bytes.get(at..at + 4)?.try_into().ok()?;
    usize::try_from(u32::from_be_bytes(four)).ok()
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

struct Directory<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl Directory<'_> {
    /// The index of the tag: below 63 for known ones.
    fn entry(&mut self) -> Option<u8> {
        let flags = self.byte()?;
        let (tag, version) = (flags & 0x3f, flags >> 6);
        if tag == 63 {
            self.at += 4;
        }
        self.number()?;
        // glyf (10) and loca (11) are transformed by version 0, all others by any but 0.
        let transformed = if matches!(tag, 10 | 11) { version == 0 } else { version != 0 };
        if transformed {
            self.number()?;
        }
        Some(tag)
    }

    fn byte(&mut self) -> Option<u8> {
        let byte = self.bytes.get(self.at).copied();
        self.at += 1;
        byte
    }

    /// `UIntBase128`: at most five bytes, no leading zeros.
    fn number(&mut self) -> Option<u32> {
        let mut number: u32 = 0;
        for index in 0..5 {
            let byte = self.byte()?;
            if (index == 0 && byte == 0x80) || number & 0xfe00_0000 != 0 {
                return None;
            }
            number = (number << 7) | u32::from(byte & 0x7f);
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }
}
