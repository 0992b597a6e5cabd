//! Installations that begin at the service: a webhook brings the code (provider-format.md §2.1.7).

use std::collections::BTreeMap;

use secrecy::SecretString;
use serde_json::Value;

use super::{
    Definition, at_path,
    exchange::{Code, exchange},
    metadata,
};
use crate::auth::{
    ClientOverride, Grant, ServiceContext, Subject,
    problem::{DefinitionProblem, ExchangeProblem},
};

/// The webhook's code in, connection out. Its values are already needed for the address of the exchange.
pub async fn complete(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    webhook: &Value,
) -> Result<Grant, ExchangeProblem> {
    let definition = Definition::of(subject.provider)?;
    let path = definition.raw().authorization_code_param_in_webhook.as_deref();
    let path = path.ok_or(DefinitionProblem::Missing("authorization_code_param_in_webhook"))?;
    let code = at_path(webhook, path).and_then(Value::as_str);
    let code = code.ok_or_else(|| DefinitionProblem::Unresolved(vec![path.to_owned()]))?;
    let code = SecretString::from(code);
    let metadata = metadata(webhook, definition.raw().webhook_response_metadata.as_ref());
    let metadata = match webhook.get("data") {
        // some paths are written from within `data`
        Some(data) => {
            metadata.over(super::metadata(data, definition.raw().webhook_response_metadata.as_ref()))
        }
        None => metadata,
    };
    let mut config = subject.connection_config.over(metadata.clone());
    config.remove("pending");
    let subject = Subject { connection_config: &config, ..*subject };
    let client_override = ClientOverride::of(&config);
    let code = Code { value: &code, verifier: None, query: &BTreeMap::new(), metadata: &metadata };
    exchange(cx, &subject, code, client_override.as_ref()).await
}
