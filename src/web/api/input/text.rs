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
pub fn whole_number_text(field: Field<'_, '_>, min: u32, max: Option<u32>) -> Read<u64> {
    // A list or a map is not a number either.
    let text = field.raw().and_then(serde_json::Value::as_str).unwrap_or("NaN");
    whole_number(text.trim(), min, max).map_err(|fault| field.refuse(fault))
}

fn whole_number(text: &str, min: u32, max: Option<u32>) -> Result<u64, Fault> {
    let number = decimal(text).ok_or_else(|| Fault::wrong_type("number", "NaN"))?;
    if number < f64::from(min) {
        return Err(Fault::new(Code::TooSmall, format!("Too small: expected number to be >={min}")));
    }
    if let Some(max) = max.filter(|max| number > f64::from(*max)) {
        return Err(Fault::new(Code::TooBig, format!("Too big: expected number to be <={max}")));
    }
    if number.trunc() < number {
        return Err(Fault::wrong_type("int", "number"));
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, and not below min")]
    Ok(number as u64)
}

/// JavaScript's own reading of a decimal number: the empty text is zero.
fn decimal(text: &str) -> Option<f64> {
    if text.is_empty() {
        return Some(0.0);
    }
    let digits = text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
    if digits { text.parse().ok() } else { None }
}
