//! Where AWS's token service stands.

use url::Url;

use super::region::{domain, is_label};
use crate::{
    auth::{
        ConnectionConfig, ServiceContext,
        problem::{DefinitionProblem, ExchangeProblem},
        template::Templates,
    },
    provider::{
        Provider, TokenUrl,
        interpolate::{BuiltUrl, UrlError, ValueEncoding},
    },
};

/// The definition's `token_url` where it has one, else the region's own endpoint.
pub(super) fn of(
    cx: ServiceContext<'_>,
    provider: &Provider,
    config: &ConnectionConfig,
    region: &str,
) -> Result<BuiltUrl, ExchangeProblem> {
    if let Some(TokenUrl::One(template)) = &provider.token_url {
        return Ok(Templates::new(&cx, config).url("token_url", template, ValueEncoding::Component)?);
    }
    if !is_label(region) {
        return Err(ExchangeProblem::BadValue("region"));
    }
    let url = Url::parse(&format!("https://sts.{region}.{}/", domain(region)));
    let invalid = |_| DefinitionProblem::Url { key: "token_url", problem: UrlError::Invalid };
    Ok(BuiltUrl { url: url.map_err(invalid)?, definition_port: None })
}
