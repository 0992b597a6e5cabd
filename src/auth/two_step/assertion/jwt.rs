//! Assertions that are JWTs (RFC 7523).

use secrecy::SecretString;
use serde_json::{Map, Value, json};

use super::Making;
use crate::auth::{
    jws::{Algorithm, HmacKeyEncoding, Signer},
    problem::{DefinitionProblem, ExchangeProblem},
};

/// Signs one. The header goes as the definition has it: it names the algorithm.
pub fn make(making: &Making<'_>, key: &SecretString) -> Result<SecretString, ExchangeProblem> {
    let header = making.templates.parameters(making.recipe.header.as_ref())?;
    let payload = making.templates.parameters(making.recipe.payload.as_ref())?;
    let algorithm = header.get("alg").and_then(Value::as_str).and_then(Algorithm::parse);
    let algorithm = algorithm.ok_or(DefinitionProblem::Unknown("assertion.header.alg"))?;
    let mut claims = Map::new();
    claims.insert("iat".to_owned(), json!(making.now.0 / 1000));
    claims.insert("exp".to_owned(), json!(making.end().0 / 1000));
    claims.extend(payload);
    let signer = Signer::new(algorithm, key, HmacKeyEncoding::Utf8);
    let signed = signer.and_then(|signer| signer.sign(&header.into_iter().collect(), &Value::Object(claims)));
    signed.map_err(|_| ExchangeProblem::BadKey("private key"))
}
