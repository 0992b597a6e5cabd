//! The routes that create a connection with what an end user's browser sends (wire-protocol.md §4.2, §4.7).
//!
//! Whatever the door, the same verbs run: `connection::obtain`, then `connection::establish`. Patterns and required fields
//! are the form's matter; only the rule of hosts is kept here too.

use std::{collections::BTreeMap, sync::Arc};

use actix_web::{HttpResponse, web::Data};
use secrecy::SecretString;
use serde_json::json;

use super::{
    ApiError, check_failure, host_rule,
    input::{
        auth_query::AuthQuery,
        credentials::{ApiKeyCredentials, BasicCredentials, ClientCredentials, Nothing},
        issue::Issues,
        key::IntegrationKey,
    },
    query_start::QueryStart,
    request::{JsonBody, invalid_body, invalid_query},
};
use crate::{
    auth::{ConnectionConfig, DirectMode, Given, TypedMode},
    connection::{self, Attempt, AttemptedIntegration, Flow, Former, Obtaining},
    provider::{Form, FormContext, Inputs, Provider},
    services::Services,
    session::open_defaults,
    store::{
        StoreError,
        connect_session::{Completion, ConnectSessionRow},
        page::PageIntegrationRow,
        start::StartRow,
    },
    web::{error::WebError, state::State},
};

pub(super) type Credentials = BTreeMap<String, SecretString>;

/// `POST /api-auth/api-key/{key}`.
pub async fn api_key(
    state: Data<State>,
    caller: QueryStart,
    body: JsonBody,
) -> Result<HttpResponse, WebError> {
    let read = ApiKeyCredentials::read(body.tree()).map_err(invalid_body)?;
    let credentials = [("apiKey".to_owned(), read.api_key)].into();
    connect(&state, &caller, TypedMode::Direct(DirectMode::ApiKey), credentials).await
}

/// `POST /api-auth/basic/{key}`.
pub async fn basic(state: Data<State>, caller: QueryStart, body: JsonBody) -> Result<HttpResponse, WebError> {
    let read = BasicCredentials::read(body.tree()).map_err(invalid_body)?;
    let credentials = [("username".to_owned(), read.username), ("password".to_owned(), read.password)].into();
    connect(&state, &caller, TypedMode::Direct(DirectMode::Basic), credentials).await
}

/// `POST /auth/unauthenticated/{key}`.
pub async fn unauthenticated(
    state: Data<State>,
    caller: QueryStart,
    body: JsonBody,
) -> Result<HttpResponse, WebError> {
    Nothing::read(body.tree()).map_err(invalid_body)?;
    let mode = TypedMode::Direct(DirectMode::Unauthenticated);
    connect(&state, &caller, mode, Credentials::new()).await
}

/// `POST /oauth2/auth/{key}`: the client gets its token before anything is stored.
pub async fn client_credentials(
    state: Data<State>,
    caller: QueryStart,
    body: JsonBody,
) -> Result<HttpResponse, WebError> {
    let credentials = ClientCredentials::read(body.tree()).map_err(|missing| {
        let message = format!("The body has no {missing}");
        ApiError::legacy(
            if missing == "client_id" { "missing_client_id" } else { "missing_client_secret" },
            message,
        )
    })?;
    connect(&state, &caller, TypedMode::ClientCredentials, credentials.0).await
}

/// `POST /auth/oauth-outbound/{key}`: a connection that waits for the service's webhook. The body is ignored.
pub async fn outbound(state: Data<State>, caller: QueryStart) -> Result<HttpResponse, WebError> {
    connect(&state, &caller, TypedMode::Outbound, Credentials::new()).await
}

pub(super) async fn connect(
    state: &State,
    caller: &QueryStart,
    mode: TypedMode,
    credentials: Credentials,
) -> Result<HttpResponse, WebError> {
    connect_with_assertion(state, caller, mode, credentials, Credentials::new()).await
}

