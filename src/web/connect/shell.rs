//! `GET /`: the shell in a frame, the hosted link, the plain page for who opens it by hand.

use actix_web::{
    HttpRequest, HttpResponse,
    cookie::{Cookie, SameSite},
    http::{StatusCode, header},
    web::{Data, Query},
};
use serde::Deserialize;

use super::{
    dress::{Dress, Policy, Scripts},
    listing, page, preview,
    problem::{PageProblem, PageProblemKind},
    visit::{TAB_COOKIE, frame_ancestors, session_origins},
};
use crate::{
    origin::AllowedOrigins,
    session::{OpenPage, SessionToken, TabCookie, open_page},
    store::{
        connect_session::{self, ConnectSessionRow},
        environment,
    },
    theme::ModeChoice,
    web::{
        default_dress::default_dress,
        edge,
        error::WebError,
        guard::{self, Destination},
        state::State,
    },
};

/// The parameters that the SDK puts into the address (wire-protocol.md §11.2). `apiURL` is not read: we are
/// same-origin, and a foreign one must not be trusted.
#[derive(Debug, Default, Deserialize)]
pub struct ShellQuery {
    /// The hosted link's token.
    pub session_token: Option<String>,
    /// `light`, `dark` or `system`.
    pub theme: Option<String>,
    /// The language asked for.
    pub lang: Option<String>,
    /// Whether the page is embedded without a backdrop, as in admin's preview.
    pub embedded: Option<String>,
    /// Whether this is admin's preview.
    pub preview: Option<String>,
}

/// The handler.
pub async fn shell(
    state: Data<State>,
    request: HttpRequest,
    query: Query<ShellQuery>,
) -> Result<HttpResponse, WebError> {
    let query = query.into_inner();
    if let Some(token) = query.session_token.as_deref().filter(|token| !token.is_empty()) {
        return hosted_link(&state, &request, token, &query).await;
    }
    if query.preview.as_deref() == Some("true") {
        return preview::page(&state, &request, &query).await;
    }
    match guard::destination(&request) {
        Destination::Document => bare(&state, &request, &query).await,
        Destination::Frame | Destination::Unknown => framed(&state, &request, &query).await,
    }
}

/// The token is not used up: mail scanners and previews follow links, too (security.md E3).
async fn hosted_link(
    state: &State,
    request: &HttpRequest,
    token: &str,
    query: &ShellQuery,
) -> Result<HttpResponse, WebError> {
    let expired = || PageProblem::new(PageProblemKind::Expired { at: None });
    let token = SessionToken::parse(token).map_err(|_| expired())?;
    let session =
        connect_session::find(&state.services.db, &token.fingerprint()).await?.ok_or_else(expired)?;
    if !session.is_live(state.services.clock.now()) {
        return Err(PageProblem::new(PageProblemKind::Expired { at: Some(session.expires_at) }).into());
    }
    if guard::destination(request) == Destination::Frame {
        return framed_link(state, request, &session, query).await;
    }
    let name = state.cookie_name(TAB_COOKIE);
    let cookie = edge::cookie(request, &name)
        .and_then(TabCookie::parse)
        .unwrap_or_else(|| TabCookie::random(&state.services.random));
    let mut response = begin(state, &session, OpenPage::Tab(&cookie), query).await?;
    response
        .add_cookie(&tab_cookie(state, name, &cookie))
        .map_err(|error| WebError::Internal(error.to_string()))?;
    Ok(response)
}

/// A link that an application put into a frame itself: no cookie reaches it, so it becomes a frame's page.
async fn framed_link(
    state: &State,
    request: &HttpRequest,
    session: &ConnectSessionRow,
    query: &ShellQuery,
) -> Result<HttpResponse, WebError> {
    let environment = environment::find(&state.services.db, &session.environment_id).await?;
    let of_environment = environment.map(|row| row.allowed_origins).unwrap_or_default();
    let origins = session_origins(state, session.allowed_origins.as_deref(), &of_environment);
    match guard::referring_origin(request) {
        Some(origin) if origins.allows(&origin) => {
            begin(state, session, OpenPage::Frame(&origin), query).await
        }
        other => {
            let origin = other.map_or_else(|| "null".to_owned(), |origin| origin.to_string());
            Err(PageProblem::new(PageProblemKind::FrameRefused { origin }).into())
        }
    }
}

