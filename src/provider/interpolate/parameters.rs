//! Query and form parameters in the one order and encoding that signatures are made over.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use zeroize::Zeroizing;

/// All but the unreserved characters of RFC 3986.
const RESERVED: AsciiSet = NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Decodes the parameters, sorts them by name, and encodes them by RFC 3986 with upper-case digits.
#[must_use]
pub fn canonical(query: &str) -> Zeroizing<String> {
    let mut pairs: Vec<(String, String)> = url::form_urlencoded::parse(query.as_bytes())
        .map(|(name, value)| (encode(&name), encode(&value)))
        .collect();
    pairs.sort();
    let pairs: Vec<String> = pairs.into_iter().map(|(name, value)| format!("{name}={value}")).collect();
    Zeroizing::new(pairs.join("&"))
}

fn encode(text: &str) -> String {
    utf8_percent_encode(text, &RESERVED).to_string()
}
