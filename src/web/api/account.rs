//! Environments and their keys, made and ended by the operator's own programs (wire-protocol.md §10.2).
//!
//! Owns the account key: one for the whole installation, given as `CONNECT_UI_ACCOUNT_KEY`. It opens these calls and no
//! environment; no environment's key opens them.

use actix_web::{
    FromRequest, HttpRequest, HttpResponse,
    dev::Payload,
    http::StatusCode,
    web::{Data, Path},
};
use serde_json::json;

use super::{
    ApiError,
    auth::{self, Extracted},
    input::account::{NewEnvironment, NewKey, OldKey},
    request::{JsonBody, invalid_body, no_query},
};
use crate::{
    admin::{
        Deed,
        api_key::{self as keys, Making},
        environment as environments, perform,
    },
    id::{ApiKeyId, EnvironmentId},
    secret::{ApiKey, Scope},
    store::{
        api_key,
        environment::{self, EnvironmentRow},
    },
    web::{default_settings, error::WebError, state::State},
};

/// Who the audit says did it.
const ACTOR: &str = "account key";

/// A program with the account key.
#[derive(Clone, Copy, Debug)]
pub struct AccountCaller(());

impl FromRequest for AccountCaller {
    type Error = WebError;
    type Future = Extracted<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        auth::with_state(request, auth::key_of(request), admitted)
    }
}

async fn admitted(state: Data<State>, key: ApiKey) -> Result<AccountCaller, WebError> {
    let fingerprint = key.fingerprint();
    if state.account_key.as_ref() == Some(&fingerprint) {
        return Ok(AccountCaller(()));
    }
    if api_key::find(&state.services.db, &fingerprint).await?.is_some() {
        let message = "Insufficient scope. Required: account:*";
        return Err(ApiError::new(StatusCode::FORBIDDEN, "forbidden", message).into());
    }
    let message = "Authentication failed: this is not the account key of this server";
    Err(ApiError::unauthorized("unknown_account", message).into())
}

/// `POST /environments`: an environment with its first key, which is told here and nowhere else.
pub async fn create_environment(
    state: Data<State>,
    _: AccountCaller,
    request: HttpRequest,
    body: JsonBody,
) -> Result<HttpResponse, WebError> {
    no_query(&request)?;
    let new = NewEnvironment::read(body.tree()).map_err(invalid_body)?;
    if environment::list(&state.services.db).await?.len() >= environments::MOST {
        let message = format!("There are {} environments already", environments::MOST);
        return Err(ApiError::bad_request("resource_capped", message).into());
    }
    let made = environments::create(&state.services, ACTOR, &new.name, default_settings()).await?;
    let Some((id, key)) = made else { return Err(taken("Another environment has this name").into()) };
    let data = json!({ "id": id.as_str(), "name": new.name.as_str(), "secret": key.reveal() });
    Ok(HttpResponse::Ok().json(json!({ "data": data })))
}

/// `DELETE /environments/{id}`.
pub async fn delete_environment(
    state: Data<State>,
    _: AccountCaller,
    request: HttpRequest,
    id: Path<String>,
) -> Result<HttpResponse, WebError> {
    no_query(&request)?;
    let all = environment::list(&state.services.db).await?;
    let row = find(&all, &id)?;
    let first = all.first().map_or(&row.id, |first| &first.id);
    if row.id == *first {
        let message = "The first environment stays: it keeps the audit of those that were deleted";
        return Err(ApiError::bad_request("cannot_delete_prod_environment", message).into());
    }
    if environments::end(&state.services, ACTOR, first, &row.id, &row.name).await? {
        return Ok(HttpResponse::NoContent().finish());
    }
    Err(taken(
        "The environment has connections. Delete them first, so that their access ends at the services",
    )
    .into())
}

/// `POST /environment/api-keys`.
pub async fn create_key(
    state: Data<State>,
    _: AccountCaller,
    request: HttpRequest,
    body: JsonBody,
) -> Result<HttpResponse, WebError> {
    no_query(&request)?;
    let new = NewKey::read(body.tree()).map_err(invalid_body)?;
    let all = environment::list(&state.services.db).await?;
    let id = &find(&all, &new.environment_id)?.id;
    match keys::create(&state.services, ACTOR, id, &new.name, new.scopes.clone()).await? {
        Making::Made(made) => Ok(HttpResponse::Ok().json(json!({ "data": {
            "id": made.id.as_str(),
            "display_name": new.name.as_str(),
            "scopes": new.scopes.iter().map(Scope::as_str).collect::<Vec<_>>(),
            "secret": made.key.reveal(),
            "created_at": made.at.to_z_iso(),
        }}))),
        Making::NameTaken => Err(taken("Another key of this environment has this name").into()),
        Making::TooMany => {
            let message = format!("An environment has {} keys at most", keys::MOST);
            Err(ApiError::bad_request("resource_capped", message).into())
        }
    }
}

/// `DELETE /environment/api-keys`.
pub async fn delete_key(
    state: Data<State>,
    _: AccountCaller,
    request: HttpRequest,
    body: JsonBody,
) -> Result<HttpResponse, WebError> {
    no_query(&request)?;
    let old = OldKey::read(body.tree()).map_err(invalid_body)?;
    let all = environment::list(&state.services.db).await?;
    let environment = find(&all, &old.environment_id)?.id.clone();
    let (id, at) = (ApiKeyId::from_stored(old.key_id.clone()), state.services.clock.now());
    let deed = Deed::by(ACTOR, &environment, "api_key.revoke", &old.key_id);
    let done = perform(&state.services, deed, move |tx| {
        Box::pin(async move { api_key::revoke(tx, &environment, &id, at).await })
    });
    if done.await? {
        return Ok(HttpResponse::Ok().json(json!({ "success": true })));
    }
    Err(ApiError::not_found("not_found", "The environment has no such key").into())
}

fn find<'r>(all: &'r [EnvironmentRow], id: &str) -> Result<&'r EnvironmentRow, ApiError> {
    let id = EnvironmentId::from_stored(id.to_owned());
    let found = all.iter().find(|row| row.id == id);
    found.ok_or_else(|| ApiError::not_found("unknown_environment", "There is no environment of this id"))
}

fn taken(message: &str) -> ApiError {
    ApiError::new(StatusCode::CONFLICT, "conflict", message)
}
