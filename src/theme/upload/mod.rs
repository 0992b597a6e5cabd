//! Files that come with a theme. Owns what a logo and a font must be, whatever their name or type says; must not
//! know where they are stored. A file is judged by its bytes alone.

mod font;
mod png_chunks;
mod raster;
mod svg;
mod tones;

use sha2::{Digest as _, Sha256};

use super::FileName;
pub use tones::Tones;

/// The largest logo.
pub const MAX_LOGO: usize = 256 * 1024;
/// The largest font.
pub const MAX_FONT: usize = 256 * 1024;
/// The largest picture for a tab.
pub const MAX_ICON: usize = 64 * 1024;

/// What a file is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A picture.
    Logo,
    /// A picture for the browser's tab.
    Icon,
    /// A typeface.
    Font,
}

impl Purpose {
    /// The most bytes.
    #[must_use]
    pub const fn limit(self) -> usize {
        match self {
            Self::Logo => MAX_LOGO,
            Self::Icon => MAX_ICON,
            Self::Font => MAX_FONT,
        }
    }
}

/// A file that was found good.
#[derive(Clone, Debug)]
pub struct CheckedFile {
    /// Its name: the hash of its bytes.
    pub name: FileName,
    /// What it is.
    pub media_type: &'static str,
    /// Its bytes; those of a PNG and an SVG are written anew.
    pub bytes: Vec<u8>,
    /// How light it is.
    pub tones: Tones,
}

/// Why a file is not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileRefusal {
    /// Nothing in it.
    #[error("The file is empty")]
    Empty,
    /// Too large.
    #[error("The file has more than {0} KB")]
    TooLarge(usize),
    /// Not what a logo can be.
    #[error("This is no PNG, WebP or SVG file, whatever its name says")]
    NoPicture,
    /// Not what a tab can show.
    #[error("This is no PNG or SVG file, whatever its name says")]
    NoIcon,
    /// Not what a font can be.
    #[error("This is no WOFF2 font, whatever its name says")]
    NoFont,
    /// Begins like one and is broken.
    #[error("The file is damaged: {0}")]
    Damaged(String),
    /// Too many pixels.
    #[error("The picture is larger than 2048 by 2048 pixels")]
    TooManyPixels,
    /// A tab shows a small square.
    #[error("A tab shows a square of at most 512 by 512 pixels")]
    NoSmallSquare,
    /// An SVG that does more than show something.
    #[error("This SVG is not taken: {0}. Export it as a plain SVG, or as PNG")]
    ActiveSvg(String),
}

/// Judges a file.
pub fn check_file(bytes: &[u8], purpose: Purpose) -> Result<CheckedFile, FileRefusal> {
    let limit = purpose.limit();
    if bytes.is_empty() {
        return Err(FileRefusal::Empty);
    }
    if bytes.len() > limit {
        return Err(FileRefusal::TooLarge(limit / 1024));
    }
    match purpose {
        Purpose::Font => {
            font::check(bytes)?;
            Ok(checked("font/woff2", bytes.to_vec(), Tones::default()))
        }
        Purpose::Logo => picture(bytes),
        Purpose::Icon => icon(bytes),
    }
}

fn icon(bytes: &[u8]) -> Result<CheckedFile, FileRefusal> {
    let picture = picture(bytes).map_err(|refusal| match refusal {
        FileRefusal::NoPicture => FileRefusal::NoIcon,
        other => other,
    })?;
    match picture.media_type {
        "image/png"
            if png_chunks::size(bytes).is_none_or(|(width, height)| width != height || width > 512) =>
        {
            Err(FileRefusal::NoSmallSquare)
        }
        "image/png" | "image/svg+xml" => Ok(picture),
        _ => Err(FileRefusal::NoIcon),
    }
}

fn picture(bytes: &[u8]) -> Result<CheckedFile, FileRefusal> {
    if bytes.starts_with(png_chunks::SIGNATURE) {
        let pixels_alone = png_chunks::clean(bytes)?;
        let tones = raster::png(&pixels_alone)?;
        return Ok(checked("image/png", pixels_alone, tones));
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        if !raster::ends_where_it_says(bytes) {
            return Err(FileRefusal::Damaged("something hangs behind the picture".to_owned()));
        }
        return Ok(checked("image/webp", bytes.to_vec(), raster::webp(bytes)?));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| FileRefusal::NoPicture)?;
    if !text.trim_start_matches('\u{feff}').trim_start().starts_with('<') {
        return Err(FileRefusal::NoPicture);
    }
    let (clean, tones) = svg::clean(text)?;
    Ok(checked("image/svg+xml", clean.into_bytes(), tones))
}

fn checked(media_type: &'static str, bytes: Vec<u8>, tones: Tones) -> CheckedFile {
    let digest = hex::encode(Sha256::digest(&bytes));
    let name = FileName::parse(&digest).expect("SHA-256 in hex is 64 digits");
    CheckedFile { name, media_type, bytes, tones }
}
