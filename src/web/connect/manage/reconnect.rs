//! `POST /ui/{cap}/connections/{id}/reconnect`: the form that connects it anew, in place, in a session of its own.

use actix_web::{
    HttpRequest, HttpResponse,
    http::header,
    web::{Data, Path},
};

use super::{accounts::open, check_sender, own, to_list, visit};
use crate::{
    session::{self, open_defaults, reconnecting},
    web::{connect::listing, error::WebError, state::State},
};

/// The handler. The session's token is told to nobody: only the page that opens now leads into it.
pub async fn reconnect(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse, WebError> {
    let (capability, id) = path.into_inner();
    let visit = visit(&state, &request, &capability).await?;
    check_sender(&state, &request, &visit)?;
    let Some(own) = own(&state, &visit, id).await? else { return Ok(to_list()) };
    let key = listing::segment(&own.row.integration_key);
    let page = &visit.page.session;
    let defaults = open_defaults(&state.services.keyring, page)?;
    let new = reconnecting(page, defaults, own.row);
    let created = session::create(&state.services, &page.environment_id, new).await?;
    let capability = open(&state, &request, &visit, &created.session).await?;
    let address = format!("/ui/{}/integrations/{key}", capability.reveal());
    Ok(HttpResponse::SeeOther().insert_header((header::LOCATION, address)).finish())
}
