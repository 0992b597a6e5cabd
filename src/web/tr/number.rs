//! Whole numbers as a language writes them. Digits stay Western in every language: they stand beside codes, times and
//! addresses, which have no others. Pure.

use fluent_bundle::FluentValue;
use intl_memoizer::concurrent::IntlLangMemoizer;

/// How thousands are set apart; `Late` where four digits stay together (CLDR's minimum grouping).
#[derive(Clone, Copy, Debug)]
pub(super) enum Grouping {
    Comma,
    Point,
    NarrowSpace,
    LatePoint,
    LateSpace,
}

/// What Fluent asks for the text of a value.
type Formatter = fn(&FluentValue<'_>, &IntlLangMemoizer) -> Option<String>;

impl Grouping {
    pub(super) fn formatter(self) -> Formatter {
        match self {
            Self::Comma => |value, _| grouped(value, ",", 1),
            Self::Point => |value, _| grouped(value, ".", 1),
            Self::NarrowSpace => |value, _| grouped(value, "\u{202F}", 1),
            Self::LatePoint => |value, _| grouped(value, ".", 2),
            Self::LateSpace => |value, _| grouped(value, "\u{A0}", 2),
        }
    }
}

fn grouped(value: &FluentValue<'_>, separator: &str, minimum: usize) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let digits = number.as_string();
    if digits.len() < 3 + minimum || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let mut text = String::with_capacity(digits.len() * 2);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push_str(separator);
        }
        text.push(digit);
    }
    Some(text)
}
