//! `BILL`: a login that gives a session (provider-format.md §2.9). Renewed by the same login.

use secrecy::ExposeSecret as _;

use super::{
    BillLogin, BillSession, Credential, Grant, SecretJson, ServiceContext, Subject,
    oauth2::{BodyFormat, Definition, TokenRequest, token_text},
    problem::ExchangeProblem,
    template::Templates,
};
use crate::provider::{Inputs, interpolate::ValueEncoding};

/// How long a session holds; the service does not say.
const LIFETIME_MINUTES: i64 = 35;

/// What was typed.
pub(super) fn login(inputs: &Inputs) -> BillLogin {
    let typed = |name: &str| inputs.credentials.get(name).cloned().unwrap_or_default();
    BillLogin {
        username: typed("username"),
        password: typed("password"),
        organization_id: typed("organization_id"),
        dev_key: typed("dev_key"),
    }
}

/// Logs in.
pub(super) async fn grant(
    cx: ServiceContext<'_>,
    subject: &Subject<'_>,
    login: BillLogin,
) -> Result<Grant, ExchangeProblem> {
    let definition = Definition::of(subject.provider)?;
    let templates = Templates::new(&cx, subject.connection_config);
    let url = templates.url("token_url", definition.token_url()?, ValueEncoding::Component)?;
    let mut request = TokenRequest::new(url, BodyFormat::Json);
    request.set("username", login.username.expose_secret());
    request.set_secret("password", &login.password);
    request.set("organizationId", login.organization_id.expose_secret());
    request.set_secret("devKey", &login.dev_key);
    let answer = request.send(cx).await?;
    let ids = (token_text(&answer.body, "sessionId"), token_text(&answer.body, "userId"));
    let (Some(session_id), Some(user_id)) = ids else { return Err(answer.without_token()) };
    let session = BillSession {
        login,
        session_id,
        user_id,
        expires_at: Some(cx.clock.now().plus_minutes(LIFETIME_MINUTES)),
        raw: SecretJson::new(&answer.body),
    };
    Ok(Grant {
        credential: Credential::Bill(session),
        connection_config: subject.connection_config.clone(),
        granted_scopes: None,
    })
}
