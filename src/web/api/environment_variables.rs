//! `GET /environment-variables` (wire-protocol.md §10.2): a bare list.

use actix_web::{HttpRequest, HttpResponse, web::Data};

use super::{auth::ApiCaller, request::no_query};
use crate::{
    admin::variable::{self, VariableError},
    web::{error::WebError, state::State},
};

/// All variables of the key's environment.
pub async fn list(
    state: Data<State>,
    caller: ApiCaller,
    request: HttpRequest,
) -> Result<HttpResponse, WebError> {
    caller.require(&["variables:read"])?;
    no_query(&request)?;
    match variable::to_wire(&state.services, &caller.environment).await {
        Ok(all) => Ok(HttpResponse::Ok().json(all)),
        Err(VariableError::Store(error)) => Err(error.into()),
        Err(VariableError::Sealed(error)) => Err(error.into()),
    }
}
