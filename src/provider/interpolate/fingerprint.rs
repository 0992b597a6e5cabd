//! The fingerprint of a key pair: SHA-256 over its public key in DER (SPKI).

use ed25519_dalek::{SigningKey, pkcs8::EncodePublicKey as _};
use pkcs1::RsaPrivateKeyRef;
use pkcs8::{
    AlgorithmIdentifierRef, Document, ObjectIdentifier, PrivateKeyInfoRef,
    der::{Decode as _, Encode as _, SecretDocument, asn1::BitStringRef},
    spki::SubjectPublicKeyInfoRef,
};
use sec1::EcPrivateKey;
use zeroize::Zeroizing;

use super::digest;

const EC_PUBLIC_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const ED25519: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.101.112");

/// `SHA256:` and the base64 of the digest, or `None` where the PEM holds no RSA, EC or Ed25519 key.
pub(super) fn of_pem(pem: &str) -> Option<Zeroizing<String>> {
    let pem = digest::normal_pem(pem);
    let (label, document) = SecretDocument::from_pem(&pem).ok()?;
    let spki = public_key(label, document.as_bytes())?;
    Some(Zeroizing::new(format!("SHA256:{}", *digest::sha256_base64(&spki))))
}

/// The SPKI of whatever kind of key it is.
fn public_key(label: &str, der: &[u8]) -> Option<Vec<u8>> {
    match label {
        "PUBLIC KEY" => SubjectPublicKeyInfoRef::from_der(der).ok()?.to_der().ok(),
        "RSA PUBLIC KEY" => spki(pkcs1::ALGORITHM_ID, der),
        "RSA PRIVATE KEY" => of_rsa(der),
        "EC PRIVATE KEY" => of_ec(der, None),
        "PRIVATE KEY" => of_pkcs8(&PrivateKeyInfoRef::from_der(der).ok()?),
        _ => None,
    }
}

fn of_pkcs8(info: &PrivateKeyInfoRef<'_>) -> Option<Vec<u8>> {
    let key = info.private_key.as_bytes();
    match info.algorithm.oid {
        pkcs1::ALGORITHM_OID => of_rsa(key),
        EC_PUBLIC_KEY => of_ec(key, Some(info.algorithm)),
        ED25519 => of_ed25519(key),
        _ => None,
    }
}

fn of_rsa(der: &[u8]) -> Option<Vec<u8>> {
    let key = RsaPrivateKeyRef::from_der(der).ok()?;
    let public = key.public_key();
    spki(pkcs1::ALGORITHM_ID, &public.to_der().ok()?)
}

/// An EC key holds its curve itself, unless PKCS #8 names it; the public point must stand beside the private one.
fn of_ec(der: &[u8], algorithm: Option<AlgorithmIdentifierRef<'_>>) -> Option<Vec<u8>> {
    let key = EcPrivateKey::from_der(der).ok()?;
    let curve = key.parameters.and_then(sec1::EcParameters::named_curve);
    let algorithm = match (algorithm, &curve) {
        (Some(algorithm), _) => algorithm,
        (None, Some(curve)) => AlgorithmIdentifierRef { oid: EC_PUBLIC_KEY, parameters: Some(curve.into()) },
        (None, None) => return None,
    };
    spki(algorithm, key.public_key?)
}

/// The private key is an octet string within the octet string.
fn of_ed25519(der: &[u8]) -> Option<Vec<u8>> {
    let seed: [u8; 32] = der.strip_prefix(&[0x04, 0x20])?.try_into().ok()?;
    let document: Document = SigningKey::from_bytes(&seed).verifying_key().to_public_key_der().ok()?;
    Some(document.as_bytes().to_vec())
}

fn spki(algorithm: AlgorithmIdentifierRef<'_>, key: &[u8]) -> Option<Vec<u8>> {
    let subject_public_key = BitStringRef::from_bytes(key).ok()?;
    SubjectPublicKeyInfoRef { algorithm, subject_public_key }.to_der().ok()
}
