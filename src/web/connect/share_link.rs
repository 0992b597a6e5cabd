//! `GET /l/{token}`: a link that an admin handed out. Each opening begins a session of its own, in this browser.

use actix_web::{
    HttpRequest, HttpResponse,
    web::{Data, Path},
};

use super::{
    dress,
    problem::{PageProblem, PageProblemKind},
    session_dress::Wishes,
    shell::tab_cookie,
    start::begin,
    visit::TAB_COOKIE,
};
use crate::{
    session::{OpenPage, ShareLinkError, ShareLinkToken, TabCookie, open_share_link},
    web::{edge, error::WebError, state::State},
};

/// The handler.
pub async fn open(
    state: Data<State>,
    request: HttpRequest,
    token: Path<String>,
) -> Result<HttpResponse, WebError> {
    let token = ShareLinkToken::parse(&token).ok_or(ShareLinkError::Unknown).map_err(problem)?;
    let (_, created) = open_share_link(&state.services, &token).await.map_err(problem)?;
    let name = state.cookie_name(TAB_COOKIE);
    let cookie = edge::cookie(&request, &name)
        .and_then(TabCookie::parse)
        .unwrap_or_else(|| TabCookie::random(&state.services.random));
    let wishes = Wishes { language: dress::chosen(&request), ..Wishes::default() };
    let mut response = begin(&state, &created.session, OpenPage::Tab(&cookie), wishes).await?;
    response
        .add_cookie(&tab_cookie(&state, name, &cookie))
        .map_err(|error| WebError::Internal(error.to_string()))?;
    Ok(response)
}

/// Mail scanners and link checkers ask with HEAD: nothing is opened for them.
pub async fn look() -> HttpResponse {
    HttpResponse::Ok().finish()
}

fn problem(error: ShareLinkError) -> WebError {
    let kind = match error {
        ShareLinkError::Unknown => PageProblemKind::NotFound,
        ShareLinkError::Expired => PageProblemKind::LinkExpired,
        ShareLinkError::Revoked => PageProblemKind::LinkRevoked,
        ShareLinkError::Used => PageProblemKind::LinkUsed,
        ShareLinkError::TooOften => PageProblemKind::TooFast,
        ShareLinkError::Store(error) => return error.into(),
    };
    PageProblem::new(kind).into()
}
