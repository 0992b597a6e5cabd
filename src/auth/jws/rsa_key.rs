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

fn from_base64(text: &str) -> Option<Zeroizing<String>> {
    let compact: Zeroizing<String> = Zeroizing::new(text.split_whitespace().collect());
    String::from_utf8(STANDARD.decode(compact.as_bytes()).ok()?).ok().map(Zeroizing::new)
}
