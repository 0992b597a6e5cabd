//! A definition's recipe of a signed JWT: `token` and `signature`.

use std::collections::BTreeMap;

use secrecy::{ExposeSecret as _, SecretString};
use serde_json::{Map, Value, json};

use crate::{
    auth::{
        ConnectionConfig, ServiceContext,
        jws::{Algorithm, HmacKeyEncoding, Signer},
        problem::{DefinitionProblem, ExchangeProblem},
    },
    clock::Timestamp,
    provider::{
        interpolate::{self, Context, Scope},
        raw::{Parameters, RawProvider, RawToken},
    },
};

/// How long a token holds where the recipe does not say, in milliseconds.
const LIFETIME: u64 = 300_000;
/// The two halves of a key that is typed as `id:secret`, as recipes name them.
const HALVES: [&str; 2] = ["id", "secret"];

/// A token, and when it ends.
#[derive(Clone, Debug)]
pub struct SignedToken {
    /// The JWT.
    pub token: SecretString,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// Signs a token by a definition's recipe, from a form's fields and the connection's values.
pub fn signed(
    cx: ServiceContext<'_>,
    definition: &RawProvider,
    fields: &BTreeMap<String, SecretString>,
    config: &ConnectionConfig,
) -> Result<SignedToken, ExchangeProblem> {
    let recipe = definition.token.as_ref().ok_or(DefinitionProblem::Missing("token"))?;
    let (now, random) = (cx.clock.now(), cx.random.uuid());
    let scope = scope(fields, config, recipe);
    let filling = Filling(Context::new(&scope, now, &random));
    let lifetime = i64::try_from(recipe.expires_in_ms.unwrap_or(LIFETIME)).unwrap_or(i64::MAX);
    let expires_at = now.plus_millis(lifetime);

    let header = filling.members(recipe.header.as_ref());
    let mut claims = filling.members(recipe.payload.as_ref());
    claims.insert("iat".to_owned(), json!(now.0 / 1000));
    claims.insert("exp".to_owned(), json!(expires_at.0 / 1000));

    let algorithm = header.get("alg").and_then(Value::as_str).and_then(Algorithm::parse);
    let algorithm = algorithm.ok_or(DefinitionProblem::Unknown("token.header.alg"))?;
    let key = recipe.signing_key.as_deref().ok_or(DefinitionProblem::Missing("token.signing_key"))?;
    let key = filling.text(key).ok_or(ExchangeProblem::BadKey("private key"))?;
    let signer = Signer::new(algorithm, &SecretString::from(key), encoding(definition)?);
    let token = signer.and_then(|signer| signer.sign(&header, &Value::Object(claims)));
    Ok(SignedToken { token: token.map_err(|_| ExchangeProblem::BadKey("private key"))?, expires_at })
}

fn encoding(definition: &RawProvider) -> Result<HmacKeyEncoding, DefinitionProblem> {
    let signature = definition.signature.as_ref();
    match signature.and_then(|signature| signature.hmac_secret_encoding.as_deref()) {
        None | Some("" | "hex") => Ok(HmacKeyEncoding::Hex),
        Some("utf8") => Ok(HmacKeyEncoding::Utf8),
        Some(_) => Err(DefinitionProblem::Unknown("signature.hmac_secret_encoding")),
    }
}

/// The fields under their own names and under `credentials`.
fn scope(fields: &BTreeMap<String, SecretString>, config: &ConnectionConfig, recipe: &RawToken) -> Scope {
    let mut own = Scope::new();
    for (name, value) in fields {
        match halves(name, value.expose_secret(), recipe) {
            Some(halves) => own.insert(name, halves),
            None => own.insert(name, value.expose_secret()),
        }
    }
    let values = config.scope();
    own.clone()
        .with("credentials", own)
        .with("connectionConfig", values.clone())
        .with("connection_config", values)
}

/// A key typed as `id:secret`, where the recipe names its halves.
fn halves(name: &str, value: &str, recipe: &RawToken) -> Option<Scope> {
    let named = |half: &&str| mentions(recipe, &format!("{name}.{half}}}"));
    let (id, secret) = value.split_once(':').filter(|_| HALVES.iter().all(named))?;
    Some(Scope::new().with(HALVES[0], id.trim()).with(HALVES[1], secret.trim()))
}

fn mentions(recipe: &RawToken, text: &str) -> bool {
    let maps = [&recipe.header, &recipe.payload];
    let mut values = maps.into_iter().flatten().flat_map(indexmap::IndexMap::values);
    recipe.signing_key.as_deref().is_some_and(|key| key.contains(text))
        || values.any(|value| value.to_string().contains(text))
}

/// Fills a recipe's values by the flat rules; what has no value is left out.
struct Filling<'a>(Context<'a>);

impl Filling<'_> {
    fn members(&self, parameters: Option<&Parameters>) -> Map<String, Value> {
        let filled = |(name, value): (&String, &Value)| Some((name.clone(), self.value(value)?));
        parameters.into_iter().flatten().filter_map(filled).collect()
    }

    fn value(&self, value: &Value) -> Option<Value> {
        match value {
            Value::String(text) => self.text(text).map(Value::String),
            Value::Array(items) => {
                let texts = items.iter().filter_map(|item| self.text(item.as_str()?));
                let items: Vec<Value> = texts.flat_map(|text| split(&text)).collect();
                (!items.is_empty()).then_some(Value::Array(items))
            }
            Value::Object(map) => {
                let filled = |(name, value): (&String, &Value)| Some((name.clone(), self.value(value)?));
                Some(Value::Object(map.iter().filter_map(filled).collect()))
            }
            other => Some(other.clone()),
        }
    }

    fn text(&self, template: &str) -> Option<String> {
        let filled = interpolate::flat(template, self.0);
        filled.is_complete().then(|| filled.as_str().to_owned())
    }
}

/// A list is typed with commas.
fn split(text: &str) -> Vec<Value> {
    let items = text.split(',').map(str::trim).filter(|item| !item.is_empty());
    items.map(|item| Value::String(item.to_owned())).collect()
}
