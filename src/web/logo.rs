//! Logos: the bundled drawings, and a monogram for every service that has none.
//! Pure; knows no request and no provider definition, only a key and a display name.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::logo_table::LOGOS;

/// The SVG that stands for a service: its bundled logo, else a monogram of its name.
#[must_use]
pub fn logo_for(key: &str, display_name: &str) -> Cow<'static, [u8]> {
    bundled(key).map_or_else(|| Cow::Owned(monogram(display_name).into_bytes()), Cow::Borrowed)
}

/// The logo that is compiled in for this provider key.
#[must_use]
pub fn bundled(key: &str) -> Option<&'static [u8]> {
    let position = LOGOS.binary_search_by_key(&key, |&(name, _)| name).ok()?;
    Some(LOGOS[position].1)
}

/// One or two letters of the name on a soft ground whose colour follows from the name.
/// Only letters and digits are drawn, so nothing in a name can become markup.
#[must_use]
pub fn monogram(display_name: &str) -> String {
    let name = without_remark(display_name);
    let letters = initials(name);
    let Ground { fill, ink } = ground(name);
    let size = if letters.chars().count() > 1 { 26 } else { 32 };
    let mut svg = String::with_capacity(400);
    // Writing into a String cannot fail.
    let _ = write!(
        svg,
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 64 64"><rect width="64" height="64" rx="14" fill="{fill}"/><text x="32" y="32" dy=".36em" text-anchor="middle" font-family="system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif" font-size="{size}" font-weight="600" fill="{ink}">{letters}</text></svg>"#
    );
    svg
}

/// `Stripe (API key)` and `Stripe` are the same service and look the same.
fn without_remark(display_name: &str) -> &str {
    let name = display_name.split(['(', '（']).next().unwrap_or_default();
    let name = name.trim();
    if name.is_empty() { display_name } else { name }
}

/// `Acme Desk` is AD, `BambooHR` is BH, `1Password` is 1P, `lemlist` is L, `微信` is 微.
fn initials(name: &str) -> String {
    let mut words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let Some(first_word) = words.next() else {
        return "?".to_owned();
    };
    let first = first_word.chars().next();
    let second = words.next().and_then(|word| word.chars().next()).or_else(|| inner_capital(first_word));
    // Scripts without capitals join or read their letters together: one stands better alone.
    let pair = second.filter(|&c| first.is_some_and(stands_beside) && stands_beside(c));
    first.into_iter().chain(pair).map(capital).collect()
}

fn inner_capital(word: &str) -> Option<char> {
    let after = word.chars().zip(word.chars().skip(1));
    after.filter(|(before, c)| c.is_uppercase() && !before.is_uppercase()).map(|(_, c)| c).next()
}

fn stands_beside(c: char) -> bool {
    c.is_uppercase() || c.is_lowercase() || c.is_ascii_digit()
}

fn capital(c: char) -> char {
    c.to_uppercase().next().unwrap_or(c)
}

/// A light ground and an ink of the same hue, at least 7:1 apart.
struct Ground {
    fill: &'static str,
    ink: &'static str,
}

const GROUNDS: [Ground; 12] = [
    Ground { fill: "#fde4e4", ink: "#7d1a1a" },
    Ground { fill: "#fde6d8", ink: "#73300b" },
    Ground { fill: "#fbeccb", ink: "#5e3b06" },
    Ground { fill: "#f1efc8", ink: "#484506" },
    Ground { fill: "#e2f2d3", ink: "#2b4d10" },
    Ground { fill: "#d6f3e0", ink: "#0f4f2b" },
    Ground { fill: "#d1f2ee", ink: "#0b4d48" },
    Ground { fill: "#d6eefa", ink: "#0d4663" },
    Ground { fill: "#dfe8fd", ink: "#1d3c82" },
    Ground { fill: "#e7e4fd", ink: "#3b2d8a" },
    Ground { fill: "#f2e2fc", ink: "#5b2382" },
    Ground { fill: "#fce1f0", ink: "#771b4f" },
];

/// FNV-1a over the name without its case: the same on every machine and in every release.
fn ground(name: &str) -> &'static Ground {
    let hash = name
        .to_lowercase()
        .bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    // The low bits of FNV alone are weak; the high ones are mixed in.
    let slot = (hash ^ (hash >> 16)) as usize % GROUNDS.len();
    &GROUNDS[slot]
}

#[cfg(test)]
mod tests {
    use super::{GROUNDS, LOGOS, bundled, logo_for, monogram};

    fn letters(name: &str) -> String {
        let svg = monogram(name);
        let text = svg.split("</text>").next().unwrap();
        text.rsplit('>').next().unwrap().to_owned()
    }

    #[test]
    fn a_monogram_shows_the_letters_people_expect() {
        for (name, expected) in [
            ("Acme Desk", "AD"),
            ("BambooHR", "BH"),
            ("1Password", "1P"),
            ("8x8", "8"),
            ("lemlist", "L"),
            ("Freshdesk", "F"),
            ("monday.com", "MC"),
            ("Gorgias (API key)", "G"),
            ("élan vital", "ÉV"),
            ("Яндекс Диск", "ЯД"),
            ("微信支付", "微"),
            ("واتس اب", "و"),
            ("&<\"'>", "?"),
            ("", "?"),
        ] {
            assert_eq!(letters(name), expected, "{name}");
        }
    }

    #[test]
    fn nothing_in_a_name_becomes_markup() {
        let svg = monogram("</text><script>alert(1)</script>");
        assert_eq!(svg.matches('<').count(), 5);
        assert!(!svg.contains("script"));
    }

    #[test]
    fn every_ground_can_be_read_on() {
        for ground in &GROUNDS {
            let contrast = contrast(luminance(ground.fill), luminance(ground.ink));
            assert!(contrast >= 7.0, "{} {} {contrast}", ground.fill, ground.ink);
        }
    }

    #[test]
    fn a_service_keeps_its_colour_under_all_its_names() {
        let plain = monogram("Klaviyo");
        assert_eq!(plain, monogram("Klaviyo (API key)"));
        assert_eq!(plain, monogram("klaviyo"));
    }

    #[test]
    fn bundled_logos_come_first() {
        assert!(LOGOS.is_sorted_by_key(|&(key, _)| key));
        assert_eq!(bundled("github-pat"), bundled("github"));
        assert_eq!(logo_for("github", "X").as_ref(), bundled("github").unwrap());
        assert_eq!(logo_for("freshdesk", "Freshdesk").as_ref(), monogram("Freshdesk").as_bytes());
        for (key, svg) in LOGOS {
            assert!(svg.starts_with(b"<svg "), "{key}");
        }
    }

    fn luminance(hex: &str) -> f64 {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    fn contrast(one: f64, other: f64) -> f64 {
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }
}
