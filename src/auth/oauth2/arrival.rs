//! The return: whether it is an answer to our request, and the code in it (provider-format.md §2.1.2).

use std::collections::BTreeMap;

use secrecy::SecretString;

use super::{
    Definition, callback_values,
    exchange::{Code, exchange},
};
use crate::auth::{
    ConnectionConfig, ServiceContext,
    problem::ExchangeProblem,
    redirect::{Arrival, PendingOAuth2, ProviderError, ReturnProblem, Returning},
};

/// Exchanges the code of a callback.
pub async fn arrive(
    cx: ServiceContext<'_>,
    returning: Returning<'_>,
    pending: &PendingOAuth2,
) -> Result<Arrival, ReturnProblem> {
    let Returning { subject, query, .. } = returning;
    let definition = Definition::of(subject.provider).map_err(ExchangeProblem::from)?;
    let raw = definition.raw();
    check_issuer(raw.issuer.as_deref(), raw.issuer_in_callback == Some(true), query)?;
    let code = query.get(definition.code_parameter()).filter(|code| !code.is_empty());
    let code = code.ok_or_else(|| ReturnProblem::NoCode(ProviderError::of(query)))?;
    let code = SecretString::from(code.as_str());
    let metadata = callback_metadata(&definition, query);
    let metadata = callback_values::trusted(&cx, subject.provider, &definition, metadata);
    let verifier = pending.code_verifier.as_ref();
    let code = Code { value: &code, verifier, query, metadata: &metadata };
    Ok(Arrival::Connected(exchange(cx, &subject, code, pending.client_override.as_ref()).await?))
}

/// RFC 9207: an answer that names its issuer must name the right one, and must name one where that was announced.
pub fn check_issuer(
    issuer: Option<&str>,
    is_announced: bool,
    query: &BTreeMap<String, String>,
) -> Result<(), ReturnProblem> {
    match (issuer, query.get("iss")) {
        (Some(issuer), Some(said)) if said == issuer => Ok(()),
        (Some(_), Some(_)) => Err(ReturnProblem::IssuerMismatch),
        (_, None) if is_announced => Err(ReturnProblem::IssuerMissing),
        _ => Ok(()),
    }
}

/// The parameters of the callback that belong to the connection.
pub fn callback_metadata(definition: &Definition, query: &BTreeMap<String, String>) -> ConnectionConfig {
    let mut config = ConnectionConfig::default();
    for name in definition.raw().redirect_uri_metadata.iter().flatten() {
        if let Some(text) = query.get(name) {
            config.set(name, text.as_str());
        }
    }
    config
}
