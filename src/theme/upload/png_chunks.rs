//! PNG as its chunks: what a picture needs is kept, texts and notes fall away, and what hangs behind the picture is
//! refused, so that the file is nothing but a picture.

use super::FileRefusal;

/// How every PNG begins.
pub(super) const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// Pixels, palette, transparency and what their numbers mean.
const KEPT: [&[u8]; 9] = [b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"gAMA", b"cHRM", b"sRGB", b"pHYs"];

/// The same picture without anything else.
pub(super) fn clean(bytes: &[u8]) -> Result<Vec<u8>, FileRefusal> {
    let damaged = |why: &str| FileRefusal::Damaged(why.to_owned());
    let mut out = SIGNATURE.to_vec();
    let mut rest = &bytes[SIGNATURE.len()..];
    loop {
        let length = rest.get(..4).and_then(|four| four.try_into().ok()).map(u32::from_be_bytes);
        let end = length.and_then(|length| usize::try_from(length).ok()?.checked_add(12));
        let chunk = end.and_then(|end| rest.get(..end)).ok_or_else(|| damaged("it is cut off"))?;
        let name = &chunk[4..8];
        if KEPT.contains(&name) {
            out.extend_from_slice(chunk);
        }
        rest = &rest[chunk.len()..];
        if name == b"IEND" {
            break;
        }
    }
    if rest.is_empty() { Ok(out) } else { Err(damaged("something hangs behind the picture")) }
}

/// Width and height, as the head says.
pub(super) fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    Some((number(16)?, number(20)?))
}
