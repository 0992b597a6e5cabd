//! `GET /ui/{cap}/integrations/{key}`: the form.

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
    web::{Data, Path},
};

use super::{
    draft, dress,
    form_view::{self, Filled},
    listing,
    page::{self, FormPage, FormState, Reconnect, Resume, StartTicket, Submit, Surface},
    sent_form,
    subject::Subject,
    timing,
    visit::{Time, Visit},
};
use crate::{
    auth::{SignedMode, TypedMode, check, redirect::RedirectMode},
    connection::{Trouble, TroubleKind},
    provider::Provider,
    session::flow::Ticket,
    store::connect_session::View,
    trace::Step,
    web::{edge, error::WebError, state::State},
};

/// The handler.
pub async fn form(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse, WebError> {
    let (capability, key) = path.into_inner();
    let visit = Visit::live(&state, &request, &capability, &key).await?;
    let subject = match Subject::of(&state, &visit) {
        // Deleted since the session was made: the picker shows what is left, or says that there is nothing.
        Err(_) if Subject::is_gone(&state, &visit, &key) => return Ok(to_picker()),
        subject => subject?,
    };
    visit.note(&state, Step::FormShown);
    let kept = subject.former.as_ref().map(|former| former.prefill(&subject.form)).unwrap_or_default();
    // What was typed is later than what the connection holds.
    let typed = draft::typed_before(&state, &visit, &subject);
    let continued = typed.is_some();
    let kept = kept.into_iter().chain(typed.into_iter().flatten()).collect();
    let filled = Filled { kept, ..Filled::default() };
    draw(&state, &request, &visit, &subject, Answer { filled, continued, ..Answer::default() })
}

/// Leads from a form to the session's picker.
#[must_use]
pub fn to_picker() -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, "../")).finish()
}

/// What a form page says beside its fields.
#[derive(Default)]
pub struct Answer {
    /// What is shown in the fields.
    pub filled: Filled,
    /// Whether it holds what was typed on an earlier page.
    pub continued: bool,
    /// Why the check failed.
    pub failure: Option<page::CheckFailure>,
    /// The External ID that was shown before.
    pub external_id: Option<String>,
}

/// Draws the form: 200 when it is new, 422 when it comes back, 410 when its time is over, 503 when it was right but
/// could not be stored.
pub fn draw(
    state: &State,
    request: &HttpRequest,
    visit: &Visit,
    subject: &Subject<'_>,
    answer: Answer,
) -> Result<HttpResponse, WebError> {
    let now = state.services.clock.now();
    let over = match visit.time(now) {
        Time::Left => None,
        Time::Over(at) => Some(at),
    };
    let wrong = answer.failure.is_some() || !answer.filled.problems.is_empty();
    let status = match (over, wrong) {
        _ if answer.failure == Some(page::CheckFailure::NotStored) => StatusCode::SERVICE_UNAVAILABLE,
        (Some(_), _) => StatusCode::GONE,
        (None, true) => StatusCode::UNPROCESSABLE_ENTITY,
        (None, false) => StatusCode::OK,
    };
    let (mut chrome, sheet) = state.wardrobe.chrome(&visit.dress, request);
    chrome.back_url = back_url(visit);
    chrome.close_url = chrome.closable.then(|| "../close".to_owned());
    chrome.help_url = None;
    chrome.reference = wrong.then(|| edge::request_id(request));
    chrome.time_limit = over.is_none().then(|| timing::limit(visit, now, "../extend")).flatten();
    let start = start(state, visit, subject);
    let page = FormPage {
        service: subject.service.clone(),
        person: visit.person(),
        reconnect: subject
            .former
            .as_ref()
            .map(|former| Reconnect { trouble: former.trouble.map(trouble_view) }),
        already_connected: visit.page.already_connected,
        repairs: form_view::repairs(&subject.form, &answer.filled),
        failure: answer.failure,
        fields: form_view::fields(&subject.form, &answer.filled),
        external_id: form_view::external_id(&subject.form, answer.external_id, || {
            state.services.random.uuid()
        }),
        resume: over.is_none().then(|| resume(subject, answer.continued)).flatten(),
        guide_url: subject.form.guide.as_ref().map(ToString::to_string),
        submit: submit(&subject.provider),
        action: start.as_ref().and_then(|_| start_action(subject)),
        attempt: over.is_none().then(|| sent_form::number(&state.services.random)),
        start,
        state: over.map_or(FormState::Open, |at| FormState::Expired { ended_at: timing::time_text(at) }),
        chrome,
    };
    dress::draw(&state.wardrobe, &visit.dress, &sheet, status, &page)
}

