//! Signed JWTs (RFC 7515, 7519) with RS256, by which clients and apps prove themselves.

use base64::{
    Engine as _,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use ring::{
    rand::SystemRandom,
    rsa::{KeyPair, KeyPairComponents, PublicKeyComponents},
    signature::RSA_PKCS1_SHA256,
};
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::{Map, Value, json};
use zeroize::Zeroizing;

use super::pem;

/// The key is no RSA key that we can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadKey;

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
        let decoded = if text.contains("-----BEGIN") { None } else { from_base64(text) };
        Self::from_pem(decoded.as_deref().map_or(text, String::as_str))
    }

    fn from_pem(text: &str) -> Result<Self, BadKey> {
        let block = pem::blocks(text).into_iter().next().ok_or(BadKey)?;
        let der = Zeroizing::new(STANDARD.decode(block.base64.as_bytes()).map_err(|_| BadKey)?);
        let pair = match block.label.as_str() {
            "RSA PRIVATE KEY" => KeyPair::from_der(&der),
            "PRIVATE KEY" => KeyPair::from_pkcs8(&der),
            _ => return Err(BadKey),
        };
        Ok(Self { pair: pair.map_err(|_| BadKey)?, id: None })
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

    /// The signed JWT of these claims.
    pub fn sign(&self, claims: &Value) -> Result<SecretString, BadKey> {
        let mut header = Map::new();
        header.insert("alg".into(), json!("RS256"));
        header.insert("typ".into(), json!("JWT"));
        if let Some(id) = &self.id {
            header.insert("kid".into(), json!(id));
        }
        let encode = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let signed = format!("{}.{}", encode(&Value::Object(header)), encode(claims));
        let mut signature = vec![0; self.pair.public().modulus_len()];
        self.pair
            // its randomness only blinds the computation: the signature is always the same
            .sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), signed.as_bytes(), &mut signature)
            .map_err(|_| BadKey)?;
        Ok(SecretString::from(format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))))
    }
}

fn from_base64(text: &str) -> Option<Zeroizing<String>> {
    let compact: Zeroizing<String> = Zeroizing::new(text.split_whitespace().collect());
    String::from_utf8(STANDARD.decode(compact.as_bytes()).ok()?).ok().map(Zeroizing::new)
}
