//! `GET /connections` (§5.2).

use actix_web::{HttpRequest, HttpResponse, web::Data};
use serde_json::{Value, json};

use super::view;
use crate::{
    store::connection::{self, ConnectionFilter},
    web::{
        api::{
            auth::ApiCaller,
            input::connections::ListConnections,
            request::{invalid_query, query},
        },
        error::WebError,
        state::State,
    },
};

/// The handler: no credentials, no side effect.
pub async fn list(
    state: Data<State>,
    caller: ApiCaller,
    request: HttpRequest,
) -> Result<HttpResponse, WebError> {
    caller.require(&["connections:list", "connections:list_credentials"])?;
    let asked = ListConnections::read(&query(&request)).map_err(invalid_query)?;
    let rows = connection::list(&state.services.db, &caller.environment, &filter(asked)).await?;
    let connections: Vec<Value> = rows.iter().map(view::item).collect();
    Ok(HttpResponse::Ok().json(json!({ "connections": connections })))
}

fn filter(asked: ListConnections) -> ConnectionFilter {
    // Databases count in i64; the page's reader has capped both numbers.
    let number = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    ConnectionFilter {
        connection_id: asked.connection_id,
        search: asked.search,
        end_user_id: asked.end_user_id,
        organization_id: asked.end_user_organization_id,
        integration_keys: asked.integration_ids.unwrap_or_default(),
        tags: asked.tags.into_iter().map(|(key, value)| (key.to_string(), value)).collect(),
        limit: number(asked.page.limit),
        offset: number(asked.page.offset),
    }
}
