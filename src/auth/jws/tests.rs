//! Signatures hold against the public half of the key, and against a published value where they are always the same.

use ring::signature::{
    ECDSA_P256_SHA256_FIXED, KeyPair as _, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_2048_8192_SHA512,
    RSA_PSS_2048_8192_SHA256, UnparsedPublicKey, VerificationAlgorithm,
};
use secrecy::ExposeSecret as _;
use serde_json::json;

use super::*;

const RSA_PEM: &str = include_str!("../tests/throwaway_key.pem");
const EC_PEM: &str = include_str!("../tests/throwaway_ec_key.pem");

fn sign(algorithm: &str, key: &str, encoding: HmacKeyEncoding) -> Result<String, BadKey> {
    let header = json!({ "alg": algorithm, "typ": "JWT" });
    let claims = json!({ "sub": "1234567890", "name": "John Doe", "iat": 1_516_239_022 });
    let signer = Signer::new(Algorithm::parse(algorithm).unwrap(), &SecretString::from(key), encoding)?;
    let jwt = signer.sign(header.as_object().unwrap(), &claims)?;
    Ok(jwt.expose_secret().to_owned())
}

fn holds(jwt: &str, algorithm: &'static dyn VerificationAlgorithm, public: &[u8]) -> bool {
    let (message, signature) = jwt.rsplit_once('.').unwrap();
    let signature = URL_SAFE_NO_PAD.decode(signature).unwrap();
    UnparsedPublicKey::new(algorithm, public).verify(message.as_bytes(), &signature).is_ok()
}

#[test]
fn the_token_that_everybody_knows_comes_out() {
    // The example of jwt.io.
    let known = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.\
                 eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.\
                 SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c";
    assert_eq!(sign("HS256", "your-256-bit-secret", HmacKeyEncoding::Utf8).unwrap(), known);
    let hex = hex::encode("your-256-bit-secret");
    assert_eq!(sign("HS256", &hex, HmacKeyEncoding::Hex).unwrap(), known);
}

#[test]
fn rsa_and_ec_signatures_hold_however_the_key_was_pasted() {
    let key = SigningKey::parse(&SecretString::from(RSA_PEM)).unwrap();
    let rsa = key.public_key().to_vec();
    for (algorithm, verification) in [
        ("RS256", &RSA_PKCS1_2048_8192_SHA256 as &'static dyn VerificationAlgorithm),
        ("RS512", &RSA_PKCS1_2048_8192_SHA512),
        ("PS256", &RSA_PSS_2048_8192_SHA256),
    ] {
        for pasted in [RSA_PEM.to_owned(), RSA_PEM.replace('\n', "\\n"), RSA_PEM.replace('\n', " ")] {
            let jwt = sign(algorithm, &pasted, HmacKeyEncoding::Hex).unwrap();
            assert!(holds(&jwt, verification, &rsa), "{algorithm}");
        }
    }
    let sec1 = ec_as_sec1();
    let pair = signer::ec_pair(&SecretString::from(EC_PEM)).unwrap();
    for pasted in [EC_PEM.to_owned(), EC_PEM.replace('\n', "\\n"), sec1] {
        let jwt = sign("ES256", &pasted, HmacKeyEncoding::Hex).unwrap();
        assert!(holds(&jwt, &ECDSA_P256_SHA256_FIXED, pair.public_key().as_ref()));
    }
}

/// The same key as the older tools write it.
fn ec_as_sec1() -> String {
    use base64::engine::general_purpose::STANDARD;
    use pkcs8::{PrivateKeyInfoRef, der::Decode as _};
    let block = crate::auth::pem::blocks(EC_PEM).remove(0);
    let der = STANDARD.decode(block.base64.as_bytes()).unwrap();
    let inner = PrivateKeyInfoRef::from_der(&der).unwrap().private_key.as_bytes();
    format!("-----BEGIN EC PRIVATE KEY-----\n{}\n-----END EC PRIVATE KEY-----", STANDARD.encode(inner))
}

#[test]
fn a_key_of_another_kind_signs_nothing() {
    for (algorithm, key) in [
        ("RS256", EC_PEM),
        ("ES256", RSA_PEM),
        ("ES384", EC_PEM),
        ("RS256", "not a key"),
        ("ES256", ""),
        ("HS256", "no hex"),
        ("HS256", ""),
    ] {
        assert_eq!(sign(algorithm, key, HmacKeyEncoding::Hex), Err(BadKey), "{algorithm} {key:.20}");
    }
    assert_eq!(Algorithm::parse("none"), None);
}
