//! `/admin/connect-links/{id}/revoke`: asks, then revokes.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};

use crate::{
    admin::share_link as verbs,
    id::ShareLinkId,
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

async fn find(state: &State, who: &SignedIn, id: &str) -> Result<ShareLinkRow, WebError> {
    let id = ShareLinkId::from_stored(id.to_owned());
    share_link::find_by_id(&state.services.db, &who.environment.id, &id).await?.ok_or_else(not_found)
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
    verbs::revoke(&state.services, &who.admin.name, &row.environment_id, &row.id).await?;
    Ok(see_other("/admin/connect-links?done=revoked"))
}
