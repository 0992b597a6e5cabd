//! `POST /ui/{cap}/integrations/{key}/start`: the button that leaves for the service.
//!
//! One of the three requests that set the flow's cookie (security.md C2): it carries the ticket of a page of ours.

use actix_web::{
    HttpRequest, HttpResponse,
    cookie::{Cookie, SameSite, time::Duration},
    http::StatusCode,
    web::{Data, Form, Path},
};
use serde::Deserialize;

use super::{
    dress::{self, Dress},
    page::{LeavingPage, Service},
    problem::PageProblemKind,
    subject::Subject,
    visit::Visit,
};
use crate::{
    auth::ConnectionConfig,
    connection::{self, DepartError, Departed, FlowFailure, Leaving, Start},
    provider::RawFields,
    session::{
        flow::{FlowContext, FlowCookie, Ticket},
        open_defaults,
    },
    web::{
        error::WebError,
        guard,
        oauth::home::{HomeOf, home},
        state::State,
    },
};

/// What the button sends.
#[derive(Deserialize)]
pub struct StartForm {
    ticket: String,
}

/// The handler.
pub async fn leave(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
    body: Form<StartForm>,
) -> Result<HttpResponse, WebError> {
    let (capability, key) = path.into_inner();
    let flow = Ticket::claimed_flow(&body.ticket);
    let visit = Visit::leaving(&state, &request, &capability, &key, flow.as_ref()).await?;
    if !guard::is_same_origin(&state, request.headers()) {
        return Err(visit.problem(PageProblemKind::CrossSite).into());
    }
    let subject = Subject::of(&state, &visit)?;
    let ticket = subject.open_ticket(&state, &visit, &body.ticket)?;
    let context = context(&state, &visit, &subject, &ticket)?;
    go(&state, &request, &visit, &subject, &ticket, context).await
}

/// Leaves with what is known, and answers with the page that leads on.
pub async fn go(
    state: &State,
    request: &HttpRequest,
    visit: &Visit,
    subject: &Subject<'_>,
    ticket: &Ticket,
    context: FlowContext,
) -> Result<HttpResponse, WebError> {
    let start = match ticket.departures {
        None => Start::New(&ticket.flow),
        Some(departures) => Start::Again { id: &ticket.flow, departures },
    };
    let leaving = Leaving {
        attempt: subject.attempt(visit),
        provider: &subject.provider,
        owner: subject.integration.credentials.as_ref(),
        custom: subject.integration.custom.as_ref(),
        session_ends: visit.page.session.expires_at,
        context,
        page: Some(&visit.page.id),
        socket_id: None,
        start,
    };
    match connection::depart(&state.services, leaving).await {
        Ok(departed) => on_the_way(state, request, &visit.dress, &subject.service, &departed),
        Err(DepartError::Used) => Err(visit.problem(PageProblemKind::StartUsed).into()),
        Err(DepartError::Problem(problem)) => {
            tracing::warn!(integration = subject.integration.unique_key, %problem, "nobody can leave");
            let failure = FlowFailure::from(&problem);
            let service = subject.service.clone();
            Err(visit.problem(PageProblemKind::CannotLeave { service, failure }).into())
        }
        Err(DepartError::Store(error)) => Err(error.into()),
        Err(DepartError::Sealed(error)) => Err(error.into()),
    }
}

/// What the flow keeps, or what the session presets where it has no row yet.
fn context(
    state: &State,
    visit: &Visit,
    subject: &Subject<'_>,
    ticket: &Ticket,
) -> Result<FlowContext, WebError> {
    let session = &visit.page.session;
    if ticket.departures.is_some() {
        let sealed = visit.page.flow_context.as_ref();
        let sealed = sealed.ok_or_else(|| visit.problem(PageProblemKind::StartUsed))?;
        return Ok(FlowContext::open(&state.services, &ticket.flow, &session.environment_id, sealed)?);
    }
    // A form without visible fields may still have hidden ones, with values that the definition fixes.
    let fixed = subject.form.accept(&RawFields::default()).map(|accepted| accepted.inputs.params);
    fresh_context(state, visit, subject, subject.config_of(&fixed.unwrap_or_default()))
}

/// What a flow begins with: what was typed, and what the session presets.
pub fn fresh_context(
    state: &State,
    visit: &Visit,
    subject: &Subject<'_>,
    typed: ConnectionConfig,
) -> Result<FlowContext, WebError> {
    let key = &subject.integration.unique_key;
    let defaults = open_defaults(&state.services.keyring, &visit.page.session)?;
    let home = home(
        state,
        HomeOf {
            environment: &visit.page.session.environment_id,
            callback_url: visit.page.callback_url.as_deref(),
            integration: &subject.integration.id,
            key,
            own_callback: subject.integration.own_callback,
            provider: &subject.provider,
            app_name: &visit.dress.app_name,
        },
    );
    Ok(connection::first_context(&defaults, key, typed, home))
}

/// The page that leads on, with the cookie that must come back.
pub fn on_the_way(
    state: &State,
    request: &HttpRequest,
    dress: &Dress,
    service: &Service,
    departed: &Departed,
) -> Result<HttpResponse, WebError> {
    let dress = Dress {
        surface: super::page::Surface::Hosted,
        parent_origin: None,
        offers_languages: false,
        ..dress.clone()
    };
    let (chrome, sheet) = state.wardrobe.chrome(&dress, request);
    let url = departed.url.reveal().to_owned();
    let page = LeavingPage { chrome, service: service.clone(), url };
    let mut response = dress::draw(&state.wardrobe, &dress, &sheet, StatusCode::OK, &page)?;
    response
        .add_cookie(&flow_cookie(state, departed))
        .map_err(|error| WebError::Internal(error.to_string()))?;
    Ok(response)
}

/// The cookie of the browser that leaves; it lives as long as the way back is open.
#[must_use]
pub fn flow_cookie(state: &State, departed: &Departed) -> Cookie<'static> {
    let name = state.cookie_name(&FlowCookie::name(&departed.flow));
    let millis = departed.expires_at.0.saturating_sub(state.services.clock.now().0);
    Cookie::build(name, departed.cookie.reveal().to_owned())
        .path("/")
        .http_only(true)
        .secure(!state.public_url.is_loopback_http())
        .same_site(SameSite::Lax)
        .max_age(Duration::milliseconds(millis))
        .finish()
}
