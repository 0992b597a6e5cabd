//! Services whose status has to be read otherwise.

use secrecy::SecretString;

use crate::auth::check::{CheckFailure, Checked, template, trial::Trial};

/// A wrong token is answered with the sign-in page: 203, or a redirect to it. Only 200 accepts.
pub async fn azure_devops(trial: &Trial<'_>) -> Result<Checked, CheckFailure> {
    let answer = trial.call(&template::get(trial.provider, "/_apis/projects?api-version=7.1&$top=1")).await?;
    match answer.status() {
        200 if !answer.left_origin() => Ok(Checked::Accepted),
        200..=399 => Err(answer.refused()),
        _ => answer.by_status().and(Err(answer.unclear())),
    }
}

/// An order of nothing: with a good key it is refused as an order, which no other call can tell without making one.
pub async fn cdw(trial: &Trial<'_>) -> Result<Checked, CheckFailure> {
    let order = template::post(trial.provider, "/order", "application/json");
    let answer = trial.call_with(&order, SecretString::from("{}")).await?;
    match answer.status() {
        400 => Ok(Checked::Accepted),
        // The key was let through to where there is nothing: that does not speak against it.
        404 => Ok(Checked::NotDeclared),
        _ => answer.by_status().map(|()| Checked::Accepted),
    }
}
