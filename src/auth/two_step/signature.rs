//! A JWT signed with the end user's key, which the login then shows as `${token}` (`signature` and `token`, §2.7).

use std::collections::BTreeMap;

use secrecy::SecretString;

use crate::{
    auth::{ConnectionConfig, ServiceContext, jwt, problem::ExchangeProblem},
    provider::raw::RawProvider,
};

/// Signs it, where the definition has a recipe.
pub fn sign(
    cx: &ServiceContext<'_>,
    definition: &RawProvider,
    fields: &BTreeMap<String, SecretString>,
    config: &ConnectionConfig,
) -> Result<Option<SecretString>, ExchangeProblem> {
    if definition.signature.is_none() || definition.token.is_none() {
        return Ok(None);
    }
    Ok(Some(jwt::signed(*cx, definition, fields, config)?.token))
}