/// The same with what an assertion is made of.
pub(super) async fn connect_with_assertion(
    state: &State,
    caller: &QueryStart,
    mode: TypedMode,
    credentials: Credentials,
    assertion: Credentials,
) -> Result<HttpResponse, WebError> {
    let query = AuthQuery::read(&caller.query).map_err(invalid_query)?;
    let key = caller.key()?;
    let (services, session) = (&state.services, &caller.start.session);
    let (row, provider) = target(state, &caller.start, &key, mode)?;
    let params = params(state, session, &key, &provider, query)?;
    let kept = kept(services, &caller.start, &provider, &params)?;
    let inputs = Inputs { credentials, params, assertion };
    let integration = AttemptedIntegration {
        id: &row.id,
        key: &row.unique_key,
        provider: &row.provider,
        auth_mode: provider.auth_mode,
    };
    let attempt = Attempt::in_session(session, &caller.start.environment.name, integration);
    let defaults = open_defaults(&services.keyring, session)?;
    let obtaining = Obtaining {
        attempt,
        provider: &provider,
        mode,
        owner: row.credentials.as_ref(),
        custom: row.custom.as_ref(),
        inputs: &inputs,
        kept,
        authorization_params: &defaults.authorization_params(key.as_str()),
    };
    let obtained =
        connection::obtain(services, obtaining).await.map_err(|error| check_failure::error(&error))?;
    let flow = Flow::Direct { sent: None, is_pending: obtained.is_pending };
    let (credential, config) = (&obtained.credential, &obtained.connection_config);
    let established = match connection::establish(services, attempt, flow, credential, config).await {
        Err(StoreError::Gone) if is_gone(services, session).await => return Err(connection_gone().into()),
        Err(StoreError::Gone) => {
            let message =
                "The session was ended or the integration deleted while the credentials were checked";
            return Err(ApiError::bad_request("integration_not_allowed", message).into());
        }
        other => other?,
    };
    let mut body = json!({ "connectionId": established.connection_id, "providerConfigKey": row.unique_key });
    if session.completion == Completion::Exchange {
        let code = connection::new_code(services, &session.environment_id, &established.connection_id);
        if let Some(code) = code.await? {
            body["exchangeCode"] = json!(code.reveal());
        }
    }
    Ok(HttpResponse::Ok().json(body))
}

/// The integration that the session may connect in this way, in the protocol's order of refusals.
fn target<'s>(
    state: &State,
    start: &'s StartRow,
    key: &IntegrationKey,
    mode: TypedMode,
) -> Result<(&'s PageIntegrationRow, Arc<Provider>), WebError> {
    let row = start.integration.as_ref().ok_or_else(|| {
        let message = format!("There is no integration {key}");
        match mode {
            TypedMode::ClientCredentials => ApiError::legacy("unknown_provider_config", message),
            _ => ApiError::not_found("unknown_provider_config", message),
        }
    })?;
    let provider =
        state.services.definition(&start.session.environment_id, &row.provider).ok_or_else(|| {
            let message = format!("The provider {} is not defined here", row.provider);
            ApiError::not_found("unknown_provider_template", message)
        })?;
    if TypedMode::of(&provider) != Some(mode) {
        let message = format!("This integration is connected by {}", provider.auth_mode.as_str());
        return Err(match mode {
            TypedMode::ClientCredentials => ApiError::legacy("invalid_auth_mode", message).into(),
            _ => ApiError::bad_request("invalid_auth_mode", message).into(),
        });
    }
    let allowed = start.session.allowed_integrations.as_deref();
    if allowed.is_some_and(|keys| !keys.contains(&row.unique_key)) {
        let message = "This connect session does not allow this integration";
        return Err(ApiError::bad_request("integration_not_allowed", message).into());
    }
    Ok((row, provider))
}

/// What stays of the connection that the session reconnects.
fn kept(
    services: &Services,
    start: &StartRow,
    provider: &Provider,
    params: &Credentials,
) -> Result<ConnectionConfig, ApiError> {
    let Some(reconnects) = &start.session.reconnects else { return Ok(ConnectionConfig::default()) };
    let row = start.former.as_ref().ok_or_else(connection_gone)?;
    let form = Form::shared(provider, &FormContext::default());
    let former = Former::open(services, &start.session.environment_id, reconnects, row);
    Ok(former.kept(provider, &form, Given::InCall(params)))
}

async fn is_gone(services: &Services, session: &ConnectSessionRow) -> bool {
    let Some(reconnects) = &session.reconnects else { return false };
    matches!(connection::is_deleted(services, &session.environment_id, reconnects).await, Ok(true))
}

fn connection_gone() -> ApiError {
    ApiError::not_found("unknown_connection", "The connection that this session reconnects was deleted")
}

/// What the browser sent, overwritten by what the session presets.
fn params(
    state: &State,
    session: &ConnectSessionRow,
    key: &IntegrationKey,
    provider: &Provider,
    query: AuthQuery,
) -> Result<Credentials, WebError> {
    let presets = open_defaults(&state.services.keyring, session)?.form_values(key.as_str());
    let mut values = query.params;
    values.extend(presets);
    let issues = values.iter().filter_map(|(name, value)| {
        host_rule::fault(provider, name, value).map(|fault| fault.at(["params", name]))
    });
    if let Some(issues) = Issues::non_empty(issues.collect()) {
        return Err(invalid_query(issues).into());
    }
    Ok(values.into_iter().map(|(name, value)| (name, SecretString::from(value))).collect())
}
