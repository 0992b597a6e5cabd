//! The few marks that descriptions use: paragraphs, `code`, **strong**.

/// Some sentences.
#[derive(Debug, PartialEq, Eq)]
pub struct Paragraph(pub Vec<Piece>);

/// A part of a sentence.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece {
    /// As it is.
    Plain(String),
    /// A name or a literal.
    Code(String),
    /// What a paragraph is about.
    Strong(String),
}

/// The paragraphs of a description.
pub fn paragraphs(text: &str) -> Vec<Paragraph> {
    text.split("\n\n")
        .filter(|part| !part.trim().is_empty())
        .map(|part| Paragraph(pieces(part.trim())))
        .collect()
}

/// What stands between two backticks is code, between two pairs of stars strong.
fn pieces(text: &str) -> Vec<Piece> {
    let code = text.split('`').enumerate();
    let mut pieces = Vec::new();
    for (index, part) in code {
        if index % 2 == 1 {
            pieces.push(Piece::Code(part.to_owned()));
            continue;
        }
        for (index, part) in part.split("**").enumerate() {
            match (index % 2, part.is_empty()) {
                (_, true) => {}
                (1, false) => pieces.push(Piece::Strong(part.to_owned())),
                _ => pieces.push(Piece::Plain(part.to_owned())),
            }
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_pieces() {
        let found = paragraphs("**Every** call: `a` and `b`\n\nnext");
        let first = vec![
            Piece::Strong("Every".into()),
            Piece::Plain(" call: ".into()),
            Piece::Code("a".into()),
            Piece::Plain(" and ".into()),
            Piece::Code("b".into()),
        ];
        assert_eq!(found, vec![Paragraph(first), Paragraph(vec![Piece::Plain("next".into())])]);
    }
}
