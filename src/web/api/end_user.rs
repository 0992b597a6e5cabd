//! `DELETE /end-users/{id}`: everything about an end user is forgotten. Ours, not the protocol's.

use actix_web::{
    HttpRequest, HttpResponse,
    web::{Data, Path},
};
use serde_json::json;

use super::{
    auth::ApiCaller,
    input::key::KeyFault,
    request::{no_query, path_name},
};
use crate::{
    connection::erase,
    store::connection::erasure::Person,
    web::{error::WebError, state::State},
};

/// As long as the id of an end user may be.
const LONGEST: usize = 255;
/// What no database takes in a text.
const PATTERN: &str = r"^[^\u0000]+$";

/// Ends their grants at the services, deletes all that names them, and says what could not be ended. Nobody by that id
/// is no error: the second call answers as the first one would have.
pub async fn delete(
    state: Data<State>,
    caller: ApiCaller,
    request: HttpRequest,
    id: Path<String>,
) -> Result<HttpResponse, WebError> {
    caller.require(&["connections:delete"])?;
    no_query(&request)?;
    let end_user_id = path_name("endUserId", &id, parse)?;
    let person = Person { environment: caller.environment.clone(), end_user_id };
    let actor = format!("API key {}", caller.key_name);
    let erased = erase(&state.services, state.public_url.origin().as_str(), &person, &actor).await?;
    Ok(HttpResponse::Ok().json(json!({ "success": true, "data": { "connections": erased.connections } })))
}

fn parse(id: &str) -> Result<String, KeyFault> {
    if id.chars().count() > LONGEST {
        return Err(KeyFault::TooLong(LONGEST as u64));
    }
    if id.contains('\0') { Err(KeyFault::Pattern(PATTERN)) } else { Ok(id.to_owned()) }
}
