//! Who asks: an API key or a connect session's token (wire-protocol.md §1).
//!
//! Owns the extractors and every 401 and 403 of the protocol. Must not know what is asked for.

use std::{future::ready, sync::Arc};

use actix_web::{
    FromRequest, HttpRequest,
    dev::Payload,
    http::{StatusCode, header},
    web::Data,
};
use futures_util::future::{FutureExt, LocalBoxFuture};

use super::ApiError;
use crate::{
    clock::Timestamp,
    id::{ApiKeyId, EnvironmentId},
    secret::{ApiKey, Fingerprint, Scope},
    session::{SessionToken, TokenFormatProblem},
    store::{
        Db, api_key,
        connect_session::{self, ConnectSessionRow, Verification},
    },
    web::{error::WebError, guard, key_use, state::State},
};

pub(super) type Extracted<T> = LocalBoxFuture<'static, Result<T, WebError>>;

/// A backend with an API key.
#[derive(Clone, Debug)]
pub struct ApiCaller {
    /// The only environment it sees.
    pub environment: EnvironmentId,
    /// What the admin calls the key.
    pub key_name: String,
    scopes: Vec<Scope>,
    id: ApiKeyId,
    /// When it is noted next that the key is used.
    note_after: Timestamp,
}

impl ApiCaller {
    /// Refuses a key without any of these scopes (§1.3); they come without `environment:`.
    pub fn require(&self, any_of: &[&str]) -> Result<(), ApiError> {
        if any_of.iter().any(|scope| self.has(scope)) {
            return Ok(());
        }
        Err(missing_scope(any_of))
    }

    /// Whether the key has a scope, by name or by a wildcard.
    #[must_use]
    pub fn has(&self, scope: &str) -> bool {
        self.scopes.iter().any(|granted| granted.allows(scope))
    }
}

fn missing_scope(any_of: &[&str]) -> ApiError {
    let named: Vec<String> = any_of.iter().map(|scope| format!("environment:{scope}")).collect();
    ApiError::missing_scope(&named)
}

/// An end user's browser with a session token in the header.
#[derive(Debug)]
pub struct SessionCaller(pub ConnectSessionRow);

/// A backend or a browser.
#[derive(Debug)]
pub enum EitherCaller {
    /// With an API key.
    Key(ApiCaller),
    /// With a session token.
    Session(Box<ConnectSessionRow>),
}

impl EitherCaller {
    /// The environment that is asked about.
    #[must_use]
    pub const fn environment(&self) -> &EnvironmentId {
        match self {
            Self::Key(caller) => &caller.environment,
            Self::Session(session) => &session.environment_id,
        }
    }

    /// Refuses a key without any of these scopes; a session is a caller that may list integrations (§1.3).
    pub fn require(&self, any_of: &[&str]) -> Result<(), ApiError> {
        match self {
            Self::Key(caller) => caller.require(any_of),
            Self::Session(_) if any_of.contains(&"integrations:list") => Ok(()),
            Self::Session(_) => Err(missing_scope(any_of)),
        }
    }
}

impl FromRequest for ApiCaller {
    type Error = WebError;
    type Future = Extracted<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        with_state(request, key_of(request), by_key)
    }
}

impl FromRequest for SessionCaller {
    type Error = WebError;
    type Future = Extracted<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let token = bearer(request).and_then(parse_token);
        with_state(request, token, by_token).map(|session| session.map(Self)).boxed_local()
    }
}

impl FromRequest for EitherCaller {
    type Error = WebError;
    type Future = Extracted<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        match bearer(request) {
            Err(refused) => ready(Err(refused.into())).boxed_local(),
            // What looks like a session token is never tried as a key.
            Ok(text) if SessionToken::is_claimed_by(text) => {
                let session = with_state(request, parse_token(text), by_token);
                session.map(|session| session.map(|session| Self::Session(Box::new(session)))).boxed_local()
            }
            Ok(text) => {
                with_state(request, parse_key(text), by_key).map(|caller| caller.map(Self::Key)).boxed_local()
            }
        }
    }
}

/// Runs the look-up of what was read, or refuses at once.
pub(super) fn with_state<C, T, F>(
    request: &HttpRequest,
    read: Result<C, ApiError>,
    look_up: impl FnOnce(Data<State>, C) -> F + 'static,
) -> Extracted<T>
where
    C: 'static,
    T: 'static,
    F: Future<Output = Result<T, WebError>> + 'static,
{
    let state = request.app_data::<Data<State>>().cloned();
    async move {
        let credential = read?;
        let state = state.ok_or_else(|| WebError::Internal("there is no state".to_owned()))?;
        look_up(state, credential).await
    }
    .boxed_local()
}

