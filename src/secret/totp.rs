//! Time-based one-time passwords (RFC 6238): SHA-1, six digits, thirty seconds, as every authenticator app knows them.
//!
//! Owns the secret and what follows from it. Must not know whose it is, nor which codes were used.

use hmac::{Hmac, KeyInit as _, Mac as _};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use secrecy::{ExposeSecret as _, SecretSlice, SecretString};
use sha1::Sha1;

use crate::clock::{Random, Timestamp};

const LENGTH: usize = 20;
const STEP_MILLIS: i64 = 30_000;
/// A phone's clock may be off by one step either way (RFC 6238 §5.2).
const DRIFT: i64 = 1;
const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// The secret that a server and an authenticator app share. Cannot be printed.
pub struct TotpSecret(SecretSlice<u8>);

impl TotpSecret {
    /// A new one, of as many bits as RFC 4226 recommends.
    #[must_use]
    pub fn random(random: &Random) -> Self {
        Self(SecretSlice::from(random.bytes::<LENGTH>().to_vec()))
    }

    /// From its bytes.
    #[must_use]
    pub const fn from_bytes(bytes: SecretSlice<u8>) -> Self {
        Self(bytes)
    }

    /// Its bytes, to be sealed.
    #[must_use]
    pub const fn bytes(&self) -> &SecretSlice<u8> {
        &self.0
    }

    /// The secret as it is typed into an app.
    #[must_use]
    pub fn typed(&self) -> SecretString {
        SecretString::from(base32(self.0.expose_secret()))
    }

    /// The address that an app reads from a QR code.
    #[must_use]
    pub fn address(&self, issuer: &str, account: &str) -> SecretString {
        let plain = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let (issuer, account) = (plain(issuer), plain(account));
        let secret = base32(self.0.expose_secret());
        SecretString::from(format!("otpauth://totp/{issuer}:{account}?secret={secret}&issuer={issuer}"))
    }

    /// The time step that a code is of, around `now`; none where the code is another one.
    #[must_use]
    pub fn step_of(&self, code: &str, now: Timestamp) -> Option<i64> {
        let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
        let current = now.0.div_euclid(STEP_MILLIS);
        // All are compared: how long it takes says nothing about which one fits.
        let mut found = None;
        for step in current - DRIFT..=current + DRIFT {
            let right = format!("{:06}", truncated(&self.0, step) % 1_000_000);
            if bool::from(subtle::ConstantTimeEq::ct_eq(right.as_bytes(), code.as_bytes())) {
                found = Some(step);
            }
        }
        found
    }

    /// The code of a moment, as an app would show it.
    #[must_use]
    pub fn code(&self, at: Timestamp) -> String {
        format!("{:06}", truncated(&self.0, at.0.div_euclid(STEP_MILLIS)) % 1_000_000)
    }
}

/// RFC 4226 §5.3.
fn truncated(secret: &SecretSlice<u8>, step: i64) -> u32 {
    let mut mac =
        Hmac::<Sha1>::new_from_slice(secret.expose_secret()).expect("HMAC takes a key of any length");
    mac.update(&step.to_be_bytes());
    let digest = mac.finalize().into_bytes();
    let offset = usize::from(digest[19] & 0x0f);
    let word = [digest[offset] & 0x7f, digest[offset + 1], digest[offset + 2], digest[offset + 3]];
    u32::from_be_bytes(word)
}

/// RFC 4648 §6, without padding.
fn base32(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(5) * 8);
    for chunk in bytes.chunks(5) {
        let mut word = [0_u8; 8];
        word[3..3 + chunk.len()].copy_from_slice(chunk);
        let word = u64::from_be_bytes(word);
        let letters = (chunk.len() * 8).div_ceil(5);
        text.extend((0..letters).map(|index| {
            let value = (word >> (35 - 5 * index)) & 31;
            char::from(BASE32[usize::try_from(value).unwrap_or(0)])
        }));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_rfc() -> TotpSecret {
        TotpSecret::from_bytes(SecretSlice::from(b"12345678901234567890".to_vec()))
    }

    /// RFC 6238, appendix B, SHA-1; the last six of the eight digits.
    #[test]
    fn the_vectors_of_rfc_6238() {
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            let at = Timestamp(seconds * 1000);
            assert_eq!(of_rfc().code(at), code, "{seconds}");
            assert_eq!(of_rfc().step_of(code, at), Some(seconds / 30));
        }
    }

    #[test]
    fn a_code_is_good_for_one_step_around_its_own() {
        let secret = of_rfc();
        let code = "050471";
        let at = 1_111_111_111_000;
        assert!(secret.step_of("050 471", Timestamp(at + 30_000)).is_some());
        assert!(secret.step_of(code, Timestamp(at - 30_000)).is_some());
        assert!(secret.step_of(code, Timestamp(at + 90_000)).is_none());
        assert!(secret.step_of("", Timestamp(at)).is_none());
    }

    /// RFC 4648 §10.
    #[test]
    fn the_vectors_of_rfc_4648() {
        for (bytes, text) in
            [("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("foobar", "MZXW6YTBOI")]
        {
            assert_eq!(base32(bytes.as_bytes()), text);
        }
    }
}
