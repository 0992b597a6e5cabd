//! Keys at AWS: any of them may ask the token service who they are.

use secrecy::ExposeSecret as _;

use crate::auth::{
    AwsKeys, Credential, aws,
    check::{CheckFailure, Checked, trial::Trial},
    problem::ExchangeProblem,
};

/// Where keys that know no region are asked about.
const EVERYWHERE: &str = "us-east-1";

/// An access key, typed as user name and password.
pub async fn iam(trial: &Trial<'_>) -> Result<Checked, CheckFailure> {
    let Credential::Basic { username, password } = trial.credential else {
        return Err(CheckFailure::NoRequest);
    };
    let keys = AwsKeys {
        access_key_id: username.expose_secret().to_owned(),
        secret_access_key: password.clone(),
        session_token: None,
    };
    let region = trial.config.text("region").map_or(EVERYWHERE, |region| region.expose_secret());
    identity(aws::identify(trial.context, trial.provider, trial.config, &keys, region).await)
}

/// What the token service made of keys.
pub fn identity(asked: Result<(), ExchangeProblem>) -> Result<Checked, CheckFailure> {
    Err(match asked {
        Ok(()) => return Ok(Checked::Accepted),
        Err(ExchangeProblem::Refused(refusal)) if matches!(refusal.status, 400..=407 | 409..=428) => {
            CheckFailure::Refused { status: refusal.status, host: refusal.host, hint: None }
        }
        Err(ExchangeProblem::Refused(refusal)) => {
            CheckFailure::Unclear { status: refusal.status, host: refusal.host }
        }
        Err(ExchangeProblem::Unreadable { status, host }) => CheckFailure::Unclear { status, host },
        Err(ExchangeProblem::NoAnswer { error, host }) => CheckFailure::NoAnswer { error, host: Some(host) },
        Err(_) => CheckFailure::NoRequest,
    })
}
