//! A client that proves itself by a JWT which its own key signed (RFC 7523 §2.2, `private_key_jwt`).

use secrecy::SecretString;
use serde_json::{Value, json};

use super::{Definition, TokenRequest};
use crate::auth::{ServiceContext, jws::SigningKey, problem::ExchangeProblem};

const TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
const MINUTES: i64 = 5;

/// Who signs.
#[derive(Clone, Copy)]
pub struct Signer<'a> {
    /// The client's name.
    pub client_id: &'a str,
    /// Its key: PEM or JWK.
    pub key: &'a SecretString,
    /// What people call the field that holds the key.
    pub field: &'static str,
}

impl Signer<'_> {
    /// Adds the proof. Its one audience is the issuer where the definition names it, else the endpoint's exact address:
    /// no other server can take it for its own (security.md C8).
    pub fn prove(
        self,
        cx: ServiceContext<'_>,
        definition: &Definition,
        request: &mut TokenRequest,
    ) -> Result<(), ExchangeProblem> {
        let now = cx.clock.now();
        let audience = definition.raw().issuer.as_deref().unwrap_or(request.url.url.as_str());
        let claims = json!({
            "iss": self.client_id,
            "sub": self.client_id,
            "aud": audience,
            "iat": now.0 / 1000,
            "exp": now.plus_minutes(MINUTES).0 / 1000,
            "jti": cx.random.uuid(),
        });
        self.attach(request, &claims)
    }

    /// Adds these claims, signed.
    pub fn attach(self, request: &mut TokenRequest, claims: &Value) -> Result<(), ExchangeProblem> {
        let assertion = SigningKey::parse(self.key).and_then(|key| key.sign(claims));
        let assertion = assertion.map_err(|_| ExchangeProblem::BadKey(self.field))?;
        request.set("client_assertion_type", TYPE);
        request.set_secret("client_assertion", &assertion);
        Ok(())
    }
}
