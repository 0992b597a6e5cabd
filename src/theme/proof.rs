//! The check that a theme reads. Owns how a pair is measured and what its row says; must not know how the
//! colours came about.

use super::contrast::{luminance, luminance_ratio};
use super::rules::RULES;
use super::{ColourToken, Contrast, Srgb8, Tokens};
use ColourToken as T;

/// What is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreground {
    /// One token.
    Token(ColourToken),
    /// Two that are drawn side by side: one of them has to show.
    EitherOf(ColourToken, ColourToken),
    /// A fill, or the brand's outline round it.
    Outlined(ColourToken),
}

/// What it is seen on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// One token.
    Token(ColourToken),
    /// `bg.backdrop` over somebody else's page.
    Backdrop(Host),
}

/// The two extremes of somebody else's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// All white.
    White,
    /// All black.
    Black,
}

/// Why a ratio is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Requirement {
    /// WCAG 1.4.3.
    Text,
    /// WCAG 1.4.6.
    StrongText,
    /// WCAG 1.4.11 and 2.4.13: fields, icons, focus.
    Graphic,
    /// Exempt in WCAG; three by our own choice.
    Disabled,
    /// A decorative line, which only has to be there.
    Line,
}

impl Requirement {
    /// The smallest ratio.
    #[must_use]
    pub const fn least(self) -> f64 {
        match self {
            Self::Text => Contrast::Aa.text(),
            Self::StrongText => Contrast::Aaa.text(),
            Self::Graphic | Self::Disabled => 3.0,
            Self::Line => 1.15,
        }
    }
}

/// What was done to the entered colour so that a row holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adjustment {
    /// It was moved in lightness.
    Moved {
        /// The colour entered.
        from: Srgb8,
        /// The colour shown.
        to: Srgb8,
    },
    /// The text on it is dark, as white does not read.
    DarkText(Srgb8),
    /// The fill has an outline of this colour.
    Outline(Srgb8),
}

/// One pair, measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ProofRow {
    /// What is seen.
    pub foreground: Foreground,
    /// What it is seen on.
    pub background: Ground,
    /// The ratio it has.
    pub ratio: f64,
    /// The ratio it needs, by the reason for it.
    pub requirement: Requirement,
    /// What was adjusted for it; `None` where the entered colour did not have to give way.
    pub adjusted: Option<Adjustment>,
}

impl ProofRow {
    /// Whether the pair reads.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.ratio >= self.requirement.least()
    }
}

/// Measures every pair of a mode's tokens.
#[must_use]
pub fn prove(tokens: &Tokens) -> Vec<ProofRow> {
    let measure = Measure::of(tokens);
    let mut rows = Vec::with_capacity(192);
    for &(foreground, grounds, requirement) in RULES {
        // What is not drawn has nothing to prove.
        if foreground == Foreground::Token(T::BorderDefault) && !tokens.draws_lines() {
            continue;
        }
        let requirement = match (requirement, tokens.contrast()) {
            (Requirement::Text, Contrast::Aaa) => Requirement::StrongText,
            _ => requirement,
        };
        let adjusted = adjustment(tokens, foreground);
        rows.extend(grounds.iter().map(|&background| {
            let ratio = measure.ratio(foreground, background);
            ProofRow { foreground, background, ratio, requirement, adjusted }
        }));
    }
    rows
}

/// The luminances of a mode's colours, each computed once.
struct Measure {
    tokens: [f64; 41],
    outline: Option<f64>,
    on_white: f64,
    on_black: f64,
}

impl Measure {
    fn of(tokens: &Tokens) -> Self {
        let dimmed = |host| luminance(tokens.colour(T::BgBackdrop).over(host, tokens.backdrop_alpha()));
        Self {
            tokens: ColourToken::ALL.map(|token| luminance(tokens.colour(token))),
            outline: tokens.brand_outline().map(luminance),
            on_white: dimmed(Srgb8::WHITE),
            on_black: dimmed(Srgb8::BLACK),
        }
    }

    fn ratio(&self, foreground: Foreground, background: Ground) -> f64 {
        let ground = match background {
            Ground::Token(token) => self.tokens[token as usize],
            Ground::Backdrop(Host::White) => self.on_white,
            Ground::Backdrop(Host::Black) => self.on_black,
        };
        let of = |token: ColourToken| luminance_ratio(self.tokens[token as usize], ground);
        match foreground {
            Foreground::Token(token) => of(token),
            Foreground::EitherOf(one, other) => of(one).max(of(other)),
            Foreground::Outlined(fill) => {
                self.outline.map_or_else(|| of(fill), |line| of(fill).max(luminance_ratio(line, ground)))
            }
        }
    }
}

fn adjustment(tokens: &Tokens, foreground: Foreground) -> Option<Adjustment> {
    match foreground {
        Foreground::Token(T::BrandOnSolid) => {
            let text = tokens.colour(T::BrandOnSolid);
            (text != Srgb8::WHITE).then_some(Adjustment::DarkText(text))
        }
        Foreground::Token(token) | Foreground::EitherOf(T::FocusInner, token) => moved(tokens, token),
        Foreground::Outlined(fill) => {
            moved(tokens, fill).or_else(|| tokens.brand_outline().map(Adjustment::Outline))
        }
        Foreground::EitherOf(..) => None,
    }
}

fn moved(tokens: &Tokens, token: ColourToken) -> Option<Adjustment> {
    let (from, to) = (tokens.entered(token)?, tokens.colour(token));
    (from != to).then_some(Adjustment::Moved { from, to })
}