/// Everything behind the last `Bearer `; without that word the whole header.
fn bearer(request: &HttpRequest) -> Result<&str, ApiError> {
    if !request.headers().contains_key(header::AUTHORIZATION) {
        return Err(missing_header());
    }
    let malformed = || {
        let message = "The Authorization header is not of the form \"Bearer <API key or session token>\"";
        ApiError::unauthorized("malformed_auth_header", message)
    };
    let value = guard::text(request.headers(), "authorization").ok_or_else(malformed)?;
    let text = value.rsplit("Bearer ").next().unwrap_or_default().trim();
    if text.is_empty() || text == "Bearer" { Err(malformed()) } else { Ok(text) }
}

/// 401: nothing proves who asks.
#[must_use]
pub fn missing_header() -> ApiError {
    let message = "Authentication failed: the request has no Authorization header";
    ApiError::unauthorized("missing_auth_header", message)
}

/// The API key of a request.
pub(super) fn key_of(request: &HttpRequest) -> Result<ApiKey, ApiError> {
    bearer(request).and_then(parse_key)
}

fn parse_key(text: &str) -> Result<ApiKey, ApiError> {
    ApiKey::parse(text).map_err(|_| {
        let message = "Authentication failed: the API key is not a UUID of version 4";
        ApiError::unauthorized("invalid_secret_key_format", message)
    })
}

pub(super) fn parse_token(text: &str) -> Result<SessionToken, ApiError> {
    SessionToken::parse(text).map_err(bad_token)
}

/// 401: a session token that cannot be one.
#[must_use]
pub fn bad_token(_: TokenFormatProblem) -> ApiError {
    let message = "Authentication failed: the connect session token has the wrong format";
    ApiError::unauthorized("invalid_connect_session_token_format", message)
}

async fn by_key(state: Data<State>, key: ApiKey) -> Result<ApiCaller, WebError> {
    let (db, fingerprint) = (&state.services.db, key.fingerprint());
    let caller = match state.api_keys.get(db, &fingerprint) {
        Some(caller) => caller,
        None if state.account_key.as_ref() == Some(&fingerprint) => {
            let message = "API key is not authorized for an environment";
            return Err(ApiError::new(StatusCode::FORBIDDEN, "forbidden", message).into());
        }
        None => state.api_keys.read(db, fingerprint.clone(), known_key(db, &fingerprint)).await?,
    };
    note_use(&state, &caller);
    Ok(caller)
}

/// Once an hour, behind the answer: an admin sees which keys nobody uses.
fn note_use(state: &Data<State>, caller: &ApiCaller) {
    let now = state.services.clock.now();
    if now < caller.note_after || !state.key_uses.is_due(&caller.id, now) {
        return;
    }
    let (services, id) = (Arc::clone(&state.services), caller.id.clone());
    actix_web::rt::spawn(async move {
        let noted =
            services.db.write_aside(move |tx| Box::pin(async move { api_key::used(tx, &id, now).await }));
        if let Err(error) = noted.await {
            tracing::warn!(%error, "it was not noted that a key was used");
        }
    });
}

async fn known_key(db: &Db, fingerprint: &Fingerprint) -> Result<ApiCaller, WebError> {
    let row = api_key::find(db, fingerprint).await?;
    let row = row.ok_or_else(|| {
        ApiError::unauthorized("unknown_account", "Authentication failed: the API key is not known here")
    })?;
    Ok(ApiCaller {
        environment: row.environment_id,
        key_name: row.display_name,
        scopes: row.scopes,
        id: row.id,
        note_after: row.last_used_at.map_or(Timestamp(0), |at| at.plus_minutes(key_use::NOTED_EVERY_MINUTES)),
    })
}

/// The live session of a token; what ended is not told from what never was.
pub async fn by_token(state: Data<State>, token: SessionToken) -> Result<ConnectSessionRow, WebError> {
    let session = connect_session::find(&state.services.db, &token.fingerprint()).await?;
    let live = session.filter(|session| session.is_live(state.services.clock.now()));
    if let Some(session) = &live {
        check_unasked(session)?;
    }
    live.ok_or_else(|| unknown_token().into())
}

/// Whoever has the link has the token: without this the doors were a way around the question who is there.
pub fn check_unasked(session: &ConnectSessionRow) -> Result<(), ApiError> {
    if session.verification == Verification::None {
        return Ok(());
    }
    let message =
        "connect_ui.verify of this session wants its hosted link; nothing else opens with its token";
    Err(ApiError::new(StatusCode::FORBIDDEN, "verification_required", message))
}

/// 401: a session token that is of no use.
#[must_use]
pub fn unknown_token() -> ApiError {
    let message = "Authentication failed: the connect session is unknown or its time is over";
    ApiError::unauthorized("unknown_connect_session_token", message)
}
