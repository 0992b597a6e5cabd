//! `JWT`: a token that we sign with the end user's key (provider-format.md §2.7). No service is asked for it.

mod recipe;

use std::collections::BTreeMap;

use secrecy::SecretString;

pub use recipe::signed;

use super::{
    Credential, Grant, JwtCredential, ServiceContext, Subject,
    problem::{DefinitionProblem, ExchangeProblem},
};

/// Signs a token with what was typed; the same way at first and ever after.
pub(super) fn grant(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    fields: &BTreeMap<String, SecretString>,
) -> Result<Grant, ExchangeProblem> {
    let definition = subject.provider.definition().map_err(|_| DefinitionProblem::Unreadable)?;
    let fields = JwtCredential::fields(fields);
    let signed = signed(cx, &definition, &fields, subject.connection_config)?;
    let credential = JwtCredential { fields, token: signed.token, expires_at: Some(signed.expires_at) };
    Ok(Grant {
        credential: Credential::Jwt(credential),
        connection_config: subject.connection_config.clone(),
        granted_scopes: None,
    })
}
