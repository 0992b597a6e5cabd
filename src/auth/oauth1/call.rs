//! Signing a call to the API (RFC 5849 §3.1).

use secrecy::SecretString;
use url::Url;

use super::{OAuth1Signer, Occasion, SignatureMethod};
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
    call: &SignedCall<'_>,
) -> Option<SecretString> {
    let definition = provider.definition().ok()?;
    let method = SignatureMethod::parse(definition.signature_method.as_deref())?;
    let signer = OAuth1Signer {
        client_id: &call.client.client_id,
        client_secret: &call.client.client_secret,
        token: Some((call.token, call.token_secret)),
        method,
        realm: None,
    };
    Some(signer.authorization(&Occasion::now(*cx), call.method, call.url, &[], &call.form))
}
