//! Which of our languages a visitor reads: lookup by RFC 4647, with what CLDR knows of regions and scripts. Pure.

use super::Language;

/// Longer headers are no browser's; the rest of them is not read.
const HEADER: usize = 1024;
/// A browser sends a handful.
const RANGES: usize = 20;
/// The longest tag that RFC 5646 has room for.
const TAG: usize = 35;

/// `Accept-Language` by its weights, else English.
#[must_use]
pub fn negotiate(accept_language: Option<&str>) -> Language {
    accept_language.and_then(preferred).unwrap_or(Language::ENGLISH)
}

fn preferred(header: &str) -> Option<Language> {
    let header = header.get(..HEADER).unwrap_or(header);
    let mut ranges: Vec<(u16, &str)> =
        header.split(',').take(RANGES).filter_map(weighted).filter(|(weight, _)| *weight > 0).collect();
    // A stable sort: among equal weights the first one named wins.
    ranges.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    ranges.into_iter().find_map(|(_, tag)| supported(tag))
}

/// A range with its weight in thousandths; one that cannot be read does not count.
fn weighted(range: &str) -> Option<(u16, &str)> {
    let mut parts = range.split(';').map(str::trim);
    let tag = parts.next().filter(|tag| !tag.is_empty())?;
    let quality = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
    Some((quality.map_or(Some(1000), thousandths)?, tag))
}

/// RFC 9110 §12.4.2: 0 to 1 with at most three digits after the point.
fn thousandths(quality: &str) -> Option<u16> {
    let (whole, fraction) = quality.split_once('.').unwrap_or((quality, ""));
    if fraction.len() > 3 || !fraction.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let fraction = format!("{fraction:0<3}").parse::<u16>().ok()?;
    match whole {
        "0" => Some(fraction),
        "1" if fraction == 0 => Some(1000),
        _ => None,
    }
}

/// Which of our languages serves a reader of that tag.
#[must_use]
pub fn supported(tag: &str) -> Option<Language> {
    if tag.len() > TAG {
        return None;
    }
    let tag = tag.to_ascii_lowercase().replace('_', "-");
    let mut subtags = tag.split('-');
    let primary = modern(subtags.next()?);
    // What follows a single letter is an extension or private.
    let subtags: Vec<&str> = subtags.take_while(|subtag| subtag.len() > 1).collect();
    let region = subtags.iter().find(|subtag| is_region(subtag));
    let script = subtags.iter().find(|subtag| is_script(subtag)).copied();
    let script = script.or_else(|| likely_script(primary, region.copied(), &subtags));
    let speaks = |language: &Language| language.primary() == primary;
    let reads =
        |language: &Language| script.is_none_or(|script| script.eq_ignore_ascii_case(language.script()));
    Language::all().find(|language| speaks(language) && reads(language))
}

/// Today's code of a language with an older or a wider one.
fn modern(primary: &str) -> &str {
    match primary {
        "iw" => "he",
        "cmn" => "zh",
        "arb" => "ar",
        other => other,
    }
}

/// The script of a tag that names none, where it is not the language's usual one.
fn likely_script(primary: &str, region: Option<&str>, subtags: &[&str]) -> Option<&'static str> {
    if primary != "zh" {
        return None;
    }
    let is_traditional = matches!(region, Some("tw" | "hk" | "mo"))
        || subtags.iter().any(|subtag| matches!(*subtag, "yue" | "nan" | "hak" | "min"));
    is_traditional.then_some("hant")
}

fn is_region(subtag: &str) -> bool {
    subtag.len() == 2 && subtag.bytes().all(|letter| letter.is_ascii_alphabetic())
}

fn is_script(subtag: &str) -> bool {
    subtag.len() == 4 && subtag.bytes().all(|letter| letter.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::{Language, negotiate, supported};

    fn tag(header: &str) -> &'static str {
        negotiate(Some(header)).tag()
    }

    /// A language whose texts are not there yet cannot be chosen.
    fn has(tag: &str) -> bool {
        Language::of_tag(tag).is_some()
    }

    #[test]
    fn the_browsers_weights_decide_and_english_is_the_default() {
        for (header, expected) in [
            ("xx, de;q=0.5, en;q=0.8", "en"),
            ("en;q=0, de;q=0.1", "de"),
            ("en;q=0.1,de-AT;q=0.2", "de"),
            ("de_CH", "de"),
            ("DE-de;Q=0.7, en;q=0.69", "de"),
            ("nb-NO, nn;q=0.9, de;q=0.8", "de"),
            ("*", "en"),
            ("*, de;q=0.5", "de"),
            ("", "en"),
        ] {
            assert_eq!(tag(header), expected, "{header}");
        }
        assert_eq!(negotiate(None), Language::ENGLISH);
    }

    #[test]
    fn regions_and_scripts_fall_back_to_what_their_readers_can_read() {
        for (asked, ours) in [
            ("pt", "pt-BR"),
            ("pt-PT", "pt-BR"),
            ("pt-Latn-AO", "pt-BR"),
            ("zh", "zh-CN"),
            ("zh-SG", "zh-CN"),
            ("zh-Hans", "zh-CN"),
            ("zh-Hans-HK", "zh-CN"),
            ("cmn-Hans-CN", "zh-CN"),
            ("iw-IL", "he"),
            ("ar-EG-u-nu-latn", "ar"),
            ("fr-CA", "fr"),
            ("es-419", "es"),
            ("ja-JP", "ja"),
        ] {
            assert_eq!(supported(asked).map(Language::tag), has(ours).then_some(ours), "{asked}");
        }
        for none in
            ["zh-TW", "zh-Hant", "zh-Hant-CN", "zh-HK", "zh-yue", "sr-Latn", "de-Cyrl", "x-de", "en-XA-x", ""]
        {
            let found = supported(none).map(Language::tag);
            assert!(found.is_none() || none.starts_with("en"), "{none}: {found:?}");
        }
        assert_eq!(tag("zh-TW,zh-Hant;q=0.9,de;q=0.5"), "de");
    }

    #[test]
    fn garbage_is_harmless() {
        let long = "de-".repeat(4000);
        let many = vec!["xx;q=0.9"; 2000].join(",") + ",de";
        for header in [
            long.as_str(),
            many.as_str(),
            "de;q=NaN, fr;q=inf, it;q=-1, es;q=1.5, nl;q=1e9, pl;q=0.0001",
            ";;;,,,q=1;q=",
            "\u{fffd}\u{202e}日本語\0",
            &"é".repeat(5000),
        ] {
            assert_eq!(tag(header), "en", "{header:.40}");
        }
    }

    #[test]
    fn the_pseudo_locale_is_never_negotiated() {
        assert_eq!(tag("en-XA"), "en");
        assert_eq!(supported("en-XA"), Some(Language::ENGLISH));
    }
}
