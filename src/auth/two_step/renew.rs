//! A new token in place of one that ends: by the refresh token where the definition has a recipe for it, else by
//! logging in again with what was typed.

use super::{
    login::{Conversation, log_in, values},
    recipe::Recipe,
};
use crate::auth::{
    Credential, Grant, ServiceContext, Subject, TwoStepLogin, TwoStepToken, problem::ExchangeProblem,
};

/// Renews. A refresh token that has ended is no reason to give up: what was typed still logs in.
pub async fn renew(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    token: &TwoStepToken,
) -> Result<Grant, ExchangeProblem> {
    match refresh(cx, subject, token).await {
        None => log_in(cx, subject, token.login.clone()).await,
        Some(Err(ExchangeProblem::Refused(refusal))) if refusal.status < 500 && refusal.status != 429 => {
            tracing::debug!(status = refusal.status, "a refresh token was refused: logging in again");
            log_in(cx, subject, token.login.clone()).await
        }
        Some(renewed) => renewed,
    }
}

/// Nothing where the definition has no recipe, or the connection no refresh token.
async fn refresh(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    token: &TwoStepToken,
) -> Option<Result<Grant, ExchangeProblem>> {
    let refresh_token = token.refresh_token.as_ref()?;
    let recipe = match Recipe::of(subject.provider) {
        Ok(recipe) => recipe,
        Err(problem) => return Some(Err(problem.into())),
    };
    let request = match recipe.refresh() {
        Ok(request) => request?,
        Err(problem) => return Some(Err(problem.into())),
    };
    let mut login: TwoStepLogin = token.login.clone();
    let mut values = values(cx.clock.now(), subject, &recipe, &mut login);
    values.set("refresh_token", refresh_token.clone());
    let talk = Conversation { cx, subject, recipe: &recipe };
    Some(talk.run(request, login, values).await.map(|grant| keep(grant, token)))
}

/// The old refresh token stays where no new one is given.
fn keep(mut grant: Grant, old: &TwoStepToken) -> Grant {
    if let Credential::TwoStep(new) = &mut grant.credential
        && new.refresh_token.is_none()
    {
        new.refresh_token.clone_from(&old.refresh_token);
    }
    grant
}
