//! Signing a call to the API (RFC 5849 §3.1).

use secrecy::{ExposeSecret as _, SecretString};
use url::Url;

use super::signature::{SignatureMethod, encode};
use crate::{
    auth::{OAuthClient, ServiceContext},
    provider::Provider,
};

/// A call to sign.
pub struct SignedCall<'a> {
    /// Whose client.
    pub client: &'a OAuthClient,
    /// The connection's token.
    pub token: &'a SecretString,
    /// Its secret.
    pub token_secret: &'a SecretString,
    /// Method.
    pub method: &'a str,
    /// Address, parameters included.
    pub url: &'a Url,
    /// The parameters of a form.
    pub form: Vec<(String, String)>,
}

/// The `Authorization` header; nothing where the definition's signature method is not known.
pub fn authorization(
    cx: &ServiceContext<'_>,
    provider: &Provider,
    call: SignedCall<'_>,
) -> Option<SecretString> {
    let definition = provider.definition().ok()?;
    let method = SignatureMethod::parse(definition.signature_method.as_deref())?;
    let mut protocol = vec![
        ("oauth_consumer_key".to_owned(), call.client.client_id.clone()),
        ("oauth_nonce".to_owned(), cx.random.hex::<16>()),
        ("oauth_signature_method".to_owned(), method.as_str().to_owned()),
        ("oauth_timestamp".to_owned(), (cx.clock.now().0 / 1000).to_string()),
        ("oauth_token".to_owned(), call.token.expose_secret().to_owned()),
        ("oauth_version".to_owned(), "1.0".to_owned()),
    ];
    let signed: Vec<(String, String)> = protocol.iter().cloned().chain(call.form).collect();
    let secret = &call.client.client_secret;
    let signature = method.sign(call.method, call.url, &signed, secret, Some(call.token_secret));
    protocol.push(("oauth_signature".to_owned(), signature.expose_secret().to_owned()));
    let header: Vec<String> =
        protocol.iter().map(|(name, value)| format!("{name}=\"{}\"", encode(value))).collect();
    Some(SecretString::from(format!("OAuth {}", header.join(", "))))
}
