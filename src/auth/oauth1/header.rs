//! The header of a signed request (RFC 5849 §3.5.1).

use secrecy::{ExposeSecret as _, SecretString};
use url::Url;
use zeroize::Zeroizing;

use super::signature::{SignatureMethod, encode};
use crate::{auth::ServiceContext, clock::Timestamp};

/// Who signs, and with what.
#[derive(Clone, Copy, Debug)]
pub struct OAuth1Signer<'a> {
    /// The client's name.
    pub client_id: &'a str,
    /// Its secret.
    pub client_secret: &'a SecretString,
    /// The token and its secret, where there is one.
    pub token: Option<(&'a SecretString, &'a SecretString)>,
    /// How.
    pub method: SignatureMethod,
    /// Stands in the header, and is not signed (§3.4.1.3.1).
    pub realm: Option<&'a str>,
}

/// What makes each signature another one.
#[derive(Clone, Debug)]
pub struct Occasion {
    now: Timestamp,
    nonce: String,
}

impl Occasion {
    /// The present one.
    #[must_use]
    pub fn now(cx: ServiceContext<'_>) -> Self {
        Self { now: cx.clock.now(), nonce: cx.random.hex::<16>() }
    }
}

impl OAuth1Signer<'_> {
    /// The value of `Authorization`. `further` are parameters of the protocol that only some requests have, `form` those
    /// of a form in the body; the address brings its own.
    #[must_use]
    pub fn authorization(
        &self,
        occasion: &Occasion,
        http_method: &str,
        url: &Url,
        further: &[(&str, &str)],
        form: &[(String, String)],
    ) -> SecretString {
        let seconds = (occasion.now.0 / 1000).to_string();
        let mut protocol = vec![
            ("oauth_consumer_key", self.client_id),
            ("oauth_nonce", &occasion.nonce),
            ("oauth_signature_method", self.method.as_str()),
            ("oauth_timestamp", &seconds),
            ("oauth_version", "1.0"),
        ];
        if let Some((token, _)) = self.token {
            protocol.push(("oauth_token", token.expose_secret()));
        }
        protocol.extend_from_slice(further);
        let own = protocol.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let signed: Vec<(String, String)> = own.chain(form.iter().cloned()).collect();
        let token_secret = self.token.map(|(_, secret)| secret);
        let signature = self.method.sign(http_method, url, &signed, self.client_secret, token_secret);
        protocol.push(("oauth_signature", signature.expose_secret()));
        let realm = self.realm.map(|realm| format!("realm=\"{}\"", realm.replace(['"', '\\'], "")));
        let parts = protocol.iter().map(|(name, value)| format!("{name}=\"{}\"", encode(value)));
        let parts: Vec<String> = realm.into_iter().chain(parts).collect();
        SecretString::from(Zeroizing::new(format!("OAuth {}", parts.join(", "))).as_str())
    }
}
