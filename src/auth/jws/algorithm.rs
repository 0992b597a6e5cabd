//! The algorithms of RFC 7518 §3.1 that services ask for.

/// How a JWT is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Algorithm {
    /// HMAC with SHA-2, by the number of bits.
    Hmac(Bits),
    /// RSASSA-PKCS1-v1_5 with SHA-2.
    RsaPkcs1(Bits),
    /// RSASSA-PSS with SHA-2.
    RsaPss(Bits),
    /// ECDSA on P-256 with SHA-256.
    EcP256,
    /// ECDSA on P-384 with SHA-384.
    EcP384,
}

/// The length of a SHA-2 digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bits {
    B256,
    B384,
    B512,
}

impl Algorithm {
    /// The algorithm of a JOSE header's `alg`.
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "HS256" => Self::Hmac(Bits::B256),
            "HS384" => Self::Hmac(Bits::B384),
            "HS512" => Self::Hmac(Bits::B512),
            "RS256" => Self::RsaPkcs1(Bits::B256),
            "RS384" => Self::RsaPkcs1(Bits::B384),
            "RS512" => Self::RsaPkcs1(Bits::B512),
            "PS256" => Self::RsaPss(Bits::B256),
            "PS384" => Self::RsaPss(Bits::B384),
            "PS512" => Self::RsaPss(Bits::B512),
            "ES256" => Self::EcP256,
            "ES384" => Self::EcP384,
            _ => return None,
        })
    }
}
