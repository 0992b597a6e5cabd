//! Services whose only door is GraphQL: they refuse with 200 and a list of errors.

use secrecy::SecretString;
use serde_json::json;

use super::json::accepted_if;
use crate::auth::check::{CheckFailure, Checked, template, trial::Trial};

/// The smallest query that needs a key.
pub async fn skio(trial: &Trial<'_>) -> Result<Checked, CheckFailure> {
    let data = json!({ "query": "query { Subscriptions(limit: 1) { id } }" });
    let call = template::post(trial.provider, "/v1/graphql", "application/json");
    let answer = trial.call_with(&call, SecretString::from(data.to_string())).await?;
    accepted_if(&answer, |body| {
        body.get("data").is_some_and(|data| !data.is_null()) && body.get("errors").is_none()
    })
}
