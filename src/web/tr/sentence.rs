//! A text whose names stand in bold: segments of plain words and of names, never markup.

/// Marks around a name while the text is put together; private-use characters that are removed from names.
const OPEN: char = '\u{E000}';
const CLOSE: char = '\u{E001}';

/// A piece of a [`Sentence`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment {
    /// Words of the translation.
    Text(String),
    /// A name, to be set in bold.
    Strong(String),
}

/// A translated text with its names set apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence(Vec<Segment>);

impl Sentence {
    /// The pieces, in reading order.
    #[must_use]
    pub fn segments(&self) -> &[Segment] {
        &self.0
    }

    pub(super) fn parse(marked: &str) -> Self {
        let mut segments = Vec::new();
        for (index, piece) in marked.split(OPEN).enumerate() {
            let (strong, text) = if index == 0 { (None, piece) } else { split_name(piece) };
            segments.extend(strong.map(|name| Segment::Strong(name.to_owned())));
            if !text.is_empty() {
                segments.push(Segment::Text(text.to_owned()));
            }
        }
        Self(segments)
    }
}

pub(super) fn mark(name: &str) -> String {
    let clean = name.replace([OPEN, CLOSE], "");
    format!("{OPEN}{clean}{CLOSE}")
}

/// Whether a character is one of the marks.
pub(super) const fn is_mark(character: char) -> bool {
    matches!(character, OPEN | CLOSE)
}

fn split_name(piece: &str) -> (Option<&str>, &str) {
    match piece.split_once(CLOSE) {
        Some((name, text)) => (Some(name), text),
        None => (None, piece),
    }
}

#[cfg(test)]
mod tests {
    use super::{Segment, Sentence, mark};

    #[test]
    fn names_are_set_apart_and_cannot_forge_a_mark() {
        let text = format!("to {} as {}.", mark("Acme"), mark("a\u{E001}b"));
        let strong = |name: &str| Segment::Strong(name.to_owned());
        let words = |text: &str| Segment::Text(text.to_owned());
        assert_eq!(
            Sentence::parse(&text).segments(),
            [words("to "), strong("Acme"), words(" as "), strong("ab"), words(".")]
        );
    }
}
