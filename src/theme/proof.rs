//! What it means that a theme reads, as data, and the check of it. Owns every pair of colours that may meet on
//! a page; must not know how the colours came about.

use super::contrast::{luminance, luminance_ratio};
use super::{ColourToken, Srgb8, Tokens};
use ColourToken as T;
use Requirement::{Disabled, Graphic, Line, Text};

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
            Self::Text => 4.5,
            Self::Graphic | Self::Disabled => 3.0,
            Self::Line => 1.15,
        }
    }
}

/// What was done to the entered colour so that a row holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adjustment {
    /// It was moved in lightness to this colour.
    Moved(Srgb8),
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

type Rule = (Foreground, &'static [Ground], Requirement);

const fn on<const N: usize>(tokens: [ColourToken; N]) -> [Ground; N] {
    let mut grounds = [Ground::Token(T::BgPage); N];
    let mut index = 0;
    while index < N {
        grounds[index] = Ground::Token(tokens[index]);
        index += 1;
    }
    grounds
}

/// Where plain content stands.
const GROUNDS: &[Ground] = &on([T::BgPage, T::BgSurface, T::BgRaised, T::BgSunken]);
/// The same and the notices.
const ALL_GROUNDS: &[Ground] = &on([
    T::BgPage,
    T::BgSurface,
    T::BgRaised,
    T::BgSunken,
    T::BrandSoft,
    T::DangerSoft,
    T::SuccessSoft,
    T::WarningSoft,
    T::InfoSoft,
]);
/// The same and the ring's other colour.
const RING_GROUNDS: &[Ground] = &on([
    T::BgPage,
    T::BgSurface,
    T::BgRaised,
    T::BgSunken,
    T::BrandSoft,
    T::DangerSoft,
    T::SuccessSoft,
    T::WarningSoft,
    T::InfoSoft,
    T::FocusInner,
]);
const BRAND_FILLS: &[Ground] = &on([T::BrandSolid, T::BrandSolidHover, T::BrandSolidActive]);
const STATUS_FILLS: &[Ground] = &on([T::DangerSolid, T::SuccessSolid, T::WarningSolid, T::InfoSolid]);
const WITH_BRAND_SOFT: &[Ground] = &on([T::BgPage, T::BgSurface, T::BgRaised, T::BgSunken, T::BrandSoft]);
const WITH_DANGER_SOFT: &[Ground] = &on([T::BgPage, T::BgSurface, T::BgRaised, T::BgSunken, T::DangerSoft]);
const WITH_SUCCESS_SOFT: &[Ground] = &on([T::BgPage, T::BgSurface, T::BgRaised, T::BgSunken, T::SuccessSoft]);
const WITH_WARNING_SOFT: &[Ground] = &on([T::BgPage, T::BgSurface, T::BgRaised, T::BgSunken, T::WarningSoft]);
const WITH_INFO_SOFT: &[Ground] = &on([T::BgPage, T::BgSurface, T::BgRaised, T::BgSunken, T::InfoSoft]);
const BACKDROPS: &[Ground] = &[Ground::Backdrop(Host::White), Ground::Backdrop(Host::Black)];

const fn one(token: ColourToken) -> Foreground {
    Foreground::Token(token)
}

/// Every pair that may meet.
const RULES: &[Rule] = &[
    (one(T::FgDefault), ALL_GROUNDS, Text),
    (one(T::FgMuted), ALL_GROUNDS, Text),
    (one(T::FgPlaceholder), GROUNDS, Text),
    (one(T::FgLink), WITH_BRAND_SOFT, Text),
    (one(T::FgDisabled), GROUNDS, Disabled),
    (one(T::BrandOnSolid), BRAND_FILLS, Text),
    (one(T::BrandOnSoft), WITH_BRAND_SOFT, Text),
    (Foreground::Outlined(T::BrandSolid), GROUNDS, Graphic),
    (Foreground::Outlined(T::BrandSolidHover), GROUNDS, Graphic),
    (Foreground::Outlined(T::BrandSolidActive), GROUNDS, Graphic),
    (one(T::DangerOnSolid), &on([T::DangerSolid]), Text),
    (one(T::DangerOnSoft), WITH_DANGER_SOFT, Text),
    (one(T::DangerSolid), WITH_DANGER_SOFT, Graphic),
    (one(T::DangerBorder), WITH_DANGER_SOFT, Graphic),
    (one(T::SuccessOnSolid), &on([T::SuccessSolid]), Text),
    (one(T::SuccessOnSoft), WITH_SUCCESS_SOFT, Text),
    (one(T::SuccessSolid), WITH_SUCCESS_SOFT, Graphic),
    (one(T::SuccessBorder), WITH_SUCCESS_SOFT, Graphic),
    (one(T::WarningOnSolid), &on([T::WarningSolid]), Text),
    (one(T::WarningOnSoft), WITH_WARNING_SOFT, Text),
    (one(T::WarningSolid), WITH_WARNING_SOFT, Graphic),
    (one(T::WarningBorder), WITH_WARNING_SOFT, Graphic),
    (one(T::InfoOnSolid), &on([T::InfoSolid]), Text),
    (one(T::InfoOnSoft), WITH_INFO_SOFT, Text),
    (one(T::InfoSolid), WITH_INFO_SOFT, Graphic),
    (one(T::InfoBorder), WITH_INFO_SOFT, Graphic),
    (one(T::BorderDefault), GROUNDS, Line),
    (one(T::BorderStrong), GROUNDS, Graphic),
    (one(T::BorderField), GROUNDS, Graphic),
    (one(T::FocusOuter), RING_GROUNDS, Graphic),
    (Foreground::EitherOf(T::FocusInner, T::FocusOuter), BRAND_FILLS, Graphic),
    (Foreground::EitherOf(T::FocusInner, T::FocusOuter), STATUS_FILLS, Graphic),
    // The card on a dimmed page: its fill shows on what is lighter, its edge on what is darker.
    (Foreground::EitherOf(T::BgSurface, T::BorderStrong), BACKDROPS, Graphic),
];

/// Measures every pair of a mode's tokens.
#[must_use]
pub fn prove(tokens: &Tokens) -> Vec<ProofRow> {
    let luminances = ColourToken::ALL.map(|token| luminance(tokens.colour(token)));
    let outline = tokens.brand_outline().map(luminance);
    let mut rows = Vec::with_capacity(192);
    for (foreground, grounds, requirement) in RULES {
        let adjusted = adjustment(tokens, *foreground);
        for background in *grounds {
            let ground = match background {
                Ground::Token(token) => luminances[*token as usize],
                Ground::Backdrop(host) => luminance(dimmed(tokens, *host)),
            };
            let of = |token: ColourToken| luminance_ratio(luminances[token as usize], ground);
            let ratio = match *foreground {
                Foreground::Token(token) => of(token),
                Foreground::EitherOf(one, other) => of(one).max(of(other)),
                Foreground::Outlined(fill) => {
                    outline.map_or_else(|| of(fill), |line| of(fill).max(luminance_ratio(line, ground)))
                }
            };
            let (foreground, background, requirement) = (*foreground, *background, *requirement);
            rows.push(ProofRow { foreground, background, ratio, requirement, adjusted });
        }
    }
    rows
}

fn dimmed(tokens: &Tokens, host: Host) -> Srgb8 {
    let under = match host {
        Host::White => Srgb8::WHITE,
        Host::Black => Srgb8::BLACK,
    };
    tokens.colour(T::BgBackdrop).over(under, tokens.backdrop_alpha())
}

fn adjustment(tokens: &Tokens, foreground: Foreground) -> Option<Adjustment> {
    match foreground {
        Foreground::Token(token @ (T::FgLink | T::BrandOnSoft | T::FocusOuter))
        | Foreground::EitherOf(T::FocusInner, token) => moved(tokens, token),
        Foreground::Token(T::BrandOnSolid) => {
            let text = tokens.colour(T::BrandOnSolid);
            (text != Srgb8::WHITE).then_some(Adjustment::DarkText(text))
        }
        Foreground::Outlined(_) => tokens.brand_outline().map(Adjustment::Outline),
        Foreground::Token(_) | Foreground::EitherOf(..) => None,
    }
}

fn moved(tokens: &Tokens, token: ColourToken) -> Option<Adjustment> {
    let colour = tokens.colour(token);
    (colour != tokens.colour(T::BrandSolid)).then_some(Adjustment::Moved(colour))
}
