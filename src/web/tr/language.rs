//! The table of languages: the one place that knows their tags, their own names and how they are written.
//!
//! A language is offered when it has a line here and a folder in `locales/`.

use super::{number::Grouping, packed::PACKED};

/// A language that the pages are written in.
#[derive(Clone, Copy, Debug)]
pub struct Language(&'static Line);

/// How lines run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Direction {
    LeftToRight,
    RightToLeft,
}

/// What is known of a language.
#[derive(Debug)]
struct Line {
    tag: &'static str,
    /// What its readers call it.
    name: &'static str,
    /// ISO 15924, to tell a request for another script.
    script: &'static str,
    direction: Direction,
    grouping: Grouping,
}

const fn line(tag: &'static str, name: &'static str, script: &'static str, grouping: Grouping) -> Line {
    let direction = match script.as_bytes() {
        b"Arab" | b"Hebr" => Direction::RightToLeft,
        _ => Direction::LeftToRight,
    };
    Line { tag, name, script, direction, grouping }
}

/// English first; then in the order in which they are offered.
static LINES: [Line; 13] = [
    line("en", "English", "Latn", Grouping::Comma),
    line("de", "Deutsch", "Latn", Grouping::Point),
    line("fr", "Français", "Latn", Grouping::NarrowSpace),
    line("es", "Español", "Latn", Grouping::LatePoint),
    line("it", "Italiano", "Latn", Grouping::LatePoint),
    line("pt-BR", "Português (Brasil)", "Latn", Grouping::Point),
    line("nl", "Nederlands", "Latn", Grouping::Point),
    line("pl", "Polski", "Latn", Grouping::LateSpace),
    line("ja", "日本語", "Jpan", Grouping::Comma),
    line("ko", "한국어", "Kore", Grouping::Comma),
    line("zh-CN", "简体中文", "Hans", Grouping::Comma),
    line("ar", "العربية", "Arab", Grouping::Comma),
    line("he", "עברית", "Hebr", Grouping::Comma),
];

/// English, accented, longer and in brackets: shows what is not in the files, and what breaks when it grows.
static PSEUDO: Line = line("en-XA", "[Ƥşéûðö]", "Latn", Grouping::Comma);

impl Language {
    /// The language of every text's first version.
    pub const ENGLISH: Self = Self(&LINES[0]);
    /// The pseudo-locale; never negotiated.
    pub const PSEUDO: Self = Self(&PSEUDO);

    /// Every language whose texts are there, English first.
    pub fn all() -> impl Iterator<Item = Self> + Clone {
        LINES.iter().map(Self).filter(|language| language.packed().is_some())
    }

    /// The language of exactly this tag.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::all().find(|language| language.tag().eq_ignore_ascii_case(tag))
    }

    /// The tag for `lang` attributes.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        self.0.tag
    }

    /// What its readers call it.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        self.0.name
    }

    /// The writing direction for `dir` attributes.
    #[must_use]
    pub const fn dir(self) -> &'static str {
        match self.0.direction {
            Direction::LeftToRight => "ltr",
            Direction::RightToLeft => "rtl",
        }
    }

    /// Whether its lines run from right to left.
    #[must_use]
    pub const fn is_right_to_left(self) -> bool {
        matches!(self.0.direction, Direction::RightToLeft)
    }

    /// Whether it is English, accented or not.
    #[must_use]
    pub fn is_english(self) -> bool {
        self.primary() == "en"
    }

    pub(super) const fn script(self) -> &'static str {
        self.0.script
    }

    pub(super) const fn grouping(self) -> Grouping {
        self.0.grouping
    }

    /// The tag without its region.
    pub(super) fn primary(self) -> &'static str {
        self.tag().split('-').next().unwrap_or_default()
    }

    /// Its texts, deflated.
    pub(super) fn packed(self) -> Option<&'static [u8]> {
        PACKED.iter().find(|(tag, _)| *tag == self.tag()).map(|(_, packed)| *packed)
    }

    /// Its line's number.
    pub(super) fn number(self) -> Option<usize> {
        LINES.iter().position(|line| line.tag == self.tag())
    }

    /// How many there can be.
    pub(super) const MOST: usize = LINES.len();
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.tag() == other.tag()
    }
}

impl Eq for Language {}

impl std::hash::Hash for Language {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.tag().hash(state);
    }
}

#[cfg(test)]
mod tests {
    use super::{Language, PACKED};

    #[test]
    fn every_folder_of_texts_has_its_line() {
        for (tag, _) in PACKED {
            assert!(Language::of_tag(tag).is_some(), "locales/{tag} has no line in the table of languages");
        }
    }
}
