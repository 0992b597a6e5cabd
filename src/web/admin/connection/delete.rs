//! `/admin/connections/{row}/delete`: asks, then disconnects.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};

use super::{find, path, person};
use crate::{
    admin::{Deed, perform},
    connection::{Revocation, revoke},
    store::connection,
    web::{
        admin::{
            confirm::ConfirmPage,
            page::{Frame, Spot, draw, see_other},
            session::SignedIn,
        },
        error::WebError,
        state::State,
    },
};

/// `GET`: the question.
pub async fn ask(state: Data<State>, who: SignedIn, id: Path<String>) -> Result<HttpResponse, WebError> {
    let row = find(&state, &who, id.into_inner()).await?;
    let whose = person(&row).map_or_else(String::new, |person| format!(" of {person}"));
    let page = ConfirmPage {
        frame: Frame::inside(&state, &who, Spot::Connections),
        title: format!("Disconnect {}{whose}?", row.integration_key),
        text: format!(
            "The connection {} and its credentials are deleted here: your app can no longer use them. \
             The service is asked to end them too, where it offers that.",
            row.connection_id
        ),
        action: "Disconnect",
        back: path(&row.id),
    };
    draw(&state, StatusCode::OK, &page)
}

/// `POST`: the deed.
pub async fn delete(state: Data<State>, who: SignedIn, id: Path<String>) -> Result<HttpResponse, WebError> {
    let row = find(&state, &who, id.into_inner()).await?;
    let at = state.services.clock.now();
    let revocation = revoke(&state.services, state.public_url.origin().as_str(), &row).await;
    let done = match &revocation {
        Revocation::Revoked(_) => "revoked",
        Revocation::NotOffered => "kept",
        Revocation::Failed(_) => "not-revoked",
    };
    let deed = Deed::of(&who.admin, &who.environment.id, "connection.delete", &row.connection_id)
        .with_detail(format!("integration {}; {revocation}", row.integration_key));
    perform(&state.services, deed, move |tx| {
        Box::pin(async move { connection::delete(tx, &row.id, at).await })
    })
    .await?;
    Ok(see_other(&format!("/admin/connections?done={done}")))
}
