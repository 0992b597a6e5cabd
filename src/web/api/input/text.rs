//! Rules for texts: length, e-mail address, and the texts of a query that stand for other types.
//!
//! Owns the rules. Must not know where a text came from.

use validator::{ValidateEmail, ValidateLength};

use super::field::Field;
use super::issue::{Code, Fault};
use super::object::Read;

const TRUE: [&str; 6] = ["true", "1", "yes", "on", "y", "enabled"];
const FALSE: [&str; 6] = ["false", "0", "no", "off", "n", "disabled"];

/// How many characters a text may have.
#[derive(Clone, Copy, Debug)]
pub struct Length {
    min: u64,
    max: Option<u64>,
}

impl Length {
    /// Any length.
    pub const ANY: Self = Self { min: 0, max: None };

    /// At least `min`.
    #[must_use]
    pub const fn at_least(min: u64) -> Self {
        Self { min, max: None }
    }

    /// At most `max`, none included.
    #[must_use]
    pub const fn up_to(max: u64) -> Self {
        Self { min: 0, max: Some(max) }
    }

    /// Between the two, both included.
    #[must_use]
    pub const fn between(min: u64, max: u64) -> Self {
        Self { min, max: Some(max) }
    }

    /// Refuses a text that is shorter or longer.
    pub fn check(self, text: &str) -> Result<(), Fault> {
        if !text.validate_length(Some(self.min), None, None) {
            let message = format!("Too small: expected string to have >={} characters", self.min);
            return Err(Fault::new(Code::TooSmall, message));
        }
        match self.max {
            Some(max) if !text.validate_length(None, Some(max), None) => {
                let message = format!("Too big: expected string to have <={max} characters");
                Err(Fault::new(Code::TooBig, message))
            }
            _ => Ok(()),
        }
    }
}

/// An e-mail address of at least five characters.
pub fn email(text: &str) -> Result<String, Fault> {
    if !text.validate_email() {
        return Err(Fault::new(Code::InvalidFormat, "Invalid email address"));
    }
    Length::at_least(5).check(text).map(|()| text.to_owned())
}

/// A text that says yes or no, in any case.
pub fn boolean_text(field: Field<'_, '_>) -> Read<bool> {
    field.parsed(|text| {
        let text = text.to_ascii_lowercase();
        if TRUE.contains(&text.as_str()) {
            return Ok(true);
        }
        if FALSE.contains(&text.as_str()) {
            return Ok(false);
        }
        Err(Fault::not_among(TRUE.into_iter().chain(FALSE)))
    })
}

/// A whole number written as text, within the two bounds.
pub fn whole_number_text(field: Field<'_, '_>, min: u64, max: Option<u64>) -> Read<u64> {
    let Some(text) = field.raw().and_then(serde_json::Value::as_str) else {
        return Err(field.refuse(Fault::wrong_type("number", "NaN")));
    };
    whole_number(text.trim(), min, max).map_err(|fault| field.refuse(fault))
}

fn whole_number(text: &str, min: u64, max: Option<u64>) -> Result<u64, Fault> {
    let too_small = || Fault::new(Code::TooSmall, format!("Too small: expected number to be >={min}"));
    let too_big = |max: u64| Fault::new(Code::TooBig, format!("Too big: expected number to be <={max}"));
    // JavaScript's own reading: the empty text is zero.
    let text = if text.is_empty() { "0" } else { text };
    match (text.parse::<u64>(), text.parse::<f64>()) {
        (Ok(number), _) if number < min => Err(too_small()),
        (Ok(number), _) => match max {
            Some(max) if number > max => Err(too_big(max)),
            _ => Ok(number),
        },
        (Err(_), Ok(number)) if number.is_nan() => Err(Fault::wrong_type("number", "NaN")),
        (Err(_), Ok(number)) if number < 0.0 => Err(too_small()),
        (Err(_), Ok(number)) if number.fract() == 0.0 => Err(too_big(max.unwrap_or(u64::MAX))),
        (Err(_), Ok(_)) => Err(Fault::wrong_type("int", "number")),
        (Err(_), Err(_)) => Err(Fault::wrong_type("number", "NaN")),
    }
}
