//! The proof sheet: every pair of colours that may meet, its ratio, and in plain words what gave way.

use serde::Serialize;

use crate::{
    theme::{Mode, ProofRow, ThemeDocument, derive_document, prove},
    web::admin::proof::{Line, lines_of, seeds_that_moved},
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
            lines: lines_of(&rows).into_iter().chain(seeds_that_moved(&tokens)).collect(),
            pairs: rows.len(),
            failing: rows.iter().filter(|row| !row.holds()).map(|row| row.in_words(mode)).collect(),
            rows: rows.iter().map(pair).collect(),
        }
    }
}

fn pair(row: &ProofRow) -> PairView {
    PairView {
        seen: row.foreground.to_string(),
        on: row.background.to_string(),
        ratio: row.ratio_text(),
        needs: row.requirement.to_string(),
        holds: row.holds(),
    }
}
