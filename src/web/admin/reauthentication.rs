//! The password once more, before something that a session left open must not be enough for (security.md E8).

use actix_web::{HttpRequest, http::StatusCode};
use serde::Deserialize;

use super::{session::SignedIn, words::Wait};
use crate::{
    admin::{Reauthentication, reauthenticate},
    web::{error::WebError, rate_limit::client_address, state::State},
};

/// The form that asks for it.
#[derive(Deserialize)]
pub struct Proof {
    #[serde(default)]
    password: String,
}

/// Why it was not enough, for the field and for the answer.
pub struct Unproven {
    /// What stands at the field.
    pub problem: String,
    /// The answer's status.
    pub status: StatusCode,
    /// How long to wait, where that is asked for.
    pub wait_seconds: Option<u64>,
}

/// Compares the password; throttled as signing in is.
pub async fn prove(
    state: &State,
    request: &HttpRequest,
    who: &SignedIn,
    proof: Proof,
) -> Result<Result<(), Unproven>, WebError> {
    let (services, throttle) = (&state.services, &state.throttle);
    let address = client_address(request, &state.trusted_proxies);
    let wrong = "This is not your password. Upper and lower case count.";
    Ok(match reauthenticate(services, throttle, address, &who.admin, proof.password.into()).await? {
        Reauthentication::Done => Ok(()),
        Reauthentication::Wrong => Err(Unproven {
            problem: wrong.to_owned(),
            status: StatusCode::UNPROCESSABLE_ENTITY,
            wait_seconds: None,
        }),
        Reauthentication::Refused(refused) => {
            let wait = Wait::until(refused.until, services.clock.now());
            Err(Unproven {
                problem: format!("Too many attempts failed. Try again in {wait}."),
                status: StatusCode::TOO_MANY_REQUESTS,
                wait_seconds: Some(wait.seconds()),
            })
        }
    })
}
