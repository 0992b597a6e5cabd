//! `POST /connections` (§5.4).

use std::sync::Arc;

use actix_web::{HttpRequest, HttpResponse, web::Data};
use secrecy::SecretString;
use serde_json::Value;

use super::view::{self, Secrets};
use crate::{
    auth::{ConfigValue, ConnectionConfig, Credential},
    connection::{self, Brought, Import, ImportError, ObtainError, open},
    id::EnvironmentId,
    outbound::OutboundError,
    provider::Provider,
    store::{
        StoreError, connection as store,
        integration::{self, IntegrationRow},
    },
    web::{
        api::{
            ApiError,
            auth::ApiCaller,
            check_failure,
            connect_session::end_user,
            host_rule,
            input::{
                import_connection::{ImportConnection, ImportedCredentials},
                issue::{Fault, Issues},
            },
            request::{JsonBody, invalid_body, no_query},
        },
        error::WebError,
        state::State,
    },
};

/// Takes a connection over; one of the same id is replaced.
pub async fn import(
    state: Data<State>,
    caller: ApiCaller,
    request: HttpRequest,
    body: JsonBody,
) -> Result<HttpResponse, WebError> {
    caller.require(&["connections:create"])?;
    no_query(&request)?;
    let asked = ImportConnection::read(body.tree()).map_err(invalid_body)?;
    let imported = take_over(&state, &caller.environment, asked).await?;
    Ok(HttpResponse::Created().json(imported))
}

/// Stores what was asked; answers the whole connection.
pub(super) async fn take_over(
    state: &State,
    environment: &EnvironmentId,
    asked: ImportConnection,
) -> Result<Value, WebError> {
    let key = asked.provider_config_key.as_str().to_owned();
    let (integration, provider) = target(state, environment, &key).await?;
    check_type(&provider, asked.credentials.kind)?;
    check_values(&provider, &asked)?;
    check_target(state, &asked).await?;
    let services = &state.services;
    let connection_id = asked.connection_id.as_ref().map(|id| id.as_str().to_owned());
    let connection_id = connection_id.unwrap_or_else(|| services.random.uuid());
    let import = Import {
        environment,
        integration: &integration,
        provider: &provider,
        connection_id: connection_id.clone(),
        brought: brought(&asked.credentials)?,
        connection_config: config(&asked),
        tags: asked.tags().map_err(invalid_body)?,
        metadata: asked.metadata.map(Value::Object),
        webhook_url_override: asked
            .webhook_url_override
            .map(|target| target.map(|target| target.url().to_string())),
        end_user: asked.end_user.map(end_user),
    };
    let origin = state.public_url.origin();
    Box::pin(connection::import(services, origin.as_str(), &import)).await.map_err(refused)?;
    let row = store::find(&services.db, environment, &connection_id, &key).await?;
    let row = row.ok_or_else(|| ApiError::not_found("not_found", "Failed to find connection"))?;
    let mut told = view::full(&row, &open(services, &row)?, Secrets::All);
    told["created_at"] = row.created_at.to_z_iso().into();
    told["updated_at"] = row.updated_at.to_z_iso().into();
    told["last_fetched_at"] = row.last_fetched_at.map(crate::clock::Timestamp::to_z_iso).into();
    Ok(told)
}

async fn target(
    state: &State,
    environment: &EnvironmentId,
    key: &str,
) -> Result<(IntegrationRow, Arc<Provider>), WebError> {
    let found = integration::find(&state.services.db, environment, key).await?;
    let row = found.ok_or_else(|| ApiError::not_found("not_found", "Integration does not exist"))?;
    let provider = state.services.definition(&row.environment_id, &row.provider);
    let provider = provider.ok_or_else(|| ApiError::not_found("not_found", "Provider does not exist"))?;
    Ok((row, provider))
}

/// Modes that share a type: the servers of MCP give tokens of OAuth 2.0.
fn check_type(provider: &Provider, kind: &str) -> Result<(), ApiError> {
    let mode = provider.auth_mode.as_str();
    if mode == kind {
        return Ok(());
    }
    let message = format!("credentials of type {kind} do not fit this integration, which connects by {mode}");
    Err(ApiError::bad_request("invalid_body", message))
}

/// What stands in a host must be a part of a host here, too (security.md G2).
fn check_values(provider: &Provider, asked: &ImportConnection) -> Result<(), ApiError> {
    let of_host = |(name, value): (&String, &Value)| {
        let fault = host_rule::fault(provider, name, value.as_str()?)?;
        Some(fault.at(["connection_config", name]))
    };
    let mut issues: Vec<_> = asked.connection_config.iter().filter_map(of_host).collect();
    let account = asked.connection_config.get("accountId").and_then(Value::as_str);
    if asked.credentials.kind == "TBA" && account.is_none_or(str::is_empty) {
        let fault = Fault::custom("accountId is what the service calls the account, and is needed");
        issues.push(fault.at(["connection_config", "accountId"]));
    }
    Issues::non_empty(issues).map_or(Ok(()), |issues| Err(invalid_body(issues)))
}

async fn check_target(state: &State, asked: &ImportConnection) -> Result<(), WebError> {
    let Some(target) = asked.webhook_url_override.as_ref().and_then(Option::as_ref) else { return Ok(()) };
    match state.services.outbound.check(target.url()).await {
        Err(error @ (OutboundError::Forbidden(_) | OutboundError::BadUrl)) => {
            Err(invalid_body(target.refused(error.user_message())).into())
        }
        _ => Ok(()),
    }
}

fn brought(credentials: &ImportedCredentials) -> Result<Brought, ApiError> {
    if matches!(credentials.kind, "APP" | "CUSTOM") {
        return Ok(Brought::Installation);
    }
    let credential = Credential::from_wire(&credentials.wire.to_value());
    let unreadable = |_| ApiError::bad_request("invalid_body", "The credentials cannot be read");
    credential.map(Brought::Held).map_err(unreadable)
}

/// The values, with those of an installation, which its renewals need.
fn config(asked: &ImportConnection) -> ConnectionConfig {
    let mut config = ConnectionConfig::default();
    let is_null = |value: &Value| value.is_null();
    for (name, value) in asked.connection_config.iter().filter(|(_, value)| !is_null(value)) {
        config.set(name.clone(), ConfigValue::from(value.clone()));
    }
    if matches!(asked.credentials.kind, "APP" | "CUSTOM") {
        let wire = asked.credentials.wire.to_value();
        for name in ["app_id", "installation_id"] {
            if let Some(text) = wire[name].as_str() {
                config.set(name, SecretString::from(text));
            }
        }
    }
    config
}

fn refused(error: ImportError) -> WebError {
    match error {
        ImportError::Check(failure) => check_failure::error(&ObtainError::Check(failure)),
        ImportError::Installation(problem) => {
            let message = format!("The service gave no token for this installation: {problem}");
            ApiError::bad_request("connection_test_failed", message).into()
        }
        ImportError::Owner(connection::OwnerProblem::Store(error)) | ImportError::Store(error) => match error
        {
            StoreError::Conflict | StoreError::Gone => {
                let message = "The connection was changed by somebody else meanwhile. Try again";
                ApiError::new(actix_web::http::StatusCode::CONFLICT, "conflict", message).into()
            }
            error => error.into(),
        },
        ImportError::Owner(connection::OwnerProblem::Sealed(error)) => error.into(),
        ImportError::Owner(connection::OwnerProblem::Gone) => {
            ApiError::not_found("not_found", "Integration does not exist").into()
        }
    }
}
