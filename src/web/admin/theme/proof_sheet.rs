//! The proof sheet: every pair of colours that may meet, its ratio, and in plain words what gave way.

use serde::Serialize;

use crate::{
    theme::{
        ColourToken, Foreground, Ground, Host, Mode, ProofRow, Requirement, ThemeDocument, derive_document, prove,
    },
    web::admin::proof::{Line, lines_of},
};

/// The sheet of one mode.
#[derive(Clone, Debug, Serialize)]
pub struct ProofSheet {
    /// `light` or `dark`.
    pub mode: &'static str,
    /// What was measured first, and what gave way, in words.
    pub lines: Vec<Line>,
    /// How many pairs there are.
    pub pairs: usize,
    /// Those that do not read.
    pub failing: Vec<String>,
    /// All of them.
    pub rows: Vec<PairView>,
}

/// One pair.
#[derive(Clone, Debug, Serialize)]
pub struct PairView {
    /// What is seen.
    pub seen: String,
    /// What it is seen on.
    pub on: String,
    /// `6.7:1`.
    pub ratio: String,
    /// `4.5:1`.
    pub needs: String,
    /// Whether it reads.
    pub holds: bool,
}

impl ProofSheet {
    /// Both modes of a worn theme.
    pub fn both(worn: &ThemeDocument) -> [Self; 2] {
        [Mode::Light, Mode::Dark].map(|mode| Self::of(worn, mode))
    }

    fn of(worn: &ThemeDocument, mode: Mode) -> Self {
        let tokens = derive_document(worn, mode);
        let rows = prove(&tokens);
        Self {
            mode: mode.as_str(),
            lines: lines_of(&rows, tokens.colour(ColourToken::BrandSolid)),
            pairs: rows.len(),
            failing: rows.iter().filter(|row| !row.holds()).map(|row| in_words(mode, row)).collect(),
            rows: rows.iter().map(pair).collect(),
        }
    }
}

/// A pair in one line: `In dark, fg.muted on bg.page has 2.1:1 and needs 4.5:1`.
pub fn in_words(mode: Mode, row: &ProofRow) -> String {
    let PairView { seen, on, ratio, needs, .. } = pair(row);
    format!("In {}, {seen} on {on} has {ratio} and needs {needs}", mode.as_str())
}

fn pair(row: &ProofRow) -> PairView {
    PairView {
        seen: seen(row.foreground),
        on: on(row.background).to_owned(),
        ratio: rounded_down(row.ratio),
        needs: needs(row.requirement),
        holds: row.holds(),
    }
}

/// 4.46 is no 4.5.
fn rounded_down(ratio: f64) -> String {
    let ratio = (ratio * 10.0).floor() / 10.0;
    format!("{ratio:.1}:1")
}

fn needs(requirement: Requirement) -> String {
    let least = requirement.least();
    if requirement == Requirement::Line { format!("{least:.2}:1") } else { format!("{least:.1}:1") }
}

fn seen(foreground: Foreground) -> String {
    match foreground {
        Foreground::Token(token) => token.name().to_owned(),
        Foreground::EitherOf(one, other) => format!("{} or {}", one.name(), other.name()),
        Foreground::Outlined(fill) => format!("{} or its outline", fill.name()),
    }
}

const fn on(ground: Ground) -> &'static str {
    match ground {
        Ground::Token(token) => token.name(),
        Ground::Backdrop(Host::White) => "bg.backdrop over white",
        Ground::Backdrop(Host::Black) => "bg.backdrop over black",
    }
}
