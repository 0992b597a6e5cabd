//! A login from its first request to the token.

use secrecy::SecretString;

use super::{
    answer::Answer,
    assertion,
    call::call,
    cookies, lifetime,
    recipe::{Recipe, RequestRecipe, owner_fields},
    signature,
    values::Values,
};
use crate::{
    auth::{
        ConnectionConfig, Credential, Grant, SecretJson, ServiceContext, Subject, TwoStepLogin, TwoStepToken,
        oauth2::metadata, problem::ExchangeProblem,
    },
    clock::Timestamp,
};

/// Logs in with what was typed.
pub async fn log_in(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    login: TwoStepLogin,
) -> Result<Grant, ExchangeProblem> {
    let recipe = Recipe::of(subject.provider)?;
    let (login, values) = prepare(cx, subject, &recipe, login)?;
    let first = recipe.login()?;
    Conversation { cx, subject, recipe: &recipe }.run(first, login, values).await
}

/// What a login begins with: the owner's values, and what is signed.
pub fn prepare(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    recipe: &Recipe<'_>,
    mut login: TwoStepLogin,
) -> Result<(TwoStepLogin, Values), ExchangeProblem> {
    let mut values = values(cx.clock.now(), subject, recipe, &mut login);
    let config = recipe.complete_config(subject.connection_config);
    if let Some(token) = signature::sign(&cx, recipe.raw(), values.fields(), &config)? {
        values.set("token", token);
    }
    if let Some(assertion) = assertion::make(&cx, recipe.raw(), &values)? {
        login.fields.insert(assertion::FIELD.to_owned(), assertion.clone());
        values.set(assertion::FIELD, assertion);
    }
    Ok((login, values))
}

/// The values of a login. The owner's own stand before what was typed, and are not kept with it.
pub fn values(
    now: Timestamp,
    subject: &Subject<'_>,
    recipe: &Recipe<'_>,
    login: &mut TwoStepLogin,
) -> Values {
    let owner = owner_fields(subject.provider, subject.custom);
    login.fields.retain(|name, _| !owner.contains_key(name));
    let mut fields = recipe.complete_fields(login);
    fields.extend(owner);
    let config = recipe.complete_config(subject.connection_config);
    Values::new(now, fields, &login.assertion_option, &config)
}

/// One login under way.
#[derive(Clone, Copy)]
pub struct Conversation<'a> {
    /// Way out, time, randomness.
    pub cx: ServiceContext<'a>,
    /// Whom it is about.
    pub subject: &'a Subject<'a>,
    /// How it goes.
    pub recipe: &'a Recipe<'a>,
}

impl Conversation<'_> {
    /// Makes all requests in turn; the last answer holds the token.
    pub async fn run(
        self,
        first: RequestRecipe<'_>,
        login: TwoStepLogin,
        mut values: Values,
    ) -> Result<Grant, ExchangeProblem> {
        let format = self.recipe.body_format()?;
        let mut answer = call(self.cx, first, format, &values).await?;
        let mut learnt = self.learnt(&answer, ConnectionConfig::default());
        for (index, step) in self.recipe.further()?.into_iter().enumerate() {
            values.set_step(index + 1, &answer.body);
            answer = call(self.cx, step, format, &values).await?;
            learnt = self.learnt(&answer, learnt);
        }
        let credential = Credential::TwoStep(self.token(&answer, login)?);
        let connection_config = self.subject.connection_config.over(learnt);
        Ok(Grant { credential, connection_config, granted_scopes: None })
    }

    /// What belongs to the connection is taken from every answer, since only one of them has it; the last one counts.
    fn learnt(self, answer: &Answer, so_far: ConnectionConfig) -> ConnectionConfig {
        metadata(&answer.body, self.recipe.raw().token_response_metadata.as_ref()).over(so_far)
    }

    fn token(self, answer: &Answer, mut login: TwoStepLogin) -> Result<TwoStepToken, ExchangeProblem> {
        let raw = self.recipe.raw();
        let token = answer.text(self.recipe.token_path()?).ok_or_else(|| answer.without_token())?;
        let refresh_token = self.refresh_token(answer);
        let expires_at = lifetime::end(raw, answer, &token, refresh_token.as_ref(), self.cx.clock.now());
        let kept = cookies::kept(&answer.headers, raw.token_response_headers.as_ref());
        let kept = kept.into_iter().filter(|(name, _)| !self.recipe.declares(name)).collect();
        login.fields.extend(TwoStepLogin::new(kept, Default::default()).fields);
        Ok(TwoStepToken { token, refresh_token, expires_at, login, raw: SecretJson::new(&answer.body) })
    }

    fn refresh_token(self, answer: &Answer) -> Option<SecretString> {
        let path = self.recipe.raw().token_response.as_ref()?.refresh_token.as_deref()?;
        answer.text(path)
    }
}