/// What went wrong with a connection, as pages say it.
#[must_use]
pub fn trouble_view(trouble: Trouble) -> page::Trouble {
    page::Trouble {
        kind: match trouble.kind {
            TroubleKind::Refused => page::TroubleKind::Refused,
            TroubleKind::Interrupted => page::TroubleKind::Interrupted,
            TroubleKind::LookUp => page::TroubleKind::LookUp,
        },
        since: trouble.since.map(|at| {
            let date = at.date_time().date();
            page::Day { day: date.day(), month: u8::from(date.month()), year: date.year() }
        }),
    }
}

/// The list of accounts, where there is one; else the picker, where there is more than one integration to choose from.
fn back_url(visit: &Visit) -> Option<String> {
    let session = &visit.page.session;
    let several = session.allowed_integrations.as_ref().is_none_or(|keys| keys.len() > 1);
    match session.view {
        View::Manage => Some("../".to_owned()),
        View::Managed { .. } => Some("../accounts".to_owned()),
        View::Connect => several.then(|| "../".to_owned()),
    }
}

/// The ticket of a form whose button leaves for the service at once. In a frame a form with fields is sent to us first.
fn start(state: &State, visit: &Visit, subject: &Subject<'_>) -> Option<StartTicket> {
    RedirectMode::of(&subject.provider)?;
    let in_frame = visit.dress.surface != Surface::Hosted;
    if in_frame && start_action(subject).is_none() {
        return None;
    }
    let ticket = Ticket::fresh(&state.services.random);
    let key = listing::segment(&subject.integration.unique_key);
    Some(StartTicket {
        ticket: subject.seal_ticket(state, visit, &ticket),
        waiting_url: in_frame.then(|| format!("../flows/{}?integration={key}", ticket.flow)),
    })
}

/// Where what is typed is kept, and whether something was.
fn resume(subject: &Subject<'_>, continued: bool) -> Option<Resume> {
    let key = listing::segment(&subject.integration.unique_key);
    let keeps = subject.form.visible().any(|field| !field.secret);
    keeps.then(|| Resume {
        keep_url: format!("{key}/draft"),
        restart_url: continued.then(|| format!("{key}/restart")),
    })
}

/// Where a form without fields is sent.
fn start_action(subject: &Subject<'_>) -> Option<String> {
    let asks = subject.form.visible().next().is_some();
    (!asks).then(|| format!("{}/start", listing::segment(&subject.integration.unique_key)))
}

/// What the button of a provider's form does.
#[must_use]
pub fn submit(provider: &Provider) -> Submit {
    match TypedMode::of(provider) {
        None => Submit::Continue,
        Some(
            TypedMode::ClientCredentials
            | TypedMode::TwoStep
            | TypedMode::Signed(SignedMode::Bill | SignedMode::AwsSigV4),
        ) => Submit::CheckAndConnect,
        Some(TypedMode::Direct(_) | TypedMode::Signed(_)) if check::is_declared(provider) => {
            Submit::CheckAndConnect
        }
        Some(TypedMode::Direct(_) | TypedMode::Signed(_) | TypedMode::Outbound) => Submit::Connect,
    }
}
