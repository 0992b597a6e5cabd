//! `POST /ui/{cap}/integrations/{key}`: what was typed becomes a connection, or the form again with what is wrong.

use actix_web::{
    HttpRequest, HttpResponse,
    http::header,
    web::{Data, Form, Path},
};

use super::{
    draft,
    form::{self, Answer},
    form_view::{self, Filled},
    leave, listing,
    page::{CheckFailure, Surface},
    problem::PageProblemKind,
    sent_form,
    subject::Subject,
    visit::{Time, Visit},
};
use crate::{
    auth::{ConnectionConfig, TypedMode, redirect::RedirectMode},
    connection::{self, Flow, ObtainError, Obtaining},
    id::FlowId,
    provider::{self, Accepted, RawFields, Rejected},
    secret::Fingerprint,
    session::open_defaults,
    store::{StoreError, flow},
    trace::Step,
    web::{edge, error::WebError, guard, state::State},
};

/// The handler.
pub async fn submit(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
    body: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, WebError> {
    let (capability, key) = path.into_inner();
    let visit = Visit::any(&state, &request, &capability, &key).await?;
    if !guard::is_same_origin(&state, request.headers()) {
        return Err(visit.problem(PageProblemKind::CrossSite).into());
    }
    let fields = body.into_inner();
    let ticket = fields.iter().find(|(name, _)| name == "ticket").map(|(_, value)| value.clone());
    let sent = sent_form::fingerprint(&visit, &key, &fields);
    if let Some(flow) = made_before(&state, sent.as_ref()).await {
        return Ok(done(&flow));
    }
    let subject = match Subject::of(&state, &visit) {
        Err(_) if Subject::is_gone(&state, &visit, &key) => return Ok(form::to_picker()),
        subject => subject?,
    };
    let raw: RawFields = fields.into_iter().collect();
    let external_id = provider::Form::submitted_external_id(&raw);
    let again = |filled, failure| {
        let answer = Answer { filled, failure, external_id: external_id.clone(), ..Answer::default() };
        form::draw(&state, &request, &visit, &subject, answer)
    };
    let accepted = match subject.form.accept(&raw) {
        Ok(accepted) if visit.time(state.services.clock.now()) == Time::Left => accepted,
        // The time is over: what was typed is shown again, so that nothing has to be typed twice.
        Ok(accepted) => return again(accepted.into(), None),
        Err(rejected) => {
            visit.note(&state, Step::FieldsRefused(names(&rejected)));
            if visit.time(state.services.clock.now()) == Time::Left {
                draft::remember(&state, &visit, &subject, &rejected.kept).await;
            }
            return again(rejected.into(), None);
        }
    };
    if RedirectMode::of(&subject.provider).is_some() {
        let typed = subject.config_of(&accepted.inputs.params);
        draft::remember(&state, &visit, &subject, &accepted.kept).await;
        return continue_at_service(&state, &request, &visit, &subject, ticket.as_deref(), typed).await;
    }
    let Some(mode) = TypedMode::of(&subject.provider) else {
        return Err(visit.problem(PageProblemKind::NotBuilt).into());
    };
    let services = &state.services;
    let defaults = open_defaults(&services.keyring, &visit.page.session)?;
    let obtaining = Obtaining {
        attempt: subject.attempt(&visit),
        provider: &subject.provider,
        mode,
        owner: subject.integration.credentials.as_ref(),
        custom: subject.integration.custom.as_ref(),
        inputs: &accepted.inputs,
        kept: subject.kept(&accepted.inputs.params),
        authorization_params: &defaults.authorization_params(&key),
    };
    let obtained = match connection::obtain(services, obtaining).await {
        Ok(obtained) => obtained,
        Err(ObtainError::Sealed(error)) => return Err(error.into()),
        Err(error) => {
            let failure = form_view::failure(&error, &subject.form);
            draft::remember(&state, &visit, &subject, &accepted.kept).await;
            return again(accepted.into(), Some(failure));
        }
    };
    let flow = Flow::Direct { sent: sent.as_ref(), is_pending: obtained.is_pending };
    let (credential, config) = (&obtained.credential, &obtained.connection_config);
    match connection::establish(services, subject.attempt(&visit), flow, credential, config).await {
        Ok(established) => Ok(done(&established.flow_id)),
        // The session was ended, or the integration deleted, while the service was asked.
        Err(StoreError::Gone) => Err(visit.problem(gone(&state, &visit).await).into()),
        // The same form was sent twice, and the other one was faster.
        Err(StoreError::Conflict) if let Some(flow) = made_before(&state, sent.as_ref()).await => {
            Ok(done(&flow))
        }
        // What was typed is not lost with the database.
        Err(error @ (StoreError::Unavailable(_) | StoreError::NotCommitted(_) | StoreError::Conflict)) => {
            tracing::error!(request = edge::request_id(&request), %error, "a connection was not stored");
            again(accepted.into(), Some(CheckFailure::NotStored))
        }
        Err(error) => Err(error.into()),
    }
}

/// The fields in which something is wrong, by their names alone.
fn names(rejected: &Rejected) -> String {
    let names: Vec<String> = rejected.problems.iter().map(|(path, _)| path.to_string()).collect();
    names.join(", ")
}

async fn gone(state: &State, visit: &Visit) -> PageProblemKind {
    let session = &visit.page.session;
    match &session.reconnects {
        Some(own)
            if matches!(
                connection::is_deleted(&state.services, &session.environment_id, own).await,
                Ok(true)
            ) =>
        {
            PageProblemKind::ConnectionGone
        }
        _ => PageProblemKind::Ended,
    }
}

/// The attempt that the same form has made. A database that does not answer is met again when something is stored.
async fn made_before(state: &State, sent: Option<&Fingerprint>) -> Option<FlowId> {
    flow::of_sent_form(&state.services.db, sent?).await.ok().flatten()
}

fn done(flow: &FlowId) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, format!("../done/{flow}"))).finish()
}

/// What was typed is right: a page of its own leaves for the service, a frame shows the button that opens it.
async fn continue_at_service(
    state: &State,
    request: &HttpRequest,
    visit: &Visit,
    subject: &Subject<'_>,
    ticket: Option<&str>,
    typed: ConnectionConfig,
) -> Result<HttpResponse, WebError> {
    let context = leave::fresh_context(state, visit, subject, typed)?;
    if visit.dress.surface == Surface::Hosted {
        let ticket = subject.open_ticket(state, visit, ticket.unwrap_or_default())?;
        return leave::go(state, request, visit, subject, &ticket, context).await;
    }
    let flow = connection::prepare(&state.services, subject.attempt(visit), &visit.page.id, &context).await?;
    let key = listing::segment(&subject.integration.unique_key);
    let waiting = format!("../flows/{flow}?integration={key}");
    Ok(HttpResponse::SeeOther().insert_header((header::LOCATION, waiting)).finish())
}

impl From<Accepted> for Filled {
    fn from(accepted: Accepted) -> Self {
        Self { kept: accepted.kept, problems: Vec::new(), repairs: accepted.repairs, sent: true }
    }
}
