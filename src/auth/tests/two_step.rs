//! `TWO_STEP`: what is sent to a service, what its answers become, how it is renewed, what is kept for that.

mod answers;
mod assertions;
mod catalogue;
mod renewal;
mod requests;

use super::*;

/// Where the token stands in most answers.
const TOKEN: &str = "token_response:
  token: access_token
  token_expiration: expires_in
  token_expiration_strategy: expireIn
";

/// A definition that asks for user name and password.
fn definition(further: &str) -> String {
    format!(
        "auth_mode: TWO_STEP
credentials:
  username:
    type: string
    title: User
  password:
    type: string
    title: Password
    secret: true
  code:
    type: string
    title: Code
    optional: true
{further}"
    )
}

fn secrets(texts: &[(&str, &str)]) -> BTreeMap<String, SecretString> {
    texts.iter().map(|(name, text)| ((*name).to_owned(), SecretString::from(*text))).collect()
}

/// A login with these fields.
fn login(fields: &[(&str, &str)]) -> TwoStepLogin {
    TwoStepLogin::new(secrets(fields), BTreeMap::new())
}

fn ada() -> TwoStepLogin {
    login(&[("username", "ada"), ("password", "s3&cret")])
}

async fn logged_in(bench: &Bench, login: TwoStepLogin) -> Result<Grant, ExchangeProblem> {
    crate::auth::two_step::log_in(bench.cx(), &bench.subject(), login).await
}
