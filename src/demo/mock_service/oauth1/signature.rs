//! Signatures of OAuth 1 (RFC 5849 §3.4, §3.6). Pure.

use base64::{Engine, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit as _, Mac as _};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use sha1::Sha1;

/// All but letters, digits and these four (§3.6).
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// How a request is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::demo::mock_service) enum Method {
    HmacSha1,
    Plaintext,
}

impl Method {
    pub(in crate::demo::mock_service) fn parse(name: &str) -> Option<Self> {
        match name {
            "HMAC-SHA1" => Some(Self::HmacSha1),
            "PLAINTEXT" => Some(Self::Plaintext),
            _ => None,
        }
    }

    /// The signature of a base string under the secrets of client and token.
    pub(in crate::demo::mock_service) fn sign(
        self,
        base_string: &str,
        client_secret: &str,
        token_secret: &str,
    ) -> String {
        let key = format!("{}&{}", encode(client_secret), encode(token_secret));
        if self == Self::Plaintext {
            return key;
        }
        // HMAC takes keys of every length.
        Hmac::<Sha1>::new_from_slice(key.as_bytes()).map_or_else(
            |_| String::new(),
            |mut mac| {
                mac.update(base_string.as_bytes());
                STANDARD.encode(mac.finalize().into_bytes())
            },
        )
    }
}

/// What is signed: method, address without query, and every parameter but the signature (§3.4.1).
pub(in crate::demo::mock_service) fn base_string<'a>(
    method: &str,
    address: &str,
    parameters: impl Iterator<Item = (&'a str, &'a str)>,
) -> String {
    let mut pairs: Vec<(String, String)> =
        parameters.map(|(name, value)| (encode(name), encode(value))).collect();
    pairs.sort();
    let joined: Vec<String> = pairs.iter().map(|(name, value)| format!("{name}={value}")).collect();
    format!("{}&{}&{}", method.to_ascii_uppercase(), encode(address), encode(&joined.join("&")))
}

pub(super) fn encode(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_base_string_is_that_of_the_rfc() {
        let parameters = [
            ("b5", "=%3D"),
            ("a3", "a"),
            ("c@", ""),
            ("a2", "r b"),
            ("oauth_consumer_key", "9djdj82h48djs9d2"),
            ("oauth_token", "kkk9d7dh3k39sjv7"),
            ("oauth_signature_method", "HMAC-SHA1"),
            ("oauth_timestamp", "137131201"),
            ("oauth_nonce", "7d8f3e4a"),
            ("c2", ""),
            ("a3", "2 q"),
        ];
        assert_eq!(
            base_string("post", "http://example.com/request", parameters.into_iter()),
            "POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D\
             %26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a\
             %26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7"
        );
    }

    #[test]
    fn the_signature_is_that_of_oauth_core_1_0_appendix_a() {
        let parameters = [
            ("oauth_consumer_key", "dpf43f3p2l4k3l03"),
            ("oauth_token", "nnch734d00sl2jdk"),
            ("oauth_signature_method", "HMAC-SHA1"),
            ("oauth_timestamp", "1191242096"),
            ("oauth_nonce", "kllo9940pd9333jh"),
            ("oauth_version", "1.0"),
            ("file", "vacation.jpg"),
            ("size", "original"),
        ];
        let base = base_string("GET", "http://photos.example.net/photos", parameters.into_iter());
        let (client, token) = ("kd94hf93k423kf44", "pfkkdhi9sl3r4s00");
        assert_eq!(Method::HmacSha1.sign(&base, client, token), "tR3+Ty81lMeYAr/Fid0kMTYa/WM=");
        assert_eq!(Method::Plaintext.sign(&base, client, token), "kd94hf93k423kf44&pfkkdhi9sl3r4s00");
    }
}
