//! One drawn form makes one connection, however often it is sent: a double click, a reload of the answer.
//!
//! Each form carries a random number. Number, page and everything that was typed give a fingerprint, which is stored
//! with the attempt: whoever goes back and types something else makes another attempt.

use super::visit::Visit;
use crate::{clock::Random, secret::Fingerprint};

/// The hidden field.
pub const FIELD: &str = "attempt";
/// 128 bits, in hexadecimal digits.
const DIGITS: usize = 32;

/// A number for a form that is drawn.
#[must_use]
pub fn number(random: &Random) -> String {
    random.hex::<16>()
}

/// The fingerprint of a form that was sent; nothing where it carries no number of ours, so that each one counts.
#[must_use]
pub fn fingerprint(visit: &Visit, integration_key: &str, fields: &[(String, String)]) -> Option<Fingerprint> {
    let number = fields.iter().find(|(name, _)| name == FIELD).map(|(_, value)| value)?;
    if number.len() != DIGITS || !number.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let place = [visit.page.id.as_str(), integration_key];
    let typed = fields.iter().flat_map(|(name, value)| [name.as_str(), value.as_str()]);
    Some(Fingerprint::of_all(place.into_iter().chain(typed)))
}
