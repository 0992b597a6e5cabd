//! `DELETE /connections/{id}` (§5.5).

use actix_web::{
    HttpRequest, HttpResponse,
    web::{Data, Path},
};
use serde_json::json;

use crate::{
    admin::{Deed, perform},
    connection::revoke,
    store::connection,
    web::{
        api::{
            ApiError,
            auth::ApiCaller,
            input::{connections::OfIntegration, key::ConnectionId},
            request::{invalid_query, path_name, query},
        },
        error::WebError,
        state::State,
    },
};

/// Revokes at the service where it can, then deletes. One that is not there is a bad request, as the protocol has it.
pub async fn delete(
    state: Data<State>,
    caller: ApiCaller,
    request: HttpRequest,
    id: Path<String>,
) -> Result<HttpResponse, WebError> {
    caller.require(&["connections:delete"])?;
    let asked = OfIntegration::read(&query(&request)).map_err(invalid_query)?;
    let id = path_name("connectionId", &id, ConnectionId::parse)?;
    let key = asked.provider_config_key.as_str();
    let found = connection::find(&state.services.db, &caller.environment, id.as_str(), key).await?;
    let unknown = || ApiError::bad_request("unknown_connection", "There is no such connection");
    let row = found.ok_or_else(unknown)?;
    let revocation = revoke(&state.services, state.public_url.origin().as_str(), &row).await;
    let deed = Deed {
        actor: format!("API key {}", caller.key_name),
        environment: Some(caller.environment.clone()),
        action: "connection.delete",
        subject: row.connection_id.clone(),
        detail: format!("integration {}; {revocation}", row.integration_key),
    };
    let at = state.services.clock.now();
    let deleted = perform(&state.services, deed, move |tx| {
        Box::pin(async move { connection::delete(tx, &row.id, at).await })
    });
    Ok(HttpResponse::Ok().json(json!({ "success": deleted.await? })))
}
