//! What becomes of a colour, in words: the proof of the theme module as an admin reads it.

use actix_web::{HttpResponse, web::Query};
use serde::{Deserialize, Serialize};

use super::session::SignedIn;
use crate::theme::{
    Adjustment, ColourToken, Foreground, Mode, PrimaryColour, ProofRow, Srgb8, Tokens, derive, luminance,
    prove, ratio,
};

/// A colour, judged for one mode.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Judged {
    /// What a screen shows, `#rrggbb`; nothing where the text is no colour.
    pub shown: Option<String>,
    /// Why it is not taken.
    pub problem: Option<String>,
    /// What was measured and what gave way.
    pub lines: Vec<Line>,
}

/// One measurement.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    /// What was measured, and what gave way for it.
    pub text: String,
    /// The smallest ratio, `6.7:1`.
    pub ratio: String,
}

/// Judges a colour as entered.
#[must_use]
pub fn judge(text: &str, mode: Mode) -> Judged {
    match PrimaryColour::parse(text) {
        Ok(colour) => Judged {
            shown: Some(six_digits(colour.shown())),
            problem: None,
            lines: lines(colour.shown(), mode),
        },
        Err(refusal) => Judged { problem: Some(refusal.to_string()), ..Judged::default() },
    }
}

fn lines(colour: Srgb8, mode: Mode) -> Vec<Line> {
    lines_of(&prove(&derive(colour, mode)))
}

/// What is said first of a proof: the pairs that follow from the brand's colour.
#[must_use]
pub fn lines_of(rows: &[ProofRow]) -> Vec<Line> {
    let line = |foreground, words: fn(Option<Adjustment>) -> String| {
        let worst = least(rows, foreground)?;
        Some(Line { text: words(worst.adjusted), ratio: rounded_down(worst.ratio) })
    };
    [
        line(Foreground::Token(ColourToken::BrandOnSolid), button_text),
        line(Foreground::Outlined(ColourToken::BrandSolid), button),
        line(Foreground::Token(ColourToken::FgLink), links),
        line(Foreground::Token(ColourToken::FocusOuter), focus),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn least(rows: &[ProofRow], foreground: Foreground) -> Option<&ProofRow> {
    rows.iter()
        .filter(|row| row.foreground == foreground)
        .min_by(|one, other| one.ratio.total_cmp(&other.ratio))
}

fn button_text(adjusted: Option<Adjustment>) -> String {
    match adjusted {
        Some(Adjustment::DarkText(_)) => "Text on your colour is dark; white would not read".to_owned(),
        _ => "Text on your colour is white".to_owned(),
    }
}

fn button(adjusted: Option<Adjustment>) -> String {
    match adjusted {
        Some(Adjustment::Outline(_)) => "Buttons get a thin outline to stand out".to_owned(),
        Some(Adjustment::Moved { .. }) => moved("Buttons", adjusted),
        _ => "Buttons stand out by themselves".to_owned(),
    }
}

fn links(adjusted: Option<Adjustment>) -> String {
    moved("Links", adjusted)
}

fn focus(adjusted: Option<Adjustment>) -> String {
    moved("The focus ring", adjusted)
}

fn moved(what: &str, adjusted: Option<Adjustment>) -> String {
    let verb = if what.ends_with('s') { "use" } else { "uses" };
    match adjusted {
        Some(Adjustment::Moved { from, to }) => {
            let way = if luminance(to) < luminance(from) { "darker" } else { "lighter" };
            format!("{what} {verb} a {way} shade, {}", six_digits(to))
        }
        _ => format!("{what} {verb} your colour"),
    }
}

/// What is said of the colours that were set beside the brand's, where they gave way.
#[must_use]
pub fn seeds_that_moved(tokens: &Tokens) -> Vec<Line> {
    use ColourToken as T;
    let seeds = [
        (T::BgPage, "The page behind the card"),
        (T::DangerSolid, "What went wrong"),
        (T::SuccessSolid, "What went well"),
        (T::WarningSolid, "What needs attention"),
    ];
    let of = |(token, what): (ColourToken, &str)| {
        let (from, to) = (tokens.entered(token)?, tokens.colour(token));
        // What was set by hand is nobody's to explain.
        let text = (from != to).then(|| moved(what, Some(Adjustment::Moved { from, to })))?;
        let on = if token == T::BgPage { T::FgMuted } else { T::BgSurface };
        Some(Line { text, ratio: rounded_down(ratio(to, tokens.colour(on))) })
    };
    seeds.into_iter().filter_map(of).collect()
}

/// 4.46 is no 4.5.
fn rounded_down(ratio: f64) -> String {
    format!("{:.1}:1", (ratio * 10.0).floor() / 10.0)
}

fn six_digits(colour: Srgb8) -> String {
    format!("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue)
}

/// The colours of a draft.
#[derive(Debug, Deserialize)]
pub struct ProofQuery {
    #[serde(default)]
    light: String,
    #[serde(default)]
    dark: String,
}

/// `GET /admin/environment/connect-ui/proof`: both colours of a draft, judged one by one.
pub async fn proof(_: SignedIn, query: Query<ProofQuery>) -> HttpResponse {
    let (light, dark) = (judge(&query.light, Mode::Light), judge(&query.dark, Mode::Dark));
    HttpResponse::Ok().json(serde_json::json!({ "light": light, "dark": dark }))
}
