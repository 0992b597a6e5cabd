//! `PATCH /connections/{id}` (§5.5).

use actix_web::{
    HttpRequest, HttpResponse,
    web::{Data, Path},
};
use serde_json::json;

use super::one::missing;
use crate::{
    id::EndUserId,
    store::{
        connection::{
            self,
            change::{self, Change},
        },
        end_user,
    },
    web::{
        api::{
            auth::ApiCaller,
            connect_session::{allowed_target, end_user as person},
            input::{connection_change::ConnectionPatch, connections::OfIntegration, key::ConnectionId},
            request::{JsonBody, invalid_body, invalid_query, path_name, query},
        },
        error::WebError,
        state::State,
    },
};

/// Changes what is given, and nothing else.
pub async fn change(
    state: Data<State>,
    caller: ApiCaller,
    request: HttpRequest,
    id: Path<String>,
    body: JsonBody,
) -> Result<HttpResponse, WebError> {
    caller.require(&["connections:update"])?;
    let asked = OfIntegration::read(&query(&request)).map_err(invalid_query)?;
    let id = path_name("connectionId", &id, ConnectionId::parse)?;
    let patch = ConnectionPatch::read(body.tree()).map_err(invalid_body)?;
    let tags = patch.all_tags().map_err(invalid_body)?;
    if let Some(Some(target)) = &patch.webhook_url_override {
        allowed_target(&state, target).await?;
    }
    let (key, environment) = (asked.provider_config_key.as_str(), caller.environment.clone());
    let found = connection::find(&state.services.db, &environment, id.as_str(), key).await?;
    let Some(row) = found.filter(|row| row.exchange_until.is_none()) else {
        return Err(missing(&state, &caller, key).await);
    };
    if patch == ConnectionPatch::default() {
        return Ok(HttpResponse::Ok().json(json!({ "success": true })));
    }
    let changes = Change {
        tags: tags.map(|tags| tags.into_iter().map(|(key, value)| (key.to_string(), value)).collect()),
        webhook_url_override: patch
            .webhook_url_override
            .map(|target| target.map(|target| target.url().as_str().to_owned())),
        end_user: patch.end_user.as_ref().map(|user| user.id.clone()),
    };
    let user = patch.end_user.map(person);
    let (new_id, at) = (EndUserId::random(&state.services.random), state.services.clock.now());
    let write = state.services.db.write(move |tx| {
        Box::pin(async move {
            if let Some(user) = &user {
                end_user::upsert(tx, &new_id, &environment, user, None, at).await?;
            }
            change::change(tx, &environment, &row.id, &changes, at).await
        })
    });
    if !write.await? {
        return Err(missing(&state, &caller, key).await);
    }
    Ok(HttpResponse::Ok().json(json!({ "success": true })))
}
