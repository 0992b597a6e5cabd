//! RSA keys as people paste them, and the one that signs RS256 with its own id.

use base64::{
    Engine as _,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
#[cfg(test)]
use ring::signature::KeyPair as _;
use ring::{
    rand::SystemRandom,
    rsa::{KeyPair, KeyPairComponents, PublicKeyComponents},
    signature::{RSA_PKCS1_SHA256, RsaEncoding},
};
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::{Map, Value, json};
use zeroize::Zeroizing;

use super::{BadKey, compact};
use crate::auth::pem;

/// How often a key may be encoded in base64.
const WRAPPINGS: u8 = 3;

/// An RSA key that signs.
pub struct SigningKey {
    pair: KeyPair,
    id: Option<String>,
}

impl SigningKey {
    /// Reads a key in PEM (PKCS#1 or PKCS#8, on one line or with `\n` written out), the same again in base64, or a JWK.
    pub fn parse(text: &SecretString) -> Result<Self, BadKey> {
        let text = text.expose_secret().trim();
        if text.starts_with('{') {
            return Self::from_jwk(text);
        }
        let pair = if text.contains("-----BEGIN") { from_pem(text) } else { from_base64(text, WRAPPINGS) };
        Ok(Self { pair: pair?, id: None })
    }

    fn from_jwk(text: &str) -> Result<Self, BadKey> {
        let jwk: Value = serde_json::from_str(text).map_err(|_| BadKey)?;
        let part = |name: &str| {
            let part = jwk.get(name).and_then(Value::as_str).ok_or(BadKey)?;
            URL_SAFE_NO_PAD.decode(part.trim_end_matches('=')).map(Zeroizing::new).map_err(|_| BadKey)
        };
        let components = KeyPairComponents {
            public_key: PublicKeyComponents { n: part("n")?, e: part("e")? },
            d: part("d")?,
            p: part("p")?,
            q: part("q")?,
            dP: part("dp")?,
            dQ: part("dq")?,
            qInv: part("qi")?,
        };
        let pair = KeyPair::from_components(&components).map_err(|_| BadKey)?;
        Ok(Self { pair, id: jwk.get("kid").and_then(Value::as_str).map(str::to_owned) })
    }

    /// The signed JWT of these claims, with RS256 and the key's own id.
    pub fn sign(&self, claims: &Value) -> Result<SecretString, BadKey> {
        let mut header = Map::new();
        header.insert("alg".into(), json!("RS256"));
        header.insert("typ".into(), json!("JWT"));
        if let Some(id) = &self.id {
            header.insert("kid".into(), json!(id));
        }
        compact(&header, claims, |message| self.signature(&RSA_PKCS1_SHA256, message))
    }

    /// The public half, as PKCS#1 has it.
    #[cfg(test)]
    pub fn public_key(&self) -> &[u8] {
        self.pair.public_key().as_ref()
    }

    /// The RSA-SHA256 signature of a message that is no JWT.
    pub fn sign_bytes(&self, message: &[u8]) -> Result<Vec<u8>, BadKey> {
        self.signature(&RSA_PKCS1_SHA256, message)
    }

    pub(super) fn signature(
        &self,
        encoding: &'static dyn RsaEncoding,
        message: &[u8],
    ) -> Result<Vec<u8>, BadKey> {
        let mut signature = vec![0; self.pair.public().modulus_len()];
        // With PKCS#1 the randomness only blinds the computation: the signature is always the same.
        self.pair.sign(encoding, &SystemRandom::new(), message, &mut signature).map_err(|_| BadKey)?;
        Ok(signature)
    }
}

fn from_pem(text: &str) -> Result<KeyPair, BadKey> {
    let block = pem::blocks(text).into_iter().next().ok_or(BadKey)?;
    let der = Zeroizing::new(STANDARD.decode(block.base64.as_bytes()).map_err(|_| BadKey)?);
    let pair = match block.label.as_str() {
        "RSA PRIVATE KEY" => KeyPair::from_der(&der),
        "PRIVATE KEY" => KeyPair::from_pkcs8(&der),
        _ => return Err(BadKey),
    };
    pair.map_err(|_| BadKey)
}

/// Base64 of a key: of its PEM, of its DER, or of such base64 once more. SAP hands out the last, with the key's name
/// behind `###`.
fn from_base64(text: &str, wrappings: u8) -> Result<KeyPair, BadKey> {
    let compact: Zeroizing<String> = Zeroizing::new(text.split_whitespace().collect());
    let bytes = Zeroizing::new(STANDARD.decode(compact.as_bytes()).map_err(|_| BadKey)?);
    if let Ok(pair) = KeyPair::from_pkcs8(&bytes).or_else(|_| KeyPair::from_der(&bytes)) {
        return Ok(pair);
    }
    let text = std::str::from_utf8(&bytes).map_err(|_| BadKey)?;
    match text.split("###").next().unwrap_or_default() {
        pem if pem.contains("-----BEGIN") => from_pem(pem),
        inner if wrappings > 1 => from_base64(inner, wrappings - 1),
        _ => Err(BadKey),
    }
}
