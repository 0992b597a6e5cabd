//! Signatures of RFC 5849 §3.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit, Mac};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use secrecy::{ExposeSecret, SecretString};
use sha1::Sha1;
use sha2::Sha256;
use url::{Position, Url};
use zeroize::Zeroizing;

/// All but the unreserved characters (§3.6).
const RESERVED: AsciiSet = NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// How a request is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignatureMethod {
    /// §3.4.2.
    HmacSha1,
    /// As §3.4.2, with SHA-256: no RFC has it, some services ask for it.
    HmacSha256,
    /// §3.4.4.
    PlainText,
}

impl SignatureMethod {
    /// The method's name; `HMAC-SHA1` where nothing is said.
    #[must_use]
    pub fn parse(text: Option<&str>) -> Option<Self> {
        match text {
            None | Some("" | "HMAC-SHA1") => Some(Self::HmacSha1),
            Some("HMAC-SHA256") => Some(Self::HmacSha256),
            Some("PLAINTEXT") => Some(Self::PlainText),
            Some(_) => None,
        }
    }

    /// `oauth_signature_method`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::HmacSha1 => "HMAC-SHA1",
            Self::HmacSha256 => "HMAC-SHA256",
            Self::PlainText => "PLAINTEXT",
        }
    }

    /// `oauth_signature`.
    #[must_use]
    pub fn sign(
        self,
        method: &str,
        url: &Url,
        parameters: &[(String, String)],
        client_secret: &SecretString,
        token_secret: Option<&SecretString>,
    ) -> SecretString {
        let token_secret = token_secret.map(ExposeSecret::expose_secret).unwrap_or_default();
        let key =
            Zeroizing::new(format!("{}&{}", encode(client_secret.expose_secret()), encode(token_secret)));
        match self {
            Self::PlainText => SecretString::from(key.as_str()),
            Self::HmacSha1 => hmac::<Hmac<Sha1>>(&base_string(method, url, parameters), &key),
            Self::HmacSha256 => hmac::<Hmac<Sha256>>(&base_string(method, url, parameters), &key),
        }
    }
}

fn hmac<M: Mac + KeyInit>(message: &str, key: &str) -> SecretString {
    // HMAC takes keys of any length
    let Ok(mut mac) = <M as KeyInit>::new_from_slice(key.as_bytes()) else { return SecretString::default() };
    mac.update(message.as_bytes());
    SecretString::from(STANDARD.encode(mac.finalize().into_bytes()))
}

/// §3.4.1. `parameters` are those of the header and of a form; the address brings its own.
fn base_string(method: &str, url: &Url, parameters: &[(String, String)]) -> String {
    let own = url.query_pairs().map(|(name, value)| (name.into_owned(), value.into_owned()));
    let mut pairs: Vec<(String, String)> =
        own.chain(parameters.iter().cloned()).map(|(name, value)| (encode(&name), encode(&value))).collect();
    pairs.sort();
    let pairs: Vec<String> = pairs.into_iter().map(|(name, value)| format!("{name}={value}")).collect();
    let address = &url[..Position::AfterPath];
    format!("{}&{}&{}", method.to_ascii_uppercase(), encode(address), encode(&pairs.join("&")))
}

