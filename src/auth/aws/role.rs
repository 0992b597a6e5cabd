//! Which role is assumed: what was typed, what the session fixes, what the owner says.

use secrecy::ExposeSecret as _;

use super::{region::is_label, settings::Settings};
use crate::{
    auth::{
        AwsRole, ServiceContext,
        problem::{DefinitionProblem, ExchangeProblem},
    },
    provider::Inputs,
};

/// The role of a form or body. The region beside the role's name wins over the one among the parameters, and that over
/// the owner's.
pub(super) fn typed(
    cx: ServiceContext<'_>,
    inputs: &Inputs,
    settings: &Settings,
) -> Result<AwsRole, ExchangeProblem> {
    let credential = |name: &str| inputs.credentials.get(name).map(|text| text.expose_secret().to_owned());
    let parameter = |name: &str| inputs.params.get(name).map(|text| text.expose_secret().to_owned());
    let filled = |text: &String| !text.is_empty();
    let role_arn = credential("role_arn").filter(|arn| is_arn(arn));
    let role_arn = role_arn.ok_or(ExchangeProblem::BadValue("role_arn"))?;
    let region = credential("region").filter(filled).or_else(|| parameter("region").filter(filled));
    let region = region.or_else(|| settings.default_region.clone());
    let region = region.ok_or_else(|| DefinitionProblem::Unresolved(vec!["region".to_owned()]))?;
    if !is_label(&region) {
        return Err(ExchangeProblem::BadValue("region"));
    }
    let external_id = match parameter("external_id").filter(filled) {
        // Whoever could choose any id could have us assume a role that somebody else opened to us.
        Some(given) if uuid::Uuid::try_parse(&given).is_err() => {
            return Err(ExchangeProblem::BadValue("external_id"));
        }
        Some(given) => given,
        None => cx.random.uuid(),
    };
    Ok(AwsRole { role_arn, external_id, region, service: settings.service.clone() })
}

fn is_arn(text: &str) -> bool {
    text.starts_with("arn:") && text.len() <= 2048 && text.chars().all(|c| c.is_ascii_graphic())
}
