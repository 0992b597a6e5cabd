//! Signed assertions (`assertion`, provider-format.md §8.3): what a login shows in place of a password.
//!
//! Made anew for every login, since the key it needs is kept; an assertion that was given ready-made goes as it is.

mod jwt;
mod saml;

use secrecy::SecretString;
use serde_json::Value;

use super::values::{RequestTemplates, Values};
use crate::{
    auth::{
        ServiceContext,
        problem::{DefinitionProblem, ExchangeProblem},
    },
    clock::Timestamp,
    provider::raw::{RawAssertion, RawProvider},
};

/// The credential that holds it.
pub const FIELD: &str = "assertion";
/// How long one holds where the definition does not say, in seconds.
const LIFETIME: i64 = 3600;

/// Makes it, where the definition has a recipe.
pub fn make(
    cx: &ServiceContext<'_>,
    definition: &RawProvider,
    values: &Values,
) -> Result<Option<SecretString>, ExchangeProblem> {
    let Some(recipe) = &definition.assertion else { return Ok(None) };
    let templates = values.templates(cx);
    let key = recipe.key.as_deref().ok_or(DefinitionProblem::Missing("assertion.key"))?;
    let key = match templates.text(key) {
        Ok(key) => key,
        Err(_) if values.field(FIELD).is_some() => return Ok(None),
        Err(problem) => return Err(problem.into()),
    };
    let making = Making { recipe, templates: &templates, now: cx.clock.now(), lifetime: lifetime(recipe) };
    match recipe.r#type.as_deref() {
        Some("jwt") => jwt::make(&making, &key).map(Some),
        Some("saml") => saml::make(cx, &making, &key).map(Some),
        _ => Err(DefinitionProblem::Unknown("assertion.type").into()),
    }
}

/// What an assertion is made of.
struct Making<'a> {
    recipe: &'a RawAssertion,
    templates: &'a RequestTemplates,
    now: Timestamp,
    lifetime: i64,
}

impl Making<'_> {
    const fn end(&self) -> Timestamp {
        self.now.plus_millis(self.lifetime.saturating_mul(1000))
    }
}

/// A number, or one written as a text.
fn lifetime(recipe: &RawAssertion) -> i64 {
    let seconds = recipe.lifetime_in_seconds.as_ref().and_then(|value| match value {
        Value::String(text) => text.trim().parse().ok(),
        other => other.as_i64(),
    });
    seconds.filter(|seconds| *seconds > 0).unwrap_or(LIFETIME)
}
