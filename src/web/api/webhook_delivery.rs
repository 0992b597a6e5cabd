//! `/webhook-deliveries`: the log of webhooks, and sending one again. Our own; the protocol has none.

use actix_web::{
    HttpRequest, HttpResponse,
    web::{Data, Path},
};
use serde_json::{Value, json};

use super::{
    ApiError,
    auth::ApiCaller,
    input::webhook_deliveries::ListDeliveries,
    request::{invalid_query, no_query, query},
};
use crate::{
    id::DeliveryId,
    store::webhook_delivery::{self, DeliveryFilter, DeliveryRow, DeliveryState},
    web::{error::WebError, state::State},
};

/// The newest first; `next_cursor` leads on.
pub async fn list(
    state: Data<State>,
    caller: ApiCaller,
    request: HttpRequest,
) -> Result<HttpResponse, WebError> {
    caller.require(&["logs:read"])?;
    let asked = ListDeliveries::read(&query(&request)).map_err(invalid_query)?;
    let limit = asked.limit;
    let filter = DeliveryFilter {
        state: asked.state,
        connection_id: asked.connection_id,
        before: asked.cursor,
        limit: limit + 1,
    };
    let mut rows = webhook_delivery::list(&state.services.db, &caller.environment, &filter).await?;
    let has_more = i64::try_from(rows.len()).is_ok_and(|count| count > limit);
    rows.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let next = rows.last().filter(|_| has_more).map(|row| row.number.to_string());
    let data: Vec<Value> = rows.iter().map(view).collect();
    Ok(HttpResponse::Ok().json(json!({ "data": data, "next_cursor": next })))
}

/// One delivery, with the body that is sent.
pub async fn one(
    state: Data<State>,
    caller: ApiCaller,
    request: HttpRequest,
    id: Path<String>,
) -> Result<HttpResponse, WebError> {
    caller.require(&["logs:read"])?;
    no_query(&request)?;
    let row = find(&state, &caller, id.into_inner()).await?;
    let mut data = view(&row);
    data["body"] = json!(row.body);
    Ok(HttpResponse::Ok().json(json!({ "data": data })))
}

/// Sends one again, with the same id; one that waits for its next attempt goes at once.
pub async fn replay(
    state: Data<State>,
    caller: ApiCaller,
    request: HttpRequest,
    id: Path<String>,
) -> Result<HttpResponse, WebError> {
    caller.require(&["webhooks:replay"])?;
    no_query(&request)?;
    let row = find(&state, &caller, id.into_inner()).await?;
    let (environment, now) = (caller.environment, state.services.clock.now());
    let write = state.services.db.write(move |tx| {
        Box::pin(async move { webhook_delivery::replay(tx, &environment, &row.id, now).await })
    });
    // One that is on its way just now is as good as sent again.
    write.await?;
    Ok(HttpResponse::Accepted().json(json!({ "success": true })))
}

async fn find(state: &State, caller: &ApiCaller, id: String) -> Result<DeliveryRow, WebError> {
    let id = DeliveryId::from_stored(id);
    let row = webhook_delivery::find(&state.services.db, &caller.environment, &id).await?;
    row.ok_or_else(|| ApiError::not_found("not_found", "There is no delivery of that id").into())
}

fn view(row: &DeliveryRow) -> Value {
    let waits = row.state == DeliveryState::Waiting;
    json!({
        "id": row.id.as_str(),
        "webhook_id": row.webhook_id.as_str(),
        "connection_id": row.connection_id,
        "url": row.url,
        "state": row.state.as_str(),
        "attempts": row.attempts,
        "last_status": row.last_status,
        "last_error": row.last_error,
        "created_at": row.created_at.to_z_iso(),
        "next_attempt_at": waits.then(|| row.next_attempt_at.to_z_iso()),
        "finished_at": row.finished_at.map(crate::clock::Timestamp::to_z_iso),
    })
}