/// §3.6.
pub fn encode(text: &str) -> String {
    utf8_percent_encode(text, &RESERVED).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn the_base_string_is_that_of_the_rfc() {
        // §3.4.1.1
        let url = Url::parse("http://example.com/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b").unwrap();
        let parameters = pairs(&[
            ("oauth_consumer_key", "9djdj82h48djs9d2"),
            ("oauth_token", "kkk9d7dh3k39sjv7"),
            ("oauth_signature_method", "HMAC-SHA1"),
            ("oauth_timestamp", "137131201"),
            ("oauth_nonce", "7d8f3e4a"),
            ("c2", ""),
            ("a3", "2 q"),
        ]);
        assert_eq!(
            base_string("POST", &url, &parameters),
            "POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D\
             %26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a\
             %26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7"
        );
    }

    #[test]
    fn the_signatures_are_those_of_the_rfc() {
        // §1.2, all three requests
        let secret = SecretString::from("kd94hf93k423kf44");
        let sign = |url: &str, method: &str, parameters: &[(&str, &str)], token: Option<&str>| {
            let token = token.map(SecretString::from);
            let url = Url::parse(url).unwrap();
            let signed =
                SignatureMethod::HmacSha1.sign(method, &url, &pairs(parameters), &secret, token.as_ref());
            signed.expose_secret().to_owned()
        };
        let initiate = sign(
            "https://photos.example.net/initiate",
            "POST",
            &[
                ("oauth_consumer_key", "dpf43f3p2l4k3l03"),
                ("oauth_signature_method", "HMAC-SHA1"),
                ("oauth_timestamp", "137131200"),
                ("oauth_nonce", "wIjqoS"),
                ("oauth_callback", "http://printer.example.com/ready"),
            ],
            None,
        );
        let token = sign(
            "https://photos.example.net/token",
            "POST",
            &[
                ("oauth_consumer_key", "dpf43f3p2l4k3l03"),
                ("oauth_token", "hh5s93j4hdidpola"),
                ("oauth_signature_method", "HMAC-SHA1"),
                ("oauth_timestamp", "137131201"),
                ("oauth_nonce", "walatlh"),
                ("oauth_verifier", "hfdp7dh39dks9884"),
            ],
            Some("hdhd0244k9j7ao03"),
        );
        let photos = sign(
            "http://photos.example.net/photos?file=vacation.jpg&size=original",
            "GET",
            &[
                ("oauth_consumer_key", "dpf43f3p2l4k3l03"),
                ("oauth_token", "nnch734d00sl2jdk"),
                ("oauth_signature_method", "HMAC-SHA1"),
                ("oauth_timestamp", "137131202"),
                ("oauth_nonce", "chapoH"),
            ],
            Some("pfkkdhi9sl3r4s00"),
        );
        assert_eq!(initiate, "74KNZJeDHnMBp0EMJ9ZHt/XKycU=");
        assert_eq!(photos, "MdpQcU8iPSUjWoN/UDMsK2sui9I=");
        assert_eq!(token, "gKgrFCywp7rO0OXSjdot/IHF7IU=");
    }

    #[test]
    fn the_signature_with_sha_256_is_that_of_an_independent_reckoning() {
        // openssl dgst -sha256 -hmac 'kd94hf93k423kf44&pfkkdhi9sl3r4s00' -binary | base64, over the base string of §1.2
        let url = Url::parse("http://photos.example.net/photos?file=vacation.jpg&size=original").unwrap();
        let parameters = pairs(&[
            ("oauth_consumer_key", "dpf43f3p2l4k3l03"),
            ("oauth_token", "nnch734d00sl2jdk"),
            ("oauth_signature_method", "HMAC-SHA256"),
            ("oauth_timestamp", "137131202"),
            ("oauth_nonce", "chapoH"),
        ]);
        let (client, token) =
            (SecretString::from("kd94hf93k423kf44"), SecretString::from("pfkkdhi9sl3r4s00"));
        let signed = SignatureMethod::HmacSha256.sign("GET", &url, &parameters, &client, Some(&token));
        assert_eq!(signed.expose_secret(), "HtMwoX2zenlFjgGg/SNEoKEQmL7CzxYFEKzs7er044Y=");
    }

    #[test]
    fn plain_text_is_both_secrets_encoded() {
        let url = Url::parse("https://photos.example.net/initiate").unwrap();
        let signed = SignatureMethod::PlainText.sign(
            "POST",
            &url,
            &[],
            &SecretString::from("a&b c"),
            Some(&SecretString::from("d=e")),
        );
        assert_eq!(signed.expose_secret(), "a%26b%20c&d%3De");
    }
}
