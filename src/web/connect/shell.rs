//! `GET /`: the shell in a frame, the hosted link, the plain page for who opens it by hand.

use actix_web::{
    HttpRequest, HttpResponse,
    cookie::{Cookie, SameSite},
    http::StatusCode,
    web::{Data, Query},
};

use super::{
    dress::{Dress, Policy, Scripts},
    page, preview,
    problem::{PageProblem, PageProblemKind},
    session_dress::{self, FrameLayout, Place, Wishes},
    start::{all_origins, begin, session_of},
    visit::TAB_COOKIE,
};
use crate::{
    session::{OpenPage, TabCookie},
    store::{
        connect_session::{Completion, ConnectSessionRow, Verification},
        environment::EnvironmentRow,
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
#[derive(Debug, Default)]
pub struct ShellQuery {
    /// The hosted link's token.
    pub session_token: Option<String>,
    /// `light`, `dark` or `system`.
    pub theme: Option<String>,
    /// The language asked for.
    pub lang: Option<String>,
    /// Whether the frame is a part of the host's page rather than a layer over it.
    pub embedded: Option<String>,
    /// Whether this is admin's preview. It shows the page as it is hosted, whatever `embedded` says.
    pub preview: Option<String>,
    /// The state in which the preview shows the page.
    pub state: Option<String>,
    /// Whose draft it wears: `environment` or `instance`.
    pub draft: Option<String>,
    /// Which of the environment's themes.
    pub draft_name: Option<String>,
    /// The environment that the preview is of; without it, the first.
    pub environment: Option<String>,
    /// Whether the preview shows the layer over somebody's page.
    pub layer: Option<String>,
}

impl ShellQuery {
    /// The parameters that are known; of two with one name the first counts.
    fn of(parameters: Vec<(String, String)>) -> Self {
        let mut query = Self::default();
        for (name, value) in parameters {
            let known = match name.as_str() {
                "session_token" => &mut query.session_token,
                "theme" => &mut query.theme,
                "lang" => &mut query.lang,
                "embedded" => &mut query.embedded,
                "preview" => &mut query.preview,
                "state" => &mut query.state,
                "draft" => &mut query.draft,
                "draft_name" => &mut query.draft_name,
                "environment" => &mut query.environment,
                "layer" => &mut query.layer,
                _ => continue,
            };
            known.get_or_insert(value);
        }
        query
    }

    /// What the frame is to its page.
    #[must_use]
    pub fn layout(&self) -> FrameLayout {
        FrameLayout::of_parameter(self.embedded.as_deref())
    }
}

/// The handler.
pub async fn shell(
    state: Data<State>,
    request: HttpRequest,
    query: Query<Vec<(String, String)>>,
) -> Result<HttpResponse, WebError> {
    let query = ShellQuery::of(query.into_inner());
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
    let Some((session, environment)) = session_of(state, token).await? else {
        let (surface, frame_ancestors) = match guard::destination(request) {
            Destination::Frame => {
                (query.layout().surface(), session_dress::frame_ancestors(&all_origins(state).await?))
            }
            Destination::Document | Destination::Unknown => (page::Surface::Hosted, "'none'".to_owned()),
        };
        let dress = dress(state, query, surface, frame_ancestors).await;
        return Err(PageProblem::wearing(PageProblemKind::Expired { at: None }, dress).into());
    };
    if guard::destination(request) == Destination::Frame {
        return framed_link(state, request, &session, &environment, query).await;
    }
    if !session.is_live(state.services.clock.now()) {
        let dress = session_dress::of_session(state, &session, &environment, Place::Tab, &wishes(query));
        return Err(PageProblem::wearing(PageProblemKind::over(&session), dress).into());
    }
    // A page of its own tells nobody the code, so what is connected there would only be taken apart again.
    if session.completion == Completion::Exchange && session.verification.app_url().is_none() {
        let dress = session_dress::of_session(state, &session, &environment, Place::Tab, &wishes(query));
        return Err(PageProblem::wearing(PageProblemKind::NotBuilt, dress).into());
    }
    let name = state.cookie_name(TAB_COOKIE);
    let cookie = edge::cookie(request, &name)
        .and_then(TabCookie::parse)
        .unwrap_or_else(|| TabCookie::random(&state.services.random));
    let mut response = begin(state, &session, OpenPage::Tab(&cookie), wishes(query)).await?;
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
    environment: &EnvironmentRow,
    query: &ShellQuery,
) -> Result<HttpResponse, WebError> {
    let origins = session_dress::session_origins(
        state,
        session.allowed_origins.as_deref(),
        &environment.allowed_origins,
    );
    if session.verification != Verification::None {
        return Err(PageProblem::new(PageProblemKind::Unverified).into());
    }
    let parent = guard::referring_origin(request).filter(|origin| origins.allows(origin));
    let Some(parent) = parent else {
        let origin =
            guard::referring_origin(request).map_or_else(|| "null".to_owned(), |one| one.to_string());
        return Err(PageProblem::new(PageProblemKind::FrameRefused { origin }).into());
    };
    if !session.is_live(state.services.clock.now()) {
        let place = Place::Frame { parent: parent.as_str(), origins: &origins, layout: query.layout() };
        let dress = session_dress::of_session(state, session, environment, place, &wishes(query));
        return Err(PageProblem::wearing(PageProblemKind::over(session), dress).into());
    }
    let place = OpenPage::Frame { parent: &parent, embedded: query.layout() == FrameLayout::Embedded };
    begin(state, session, place, wishes(query)).await
}

pub(super) fn tab_cookie(state: &State, name: String, value: &TabCookie) -> Cookie<'static> {
    Cookie::build(name, value.reveal().to_owned())
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(!state.public_url.is_loopback_http())
        .finish()
}

fn wishes(query: &ShellQuery) -> Wishes {
    let theme = query.theme.clone().filter(|theme| ModeChoice::parse(theme).is_some());
    Wishes { theme, language: query.lang.clone(), layout: query.layout(), chosen_language: None }
}

async fn bare(state: &State, request: &HttpRequest, query: &ShellQuery) -> Result<HttpResponse, WebError> {
    let dress = dress(state, query, page::Surface::Hosted, "'none'".to_owned()).await;
    let dress = Dress { offers_languages: true, ..dress };
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
        && !session_dress::may_frame(state, &origins, &origin)
    {
        let kind = PageProblemKind::FrameRefused { origin: origin.to_string() };
        return Err(PageProblem::new(kind).into());
    }
    let dress = dress(state, query, query.layout().surface(), session_dress::frame_ancestors(&origins)).await;
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
    let Wishes { theme, language, layout, .. } = wishes(query);
    let embedded = (layout == FrameLayout::Embedded).then(|| "true".to_owned());
    let given = [("theme", theme), ("lang", language), ("embedded", embedded)];
    given.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
}
