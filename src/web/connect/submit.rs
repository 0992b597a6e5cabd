//! `POST /ui/{cap}/integrations/{key}`: what was typed becomes a connection, or the form again with what is wrong.

use actix_web::{
    HttpRequest, HttpResponse,
    http::header,
    web::{Data, Form, Path},
};

use super::{
    form::{self, Answer},
    form_view::{self, Filled},
    leave, listing,
    page::{CheckFailure, Surface},
    problem::PageProblemKind,
    subject::Subject,
    visit::{Time, Visit},
};
use crate::{
    auth::{ConnectionConfig, DirectMode, redirect::RedirectMode},
    connection::{self, Flow},
    id::FlowId,
    provider::{self, Accepted, RawFields},
    store::StoreError,
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
    let subject = Subject::of(&state, &visit)?;
    let fields = body.into_inner();
    let ticket = fields.iter().find(|(name, _)| name == "ticket").map(|(_, value)| value.clone());
    let raw: RawFields = fields.into_iter().collect();
    let external_id = provider::Form::submitted_external_id(&raw);
    let again = |filled, failure| {
        let answer = Answer { filled, failure, external_id: external_id.clone() };
        form::draw(&state, &request, &visit, &subject, answer)
    };
    let accepted = match subject.form.accept(&raw) {
        Ok(accepted) if visit.time(state.services.clock.now()) == Time::Left => accepted,
        // The time is over: what was typed is shown again, so that nothing has to be typed twice.
        Ok(accepted) => return again(accepted.into(), None),
        Err(rejected) => return again(rejected.into(), None),
    };
    if RedirectMode::of(subject.provider).is_some() {
        let typed = ConnectionConfig::new(accepted.inputs.params.clone());
        return continue_at_service(&state, &request, &visit, &subject, ticket.as_deref(), typed).await;
    }
    let Some(mode) = DirectMode::of(subject.provider.auth_mode) else {
        return Err(visit.problem(PageProblemKind::NotBuilt).into());
    };
    let credential = mode.credential(&accepted.inputs);
    let config = ConnectionConfig::new(accepted.inputs.params.clone());
    let services = &state.services;
    let session = &visit.page.session.id;
    let checked = connection::check(services, session, subject.provider, &credential, &config).await;
    if let Err(failure) = checked {
        let failure = form_view::failure(&failure, &subject.form);
        return again(accepted.into(), Some(failure));
    }
    let flow = FlowId::random(&services.random);
    let established = match connection::establish(
        services,
        subject.attempt(&visit),
        Flow::Direct(&flow),
        &credential,
        &config,
    )
    .await
    {
        Ok(established) => established,
        // The session was ended, or the integration deleted, while the service was asked.
        Err(StoreError::Gone) => return Err(visit.problem(PageProblemKind::Ended).into()),
        // What was typed is not lost with the database.
        Err(error @ (StoreError::Unavailable(_) | StoreError::NotCommitted(_))) => {
            tracing::error!(request = edge::request_id(&request), %error, "a connection was not stored");
            return again(accepted.into(), Some(CheckFailure::NotStored));
        }
        Err(error) => return Err(error.into()),
    };
    Ok(HttpResponse::SeeOther()
        .insert_header((header::LOCATION, format!("../done/{}", established.flow_id)))
        .finish())
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
