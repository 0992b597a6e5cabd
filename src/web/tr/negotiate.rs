//! Which of our languages a visitor reads. Pure.

use super::Language;

/// The address's `lang` parameter, then `Accept-Language` by its weights, then English.
#[must_use]
pub fn negotiate(lang: Option<&str>, accept_language: Option<&str>) -> Language {
    lang.and_then(supported).or_else(|| accept_language.and_then(preferred)).unwrap_or(Language::English)
}

fn preferred(header: &str) -> Option<Language> {
    let mut ranges: Vec<(f32, &str)> =
        header.split(',').take(20).map(weighted).filter(|(weight, _)| *weight > 0.0).collect();
    // A stable sort: among equal weights the first one named wins.
    ranges.sort_by(|a, b| b.0.total_cmp(&a.0));
    ranges.into_iter().find_map(|(_, tag)| supported(tag))
}

fn weighted(range: &str) -> (f32, &str) {
    let mut parts = range.split(';').map(str::trim);
    let tag = parts.next().unwrap_or_default();
    let weight = parts.find_map(|part| part.strip_prefix("q=")).and_then(|q| q.parse().ok()).unwrap_or(1.0);
    (weight, tag)
}

fn supported(tag: &str) -> Option<Language> {
    let primary = tag.split(['-', '_']).next()?;
    Language::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
}

#[cfg(test)]
mod tests {
    use super::{Language, negotiate};

    #[test]
    fn the_address_wins_over_the_browser_and_english_is_the_default() {
        assert_eq!(negotiate(Some("de-AT"), Some("en")), Language::German);
        assert_eq!(negotiate(Some("xx"), Some("de")), Language::German);
        assert_eq!(negotiate(None, Some("fr, de;q=0.5, en;q=0.8")), Language::English);
        assert_eq!(negotiate(None, Some("en;q=0, de;q=0.1")), Language::German);
        assert_eq!(negotiate(None, Some("*")), Language::English);
        assert_eq!(negotiate(None, None), Language::English);
    }
}
