//! PNG and WebP: decoded whole, because a file that only begins like a picture may be anything else.

use std::io::Cursor;

use image_webp::WebPDecoder;
use png::{ColorType, Decoder, Limits, Transformations};

use super::{FileRefusal, Tones};
use crate::theme::Srgb8;

const MAX_SIDE: u32 = 2048;
/// 2048 × 2048 pixels of eight bytes.
const MAX_BYTES: usize = 34_000_000;

pub(super) fn png(bytes: &[u8]) -> Result<Tones, FileRefusal> {
    let damaged = |error: png::DecodingError| FileRefusal::Damaged(error.to_string());
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: MAX_BYTES });
    decoder.set_transformations(Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(damaged)?;
    small_enough(reader.info().width, reader.info().height)?;
    let size = reader.output_buffer_size().ok_or(FileRefusal::TooManyPixels)?;
    let mut pixels = vec![0; size];
    let frame = reader.next_frame(&mut pixels).map_err(damaged)?;
    let channels = match frame.color_type {
        ColorType::Grayscale => 1,
        ColorType::GrayscaleAlpha => 2,
        ColorType::Rgb | ColorType::Indexed => 3,
        ColorType::Rgba => 4,
    };
    Ok(tones(&pixels, channels))
}

/// Whether nothing hangs behind a WebP.
pub(super) fn ends_where_it_says(bytes: &[u8]) -> bool {
    let length = bytes.get(4..8).and_then(|four| four.try_into().ok()).map(u32::from_le_bytes);
    length.and_then(|length| usize::try_from(length).ok()) == bytes.len().checked_sub(8)
}

pub(super) fn webp(bytes: &[u8]) -> Result<Tones, FileRefusal> {
    let damaged = |error: image_webp::DecodingError| FileRefusal::Damaged(error.to_string());
    let mut decoder = WebPDecoder::new(Cursor::new(bytes)).map_err(damaged)?;
    let (width, height) = decoder.dimensions();
    small_enough(width, height)?;
    decoder.set_memory_limit(MAX_BYTES);
    let size = decoder.output_buffer_size().ok_or(FileRefusal::TooManyPixels)?;
    let mut pixels = vec![0; size];
    decoder.read_image(&mut pixels).map_err(damaged)?;
    Ok(tones(&pixels, if decoder.has_alpha() { 4 } else { 3 }))
}

const fn small_enough(width: u32, height: u32) -> Result<(), FileRefusal> {
    if width > MAX_SIDE || height > MAX_SIDE { Err(FileRefusal::TooManyPixels) } else { Ok(()) }
}

fn tones(pixels: &[u8], channels: usize) -> Tones {
    Tones::of(pixels.chunks_exact(channels).map(|pixel| match *pixel {
        [grey] => (Srgb8::new(grey, grey, grey), 1.0),
        [grey, alpha] => (Srgb8::new(grey, grey, grey), f64::from(alpha) / 255.0),
        [red, green, blue] => (Srgb8::new(red, green, blue), 1.0),
        [red, green, blue, alpha, ..] => (Srgb8::new(red, green, blue), f64::from(alpha) / 255.0),
        [] => (Srgb8::WHITE, 0.0),
    }))
}
