//! `GET /ui/{cap}/accounts`: back to the list from a session that reconnects one of them.

use actix_web::{
    HttpRequest, HttpResponse,
    http::header,
    web::{Data, Path},
};

use crate::{
    origin::Origin,
    session::{Capability, OpenPage, open_page},
    store::{
        connect_session::{self, ConnectSessionRow},
        page::SurfaceRow,
    },
    web::{
        connect::{problem::PageProblemKind, visit::Visit},
        error::WebError,
        state::State,
    },
};

/// The handler. A new page of the session that shows the list; the one that was left is stored only as a fingerprint.
pub async fn accounts(
    state: Data<State>,
    request: HttpRequest,
    path: Path<String>,
) -> Result<HttpResponse, WebError> {
    let visit = Visit::any(&state, &request, &path, "").await?;
    let Some(by) = visit.page.session.view.managed_by() else {
        return Err(visit.problem(PageProblemKind::NotFound).into());
    };
    let session = connect_session::find_by_id(&state.services.db, by).await?;
    let session = session.filter(|session| session.is_live(state.services.clock.now()));
    let session = session.ok_or_else(|| visit.problem(PageProblemKind::Ended))?;
    let capability = open(&state, &request, &visit, &session).await?;
    let address = format!("/ui/{}/", capability.reveal());
    Ok(HttpResponse::SeeOther().insert_header((header::LOCATION, address)).finish())
}

/// Opens a page of another session in the place of this one: the same frame, or the same browser.
pub(super) async fn open(
    state: &State,
    request: &HttpRequest,
    visit: &Visit,
    session: &ConnectSessionRow,
) -> Result<Capability, WebError> {
    let page = &visit.page;
    let refused = || WebError::from(visit.problem(PageProblemKind::OtherBrowser));
    let (theme, language) = (page.theme.clone(), page.language.clone());
    match &page.surface {
        SurfaceRow::Tab { .. } => {
            let cookie = visit.tab(state, request).ok_or_else(refused)?;
            Ok(open_page(&state.services, session, OpenPage::Tab(&cookie), theme, language).await?)
        }
        SurfaceRow::Frame { parent_origin, embedded } => {
            let parent = Origin::parse(parent_origin).map_err(|_| refused())?;
            let place = OpenPage::Frame { parent: &parent, embedded: *embedded };
            Ok(open_page(&state.services, session, place, theme, language).await?)
        }
    }
}
