//! `/admin/connections/{row}/erase`: asks, then forgets the connection's end user altogether.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};

use super::{find, path, person};
use crate::{
    connection::{Ending, erase},
    store::connection::{ConnectionRow, erasure::Person},
    web::{
        admin::{
            confirm::ConfirmPage,
            not_found::not_found,
            page::{Frame, Spot, draw, see_other},
            session::SignedIn,
        },
        error::WebError,
        state::State,
    },
};

/// The application's own id of the end user, where the connection has one.
pub fn end_user_of(row: &ConnectionRow) -> Option<String> {
    let named = row.end_user.as_ref().map(|(user, _)| user.id.clone());
    named.or_else(|| row.tags.get("end_user_id").cloned())
}

/// `GET`: the question.
pub async fn ask(state: Data<State>, who: SignedIn, id: Path<String>) -> Result<HttpResponse, WebError> {
    let row = find(&state, &who, id.into_inner()).await?;
    let end_user = end_user_of(&row).ok_or_else(not_found)?;
    let name = person(&row).unwrap_or_else(|| end_user.clone());
    let page = ConfirmPage {
        frame: Frame::inside(&state, &who, Spot::Connections),
        title: format!("Erase everything about {name}?"),
        text: format!(
            "All connections of the user {end_user}, their sessions, attempts and the webhooks that tell of them are \
             deleted for good, in this environment. The services are asked to end the access, where they offer that. \
             The audit log keeps that it was done, and no name."
        ),
        action: "Erase everything",
        back: path(&row.id),
    };
    draw(&state, StatusCode::OK, &page)
}

/// `POST`: the deed.
pub async fn perform(state: Data<State>, who: SignedIn, id: Path<String>) -> Result<HttpResponse, WebError> {
    let row = find(&state, &who, id.into_inner()).await?;
    let end_user_id = end_user_of(&row).ok_or_else(not_found)?;
    let person = Person { environment: who.environment.id.clone(), end_user_id };
    let origin = state.public_url.origin();
    let erased = erase(&state.services, origin.as_str(), &person, &who.admin.name).await?;
    let all = erased.connections.iter().all(|one| one.revocation == Ending::Revoked);
    let done = if all { "erased" } else { "erased-here" };
    Ok(see_other(&format!("/admin/connections?done={done}")))
}
