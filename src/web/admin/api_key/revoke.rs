//! `/admin/api-keys/{id}/revoke`: asks, then revokes.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};

use crate::{
    admin::{Deed, perform},
    store::api_key::{self, ApiKeyRow},
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

async fn find(state: &State, who: &SignedIn, id: &str) -> Result<ApiKeyRow, WebError> {
    let keys = api_key::list(&state.services.db, &who.environment.id).await?;
    keys.into_iter().find(|row| row.id.as_str() == id).ok_or_else(not_found)
}

/// `GET`: the question.
pub async fn ask(state: Data<State>, who: SignedIn, id: Path<String>) -> Result<HttpResponse, WebError> {
    let row = find(&state, &who, &id).await?;
    let page = ConfirmPage {
        frame: Frame::inside(&state, &who, Spot::ApiKeys),
        title: format!("Revoke {}?", row.display_name),
        text: format!("Whoever uses the key that ends in {} is refused from then on.", row.hint),
        action: "Revoke key",
        back: "/admin/api-keys".to_owned(),
    };
    draw(&state, StatusCode::OK, &page)
}

/// `POST`: the deed.
pub async fn revoke(state: Data<State>, who: SignedIn, id: Path<String>) -> Result<HttpResponse, WebError> {
    let row = find(&state, &who, &id).await?;
    let at = state.services.clock.now();
    let deed = Deed::of(&who.admin, &who.environment.id, "api_key.revoke", &row.display_name)
        .with_detail(format!("…{}", row.hint));
    perform(&state.services, deed, move |tx| {
        Box::pin(async move { api_key::revoke(tx, &row.environment_id, &row.id, at).await })
    })
    .await?;
    Ok(see_other("/admin/api-keys?done=revoked"))
}
