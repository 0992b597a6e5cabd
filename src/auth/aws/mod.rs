//! `AWS_SIGV4`: keys of a role that the end user lets us assume; they sign every request (provider-format.md §8.5).
//!
//! The integration's owner says for which service, and where the keys come from: AWS's own token service (STS), or an
//! endpoint of the owner's.

mod endpoint;
mod region;
mod role;
mod settings;
pub mod signature;
mod sts;
mod vendor;
mod xml;

pub(super) use sts::{caller_identity, identify};

use super::{
    AwsCredential, AwsKeys, AwsRole, Credential, Grant, SecretJson, ServiceContext, Subject,
    problem::ExchangeProblem,
};
use crate::{clock::Timestamp, provider::Inputs};
use settings::{Issuer, Settings};

/// Keys that were issued.
struct Issued {
    keys: AwsKeys,
    expires_at: Option<Timestamp>,
    raw: SecretJson,
}

/// Assumes the role that was typed.
pub(super) async fn grant(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    inputs: &Inputs,
) -> Result<Grant, ExchangeProblem> {
    let settings = Settings::of(subject.custom)?;
    let role = role::typed(cx, inputs, &settings)?;
    assume(cx, subject, role, &settings).await
}

/// Assumes the role once more.
pub(super) async fn renew(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    credential: &AwsCredential,
) -> Result<Grant, ExchangeProblem> {
    assume(cx, subject, credential.role.clone(), &Settings::of(subject.custom)?).await
}

async fn assume(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    role: AwsRole,
    settings: &Settings,
) -> Result<Grant, ExchangeProblem> {
    let mut connection_config = subject.connection_config.clone();
    for (name, value) in [
        ("external_id", &role.external_id),
        ("role_arn", &role.role_arn),
        ("region", &role.region),
        ("service", &role.service),
    ] {
        connection_config.set(name, value.as_str());
    }
    let Issued { keys, expires_at, raw } = match &settings.issuer {
        Issuer::BuiltIn(own) => {
            let endpoint = endpoint::of(cx, subject.provider, &connection_config, &role.region)?;
            sts::assume_role(cx, endpoint, own, &role).await?
        }
        Issuer::Custom(vendor) => vendor::issue(cx, vendor, &role).await?,
    };
    let credential = Credential::AwsSigV4(AwsCredential { role, keys, expires_at, raw });
    Ok(Grant { credential, connection_config, granted_scopes: None })
}
