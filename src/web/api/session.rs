//! `GET` and `DELETE /connect/session` (wire-protocol.md §2.4, §2.5).

use actix_web::{HttpRequest, HttpResponse, web::Data};
use serde_json::{Map, Value, json};

use super::{
    auth::SessionCaller,
    connection::view::end_user,
    request::{JsonBody, no_body, no_query},
};
use crate::{
    session::{Defaults, open_defaults},
    store::{
        connect_session::{self, ConnectSessionRow},
        connection, environment,
    },
    web::{default_settings, error::WebError, state::State},
};

/// What the Connect UI needs to know of its session. The casing of the keys is the protocol's.
pub async fn show(
    state: Data<State>,
    caller: SessionCaller,
    request: HttpRequest,
    body: JsonBody,
) -> Result<HttpResponse, WebError> {
    no_query(&request)?;
    no_body(&body)?;
    let session = &caller.0;
    let environment = environment::find(&state.services.db, &session.environment_id).await?;
    let settings = environment.map_or_else(default_settings, |row| row.connect_ui_settings);
    let settings: Value = serde_json::from_str(&settings).unwrap_or_default();
    let defaults = open_defaults(&state.services.keyring, session)?;
    let mut view = view(session, &settings, &defaults);
    if let Some(reconnects) = &session.reconnects {
        let (db, environment) = (&state.services.db, &session.environment_id);
        let row = connection::find_by_row(db, environment, &reconnects.connection).await?;
        if let Some((user, organization)) = row.and_then(|row| row.end_user) {
            view["endUser"] = end_user(&user, organization.as_ref());
        }
    }
    Ok(HttpResponse::Ok().json(json!({ "data": view })))
}

/// Ends the session; its token opens nothing from then on.
pub async fn end(
    state: Data<State>,
    caller: SessionCaller,
    request: HttpRequest,
    body: JsonBody,
) -> Result<HttpResponse, WebError> {
    no_query(&request)?;
    no_body(&body)?;
    let (id, at) = (caller.0.id, state.services.clock.now());
    let write =
        state.services.db.write(move |tx| Box::pin(async move { connect_session::end(tx, &id, at).await }));
    write.await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Keys that are not set are left out, not null.
fn view(session: &ConnectSessionRow, settings: &Value, defaults: &Defaults) -> Value {
    let organization = session.organization.as_ref();
    let mut view = json!({
        "endUser": session.end_user.as_ref().map(|user| end_user(user, organization)),
        "connectUISettings": settings,
    });
    if let Some(keys) = &session.allowed_integrations {
        view["allowed_integrations"] = json!(keys);
    }
    if !defaults.is_empty() {
        view["integrations_config_defaults"] = presets(defaults);
    }
    if session.reconnects.is_some() {
        view["isReconnecting"] = json!(true);
    }
    if let Some(overrides) = &session.overrides {
        view["overrides"] = json!(overrides);
    }
    view["websocketsPath"] = json!("/");
    view
}

/// The user's scopes are the backend's matter: they are not told.
fn presets(defaults: &Defaults) -> Value {
    let one = |own: &crate::session::IntegrationDefaults| {
        let mut view = Map::new();
        if let Some(config) = &own.connection_config {
            view.insert("connection_config".to_owned(), json!(config));
        }
        if let Some(params) = &own.authorization_params {
            view.insert("authorization_params".to_owned(), json!(params));
        }
        Value::Object(view)
    };
    Value::Object(defaults.iter().map(|(key, own)| (key.clone(), one(own))).collect())
}
