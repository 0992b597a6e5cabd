//! `/admin/people/{id}/remove`: asks, then removes.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path, Query},
};
use serde::Deserialize;

use super::{
    find,
    show::{PersonPage, Problem},
};
use crate::{
    admin::people::{self, Changed},
    web::{
        admin::{
            confirm::ConfirmPage,
            page::{Frame, Spot, draw, see_other},
            session::{self, SignedIn},
        },
        error::WebError,
        state::State,
    },
};

/// The version of the account that was looked at.
#[derive(Debug, Deserialize)]
pub struct VersionQuery {
    #[serde(default)]
    version: i64,
}

/// `GET`: the question.
pub async fn ask(state: Data<State>, who: SignedIn, id: Path<String>) -> Result<HttpResponse, WebError> {
    let row = find(&state, &id).await?;
    let page = ConfirmPage {
        frame: Frame::inside(&state, &who, Spot::People),
        title: format!("Remove {}?", row.name),
        text: "They are signed out everywhere at once and cannot sign in any more. Their name stays in the audit."
            .to_owned(),
        action: "Remove",
        back: format!("/admin/people/{}", row.id),
    };
    draw(&state, StatusCode::OK, &page)
}

/// `POST`: the deed.
pub async fn remove(
    state: Data<State>,
    who: SignedIn,
    id: Path<String>,
    query: Query<VersionQuery>,
) -> Result<HttpResponse, WebError> {
    let row = find(&state, &id).await?;
    let problem = match people::remove(&state.services, &who.admin, &row, query.version).await? {
        Changed::Done if row.id == who.admin.id => {
            let mut response = see_other("/admin/sign-in?done=signed-out");
            // A cookie's text is always a header's.
            let _ = response.add_cookie(&session::removal(&state));
            return Ok(response);
        }
        Changed::Done => return Ok(see_other("/admin/people?done=removed")),
        Changed::LastOwner => Problem::LastOwner,
        Changed::Meanwhile => Problem::Meanwhile("They were not removed.".to_owned()),
    };
    let page = PersonPage::new(&state, &who, &row.id).await?;
    draw(&state, StatusCode::CONFLICT, &page.with(problem))
}
