//! `GET /oauth/done/{flow}`: what came of it, for the window that came back, and for nobody else.

use actix_web::{
    HttpRequest, HttpResponse,
    cookie::{Cookie, SameSite, time::Duration},
    http::{StatusCode, header},
    web::{Data, Path},
};

use crate::{
    connection::FlowFailure,
    session::{OpenPage, TabCookie, flow::FlowCookie, open_page},
    store::flow::{self, FlowState, ResultView, ReturnCheck},
    theme::ModeChoice,
    web::{
        connect::{
            PageProblem, PageProblemKind,
            dress::{self, Dress},
            flow_words, listing,
            page::{ResultPage, Surface},
            visit::TAB_COOKIE,
        },
        edge,
        error::WebError,
        state::State,
    },
};

/// The handler. The flow's cookie has done its work here.
pub async fn done(
    state: Data<State>,
    request: HttpRequest,
    id: Path<String>,
) -> Result<HttpResponse, WebError> {
    let closed = |check| WebError::from(PageProblem::new(PageProblemKind::WayBackClosed(check)));
    let view =
        flow::find_result(&state.services.db, &id).await?.ok_or_else(|| closed(ReturnCheck::Unknown))?;
    let name = state.cookie_name(&FlowCookie::name(&view.flow.id));
    let cookie = edge::cookie(&request, &name).and_then(FlowCookie::parse);
    let same = cookie.is_some_and(|cookie| {
        view.cookie_fingerprint.as_deref().is_some_and(|stored| cookie.fingerprint().matches(stored))
    });
    if !same {
        return Err(closed(ReturnCheck::Used));
    }
    let mut response = match tab_of(&state, &request, &view) {
        Some(tab) => to_page(&state, &view, &tab).await?,
        None => draw(&state, &request, &view)?,
    };
    response.add_cookie(&spent(&state, name)).map_err(|error| WebError::Internal(error.to_string()))?;
    Ok(response)
}

/// The cookie of the tab in which the way began, when this is that tab's browser.
fn tab_of(state: &State, request: &HttpRequest, view: &ResultView) -> Option<TabCookie> {
    let stored = view.tab_fingerprint.as_deref()?;
    let cookie = edge::cookie(request, &state.cookie_name(TAB_COOKIE)).and_then(TabCookie::parse)?;
    cookie.fingerprint().matches(stored).then_some(cookie)
}

/// A hosted page goes on where it was: under a new address, because the old one is stored nowhere.
async fn to_page(state: &State, view: &ResultView, tab: &TabCookie) -> Result<HttpResponse, WebError> {
    let place = OpenPage::Tab(tab);
    let (theme, language) = (view.theme.clone(), view.language.clone());
    let capability = open_page(&state.services, &view.session, place, theme, language).await?;
    let address = format!("/ui/{}/done/{}", capability.reveal(), view.flow.id);
    Ok(HttpResponse::SeeOther().insert_header((header::LOCATION, address)).finish())
}

fn draw(state: &State, request: &HttpRequest, view: &ResultView) -> Result<HttpResponse, WebError> {
    let app_name = view.session.app_name.as_ref().or(view.environment_app_name.as_ref());
    let dress = Dress {
        settings: view.connect_ui_settings.clone(),
        themes: view.themes.clone(),
        theme: view.theme.as_deref().and_then(ModeChoice::parse),
        language: view.language.clone(),
        // The window closes itself.
        offers_languages: false,
        app_name: app_name.cloned().unwrap_or_else(|| state.public_url.host().to_owned()),
        surface: Surface::Hosted,
        parent_origin: None,
        frame_ancestors: "'none'".to_owned(),
    };
    let (mut chrome, sheet) = state.wardrobe.chrome(&dress, request);
    let provider = state.services.definition(&view.session.environment_id, &view.flow.provider);
    let name = match provider {
        Some(provider) => listing::name_of(view.flow.display_name.as_deref(), &provider),
        None => view.flow.integration_key.clone(),
    };
    let service = listing::service(&name, &view.flow.provider);
    let failure = match &view.flow.state {
        FlowState::Connected { .. } => None,
        FlowState::Refused { error_code, .. } => {
            Some(flow_words::reason(&chrome, &service, FlowFailure::of_code(error_code)))
        }
        _ => Some(flow_words::reason(&chrome, &service, FlowFailure::Unknown)),
    };
    let status = if failure.is_some() { StatusCode::BAD_REQUEST } else { StatusCode::OK };
    chrome.reference = failure.is_some().then(|| edge::request_id(request));
    let script_url = state.wardrobe.assets.flow_script_url().to_owned();
    let page = ResultPage { chrome, service, failure, script_url };
    dress::draw(&state.wardrobe, &dress, &sheet, status, &page)
}

fn spent(state: &State, name: String) -> Cookie<'static> {
    Cookie::build(name, "")
        .path("/")
        .http_only(true)
        .secure(!state.public_url.is_loopback_http())
        .same_site(SameSite::Lax)
        .max_age(Duration::ZERO)
        .finish()
}
