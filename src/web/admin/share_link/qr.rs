//! A QR code as the path of an SVG: drawn here, so that no script and no foreign server sees the link.

use std::fmt::Write as _;

use qrcode::{Color, EcLevel, QrCode};

/// Modules of quiet around the code, as ISO/IEC 18004 asks.
const QUIET: usize = 4;

/// A code to be drawn.
pub struct Drawing {
    /// How many modules wide and high, with the quiet around it.
    pub size: usize,
    /// The `d` of its path: a row's runs of dark modules.
    pub path: String,
}

impl Drawing {
    /// Nothing where a text does not fit.
    pub fn of(text: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
        let width = code.width();
        let colors = code.to_colors();
        let mut path = String::new();
        for (y, row) in colors.chunks(width).enumerate() {
            let mut x = 0;
            while x < width {
                let run = row[x..].iter().take_while(|color| **color == Color::Dark).count();
                if run > 0 {
                    let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
                }
                x += run.max(1);
            }
        }
        Some(Self { size: width + 2 * QUIET, path })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_three_corners_and_quiet_around_it() {
        let drawing = Drawing::of("https://connect.example.com/l/00112233445566778899aabbccddeeff").unwrap();
        let far = drawing.size - QUIET - 7;
        for corner in
            [format!("M{QUIET} {QUIET}h7v1"), format!("M{far} {QUIET}h7v1"), format!("M{QUIET} {far}h7v1")]
        {
            assert!(drawing.path.contains(&corner), "{corner} is not in {}", drawing.path);
        }
        assert!(!drawing.path.contains("M3 ") && drawing.path.starts_with("M4 4"));
    }
}
