//! What older backends ask for (§5.5), turned into what is asked today: the flat import, and metadata as a whole body.

use actix_web::{
    HttpRequest, HttpResponse,
    web::{Data, Path},
};
use serde_json::{Map, Value, json};

use super::{import::take_over, metadata};
use crate::{
    clock::{Clock, Timestamp},
    provider::AuthMode,
    store::{connection::change::MetadataChange, integration},
    web::{
        api::{
            ApiError,
            auth::ApiCaller,
            input::import_connection::ImportConnection,
            request::{JsonBody, invalid_body, no_query},
        },
        error::WebError,
        state::State,
    },
};

/// Members that say the same in both bodies.
const SAME: [&str; 4] = ["provider_config_key", "connection_id", "metadata", "connection_config"];

/// Takes a connection over; answers the body, with the connection's id.
pub async fn import(
    state: Data<State>,
    caller: ApiCaller,
    request: HttpRequest,
    body: JsonBody,
) -> Result<HttpResponse, WebError> {
    caller.require(&["connections:create"])?;
    no_query(&request)?;
    let Some(Value::Object(flat)) = body.tree() else {
        return Err(ApiError::legacy("missing_provider_config", "The body is no object").into());
    };
    let key = flat.get("provider_config_key").and_then(Value::as_str).unwrap_or_default();
    if key.is_empty() {
        return Err(ApiError::legacy("missing_provider_config", "The body has no provider_config_key").into());
    }
    let found = integration::find(&state.services.db, &caller.environment, key).await?;
    let unknown = || ApiError::legacy("unknown_provider_config", "There is no such integration");
    let row = found.ok_or_else(unknown)?;
    let provider = state.services.definition(&row.environment_id, &row.provider).ok_or_else(unknown)?;
    let credentials = credentials(provider.auth_mode, flat, &state.services.clock)?;
    let mut today: Map<String, Value> = flat
        .iter()
        .filter(|(name, _)| SAME.contains(&name.as_str()))
        .map(|(n, v)| (n.clone(), v.clone()))
        .collect();
    today.insert("credentials".to_owned(), credentials);
    let asked = ImportConnection::read(Some(&Value::Object(today))).map_err(invalid_body)?;
    let told = take_over(&state, &caller.environment, asked).await?;
    let mut answer = flat.clone();
    answer.insert("connection_id".to_owned(), told["connection_id"].clone());
    Ok(HttpResponse::Created().json(answer))
}

/// `POST /connection/{id}/metadata`.
pub async fn replace_metadata(
    state: Data<State>,
    caller: ApiCaller,
    request: HttpRequest,
    id: Path<String>,
    body: JsonBody,
) -> Result<HttpResponse, WebError> {
    metadata::of_one(&state, &caller, &request, &id, &body, MetadataChange::Replace).await?;
    Ok(HttpResponse::Created().json(body.tree()))
}

/// `PATCH /connection/{id}/metadata`.
pub async fn merge_metadata(
    state: Data<State>,
    caller: ApiCaller,
    request: HttpRequest,
    id: Path<String>,
    body: JsonBody,
) -> Result<HttpResponse, WebError> {
    metadata::of_one(&state, &caller, &request, &id, &body, MetadataChange::Merge).await?;
    Ok(HttpResponse::Ok().json(body.tree()))
}

/// The credentials that the mode wants, out of the flat members.
fn credentials(mode: AuthMode, flat: &Map<String, Value>, clock: &Clock) -> Result<Value, ApiError> {
    let text = |name: &str| flat.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
    let needed = |name: &str, code: &'static str| {
        text(name).ok_or_else(|| ApiError::legacy(code, format!("The body has no {name}")))
    };
    let mut wire = match mode {
        AuthMode::OAuth2 => json!({ "access_token": needed("access_token", "missing_access_token")? }),
        AuthMode::OAuth1 => json!({
            "oauth_token": needed("oauth_token", "missing_oauth_token")?,
            "oauth_token_secret": needed("oauth_token_secret", "missing_oauth_token_secret")?,
        }),
        AuthMode::Basic => json!({
            "username": needed("username", "missing_basic_username")?,
            "password": text("password").unwrap_or_default(),
        }),
        AuthMode::ApiKey => json!({ "apiKey": needed("api_key", "missing_api_key")? }),
        AuthMode::None => json!({}),
        AuthMode::App | AuthMode::Custom => json!({
            "app_id": needed("app_id", "missing_app_id")?,
            "installation_id": needed("installation_id", "missing_installation_id")?,
        }),
        _ => {
            let message = format!("Connections of {} cannot be imported", mode.as_str());
            return Err(ApiError::legacy("invalid_auth_mode", message));
        }
    };
    wire["type"] = json!(mode.as_str());
    if mode == AuthMode::OAuth2 {
        if let Some(refresh) = text("refresh_token") {
            wire["refresh_token"] = json!(refresh);
        }
        if let Some(end) = end(flat, clock)? {
            wire["expires_at"] = json!(end.to_z_iso());
        }
    }
    Ok(wire)
}

/// When the token ends. Who says neither when nor that it never does may have forgotten it.
fn end(flat: &Map<String, Value>, clock: &Clock) -> Result<Option<Timestamp>, ApiError> {
    if flat.get("no_expiration").and_then(Value::as_bool) == Some(true) {
        return Ok(None);
    }
    let invalid =
        || ApiError::legacy("invalid_expires_at", "expires_at is no moment, or expires_in no seconds");
    if let Some(at) = flat.get("expires_at") {
        return at.as_str().and_then(Timestamp::parse_rfc3339).map(Some).ok_or_else(invalid);
    }
    if let Some(seconds) = flat.get("expires_in") {
        let seconds = seconds.as_i64().or_else(|| seconds.as_str()?.parse().ok()).ok_or_else(invalid)?;
        return Ok(Some(clock.now().plus_millis(seconds.saturating_mul(1000))));
    }
    let message =
        "The body has neither expires_at nor expires_in; a token that never ends says no_expiration";
    Err(ApiError::legacy("missing_expires_at", message))
}
