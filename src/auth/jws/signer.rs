//! A key together with the algorithm that it signs with.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use pkcs8::{PrivateKeyInfoRef, der::Decode as _};
use ring::{
    hmac,
    rand::SystemRandom,
    signature::{
        ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair,
        EcdsaSigningAlgorithm, RSA_PKCS1_SHA256, RSA_PKCS1_SHA384, RSA_PKCS1_SHA512, RSA_PSS_SHA256,
        RSA_PSS_SHA384, RSA_PSS_SHA512, RsaEncoding,
    },
};
use sec1::EcPrivateKey;
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::{Map, Value};
use zeroize::Zeroizing;

use super::{
    BadKey, SigningKey,
    algorithm::{Algorithm, Bits},
    compact,
};
use crate::auth::pem;

/// How a shared secret is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HmacKeyEncoding {
    /// Hexadecimal digits.
    #[default]
    Hex,
    /// As it is.
    Utf8,
}

/// A key that signs with one algorithm.
pub struct Signer(Kind);

enum Kind {
    Hmac(hmac::Key),
    Rsa(Box<SigningKey>, &'static dyn RsaEncoding),
    Ec(EcdsaKeyPair),
}

impl Signer {
    /// Reads the key that an algorithm needs: a PEM or JWK of its kind, or a shared secret.
    pub fn new(algorithm: Algorithm, key: &SecretString, encoding: HmacKeyEncoding) -> Result<Self, BadKey> {
        let rsa = |encoding| SigningKey::parse(key).map(|key| Kind::Rsa(Box::new(key), encoding));
        let kind = match algorithm {
            Algorithm::Hmac(bits) => Kind::Hmac(hmac_key(bits, key, encoding)?),
            Algorithm::RsaPkcs1(Bits::B256) => rsa(&RSA_PKCS1_SHA256)?,
            Algorithm::RsaPkcs1(Bits::B384) => rsa(&RSA_PKCS1_SHA384)?,
            Algorithm::RsaPkcs1(Bits::B512) => rsa(&RSA_PKCS1_SHA512)?,
            Algorithm::RsaPss(Bits::B256) => rsa(&RSA_PSS_SHA256)?,
            Algorithm::RsaPss(Bits::B384) => rsa(&RSA_PSS_SHA384)?,
            Algorithm::RsaPss(Bits::B512) => rsa(&RSA_PSS_SHA512)?,
            Algorithm::EcP256 => Kind::Ec(ec_key(&ECDSA_P256_SHA256_FIXED_SIGNING, key)?),
            Algorithm::EcP384 => Kind::Ec(ec_key(&ECDSA_P384_SHA384_FIXED_SIGNING, key)?),
        };
        Ok(Self(kind))
    }

    /// The signed JWT. The header goes as it is: it names the algorithm itself.
    pub fn sign(&self, header: &Map<String, Value>, claims: &Value) -> Result<SecretString, BadKey> {
        compact(header, claims, |message| match &self.0 {
            Kind::Hmac(key) => Ok(hmac::sign(key, message).as_ref().to_vec()),
            Kind::Rsa(key, encoding) => key.signature(*encoding, message),
            Kind::Ec(pair) => {
                let signature = pair.sign(&SystemRandom::new(), message).map_err(|_| BadKey)?;
                Ok(signature.as_ref().to_vec())
            }
        })
    }
}

fn hmac_key(bits: Bits, key: &SecretString, encoding: HmacKeyEncoding) -> Result<hmac::Key, BadKey> {
    let algorithm = match bits {
        Bits::B256 => hmac::HMAC_SHA256,
        Bits::B384 => hmac::HMAC_SHA384,
        Bits::B512 => hmac::HMAC_SHA512,
    };
    let text = key.expose_secret();
    let bytes = Zeroizing::new(match encoding {
        HmacKeyEncoding::Hex => hex::decode(text.trim()).map_err(|_| BadKey)?,
        HmacKeyEncoding::Utf8 => text.as_bytes().to_vec(),
    });
    // An empty secret is no secret: everybody could sign with it.
    if bytes.is_empty() { Err(BadKey) } else { Ok(hmac::Key::new(algorithm, &bytes)) }
}

#[cfg(test)]
pub(super) fn ec_pair(key: &SecretString) -> Result<EcdsaKeyPair, BadKey> {
    ec_key(&ECDSA_P256_SHA256_FIXED_SIGNING, key)
}

/// SEC1 or PKCS#8; the public point must stand beside the private one, as every common tool writes it.
fn ec_key(algorithm: &'static EcdsaSigningAlgorithm, key: &SecretString) -> Result<EcdsaKeyPair, BadKey> {
    let block = pem::blocks(key.expose_secret()).into_iter().next().ok_or(BadKey)?;
    let der = Zeroizing::new(STANDARD.decode(block.base64.as_bytes()).map_err(|_| BadKey)?);
    let sec1 = match block.label.as_str() {
        "EC PRIVATE KEY" => der.as_slice(),
        "PRIVATE KEY" => PrivateKeyInfoRef::from_der(&der).map_err(|_| BadKey)?.private_key.as_bytes(),
        _ => return Err(BadKey),
    };
    let pair = EcPrivateKey::from_der(sec1).map_err(|_| BadKey)?;
    let public = pair.public_key.ok_or(BadKey)?;
    EcdsaKeyPair::from_private_key_and_public_key(algorithm, pair.private_key, public, &SystemRandom::new())
        .map_err(|_| BadKey)
}
