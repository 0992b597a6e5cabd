//! `/admin/connect-links/{id}/revoke`: asks, then revokes.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};

use crate::{
    admin::{Deed, perform},
    store::share_link::{self, ShareLinkRow},
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

/// As far back as a link can be looked for.
const MOST: i64 = 10_000;

async fn find(state: &State, who: &SignedIn, id: &str) -> Result<ShareLinkRow, WebError> {
    let links = share_link::list(&state.services.db, &who.environment.id, MOST).await?;
    links.into_iter().find(|row| row.id.as_str() == id).ok_or_else(not_found)
}

/// `GET`: the question.
pub async fn ask(state: Data<State>, who: SignedIn, id: Path<String>) -> Result<HttpResponse, WebError> {
    let row = find(&state, &who, &id).await?;
    let page = ConfirmPage {
        frame: Frame::inside(&state, &who, Spot::ShareLinks),
        title: format!("Revoke the link for {}?", row.end_user.id),
        text:
            "Whoever opens it is told that it was withdrawn, also where its page is open right now. What is \
               connected stays connected."
                .to_owned(),
        action: "Revoke link",
        back: "/admin/connect-links".to_owned(),
    };
    draw(&state, StatusCode::OK, &page)
}

/// `POST`: the deed.
pub async fn revoke(state: Data<State>, who: SignedIn, id: Path<String>) -> Result<HttpResponse, WebError> {
    let row = find(&state, &who, &id).await?;
    let at = state.services.clock.now();
    let deed = Deed::of(&who.admin, &who.environment.id, "share_link.revoke", &row.end_user.id)
        .with_detail(row.id.to_string());
    perform(&state.services, deed, move |tx| {
        Box::pin(async move { share_link::revoke(tx, &row.environment_id, &row.id, at).await })
    })
    .await?;
    Ok(see_other("/admin/connect-links?done=revoked"))
}