async fn begin(
    state: &State,
    session: &ConnectSessionRow,
    place: OpenPage<'_>,
    query: &ShellQuery,
) -> Result<HttpResponse, WebError> {
    let services = &state.services;
    let capability = open_page(services, session, place, theme(query), query.lang.clone()).await?;
    let only = listing::only_choice(services, session).await?;
    let address = start_address(capability.reveal(), only.as_deref());
    Ok(HttpResponse::SeeOther().insert_header((header::LOCATION, address)).finish())
}

/// Where a session begins: at its only form, or at the picker.
#[must_use]
pub fn start_address(capability: &str, only: Option<&str>) -> String {
    match only {
        Some(key) => format!("/ui/{capability}/integrations/{}", listing::segment(key)),
        None => format!("/ui/{capability}/"),
    }
}

fn tab_cookie(state: &State, name: String, value: &TabCookie) -> Cookie<'static> {
    Cookie::build(name, value.reveal().to_owned())
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(!state.public_url.is_loopback_http())
        .finish()
}

/// The theme that the address asks for, where it is one.
#[must_use]
pub fn theme(query: &ShellQuery) -> Option<String> {
    query.theme.as_deref().and_then(ModeChoice::parse).map(|mode| mode.as_str().to_owned())
}

async fn bare(state: &State, request: &HttpRequest, query: &ShellQuery) -> Result<HttpResponse, WebError> {
    let dress = dress(state, query, page::Surface::Hosted, "'none'".to_owned()).await;
    let (chrome, sheet) = state.wardrobe.chrome(&dress, request);
    let html = askama::Template::render(&page::BarePage { chrome })?;
    let policy = Policy {
        sheet: &sheet,
        frame_ancestors: &dress.frame_ancestors,
        scripts: Scripts::File,
        forms: false,
    };
    Ok(state.wardrobe.respond(StatusCode::OK, html, &policy))
}

/// The shell posts `ready` until the token comes. Who may not frame it gets a page that says so (security.md A2).
async fn framed(state: &State, request: &HttpRequest, query: &ShellQuery) -> Result<HttpResponse, WebError> {
    let origins = all_origins(state).await?;
    if let Some(origin) = guard::referring_origin(request)
        && origin != *state.public_url.origin()
        && !origins.allows(&origin)
    {
        let kind = PageProblemKind::FrameRefused { origin: origin.to_string() };
        return Err(PageProblem::new(kind).into());
    }
    let dress = dress(state, query, page::Surface::Overlay, frame_ancestors(&origins)).await;
    let (chrome, sheet) = state.wardrobe.chrome(&dress, request);
    let shell = page::ShellPage {
        chrome,
        allowed_origins: origins.iter().map(ToString::to_string).collect(),
        action: "ui".to_owned(),
        parameters: parameters(query),
    };
    let policy = Policy {
        sheet: &sheet,
        frame_ancestors: &dress.frame_ancestors,
        scripts: Scripts::FileAndShell,
        forms: true,
    };
    Ok(state.wardrobe.respond(StatusCode::OK, askama::Template::render(&shell)?, &policy))
}

/// The origins of the instance and of all environments: before the token, nobody knows whose session it will be.
async fn all_origins(state: &State) -> Result<AllowedOrigins, WebError> {
    let environments = environment::list(&state.services.db).await?;
    let lists = environments.iter().map(|row| AllowedOrigins::from_stored(&row.allowed_origins));
    Ok(lists.fold(state.allowed_origins.clone(), |all, list| all.and(&list)))
}

async fn dress(state: &State, query: &ShellQuery, surface: page::Surface, frame_ancestors: String) -> Dress {
    Dress {
        theme: query.theme.as_deref().and_then(ModeChoice::parse),
        language: query.lang.clone(),
        surface,
        frame_ancestors,
        ..default_dress(state).await
    }
}

fn parameters(query: &ShellQuery) -> Vec<(String, String)> {
    let given = [("theme", theme(query)), ("lang", query.lang.clone())];
    given.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
}
