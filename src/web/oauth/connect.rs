//! `GET /oauth/connect/{key}`: the SDK's popup (security.md C2, C3).
//!
//! It leaves at once where the browser says that the application's own page opened it; every other start shows who
//! connects what to whom, and asks for one press. The press is the POST.

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
    web::{Data, Path},
};
use std::{collections::BTreeMap, sync::Arc};

use secrecy::SecretString;

use super::{
    StartParameters,
    home::{HomeOf, home},
    report,
};
use crate::{
    auth::{ConnectionConfig, Given, redirect::RedirectMode},
    connection::{
        self, Attempt, AttemptedIntegration, DepartError, Departed, FlowEnd, FlowFailure, Former, Leaving,
        Start,
    },
    id::FlowId,
    provider::{Form, FormContext, Provider},
    session::{SessionToken, flow::FlowContext, open_defaults, person_of_tags},
    store::{
        connect_session::{Completion, ConnectSessionRow, Verification},
        connection::renew::FormerRow,
        environment::EnvironmentRow,
        flow::FlowState,
        page::PageIntegrationRow,
        start::{self, StartRow},
    },
    trace::Subject,
    web::{
        connect::{
            PageProblem, PageProblemKind,
            dress::{self, Dress},
            leave, listing,
            page::{Aim, InterstitialPage, Service},
            session_dress::{self, Place, Wishes},
        },
        error::WebError,
        guard::{self, Destination},
        state::State,
    },
};

/// What a start is about.
struct Started {
    session: ConnectSessionRow,
    environment: EnvironmentRow,
    integration: PageIntegrationRow,
    provider: Arc<Provider>,
    /// The connection as it was, where it is connected anew.
    former: Option<Former>,
    service: Service,
    dress: Dress,
    parameters: StartParameters,
}

/// The popup's first address.
pub async fn connect(
    state: Data<State>,
    request: HttpRequest,
    key: Path<String>,
) -> Result<HttpResponse, WebError> {
    let parameters = StartParameters::of(&request);
    let started = read(&state, parameters, &key).await?;
    if !opened_by_the_application(&state, &request, &started) {
        return interstitial(&state, &request, &started);
    }
    let departed = depart(&state, &started).await?;
    let mut response =
        HttpResponse::Found().insert_header((header::LOCATION, departed.url.reveal().to_owned())).finish();
    response
        .add_cookie(&leave::flow_cookie(&state, &departed))
        .map_err(|error| WebError::Internal(error.to_string()))?;
    Ok(response)
}

/// The press on the interstitial's button.
pub async fn confirmed(
    state: Data<State>,
    request: HttpRequest,
    key: Path<String>,
) -> Result<HttpResponse, WebError> {
    if !guard::is_same_origin(&state, request.headers()) {
        return Err(PageProblem::new(PageProblemKind::CrossSite).into());
    }
    let started = read(&state, StartParameters::of(&request), &key).await?;
    let departed = depart(&state, &started).await?;
    leave::on_the_way(&state, &request, &started.dress, &started.service, &departed)
}

/// A refusal before there is a flow still reaches the SDK's promise.
async fn read(state: &State, parameters: StartParameters, key: &str) -> Result<Started, WebError> {
    let socket = parameters.socket_id.clone();
    let refused = async |error: WebError, failure: FlowFailure| {
        tell(state, socket.clone(), key, failure, None).await;
        error
    };
    let token = SessionToken::parse(parameters.token.as_deref().unwrap_or_default());
    let found = match token {
        Ok(token) if !key.contains('\0') => {
            start::find(&state.services.db, &token.fingerprint(), key).await?
        }
        _ => None,
    };
    let Some(StartRow { session, environment, integration, former }) = found else {
        return Err(refused(
            PageProblem::new(PageProblemKind::Expired { at: None }).into(),
            FlowFailure::NoSession,
        )
        .await);
    };
    let dress = session_dress::of_session(state, &session, &environment, Place::Tab, &Wishes::default());
    let subject = match &integration {
        Some(row) => Subject::Integration(session.id.clone(), row.unique_key.clone()),
        None => Subject::Session(session.id.clone()),
    };
    let refused = async |error: WebError, failure: FlowFailure| {
        state.services.traces.note(state.services.clock.now(), subject.clone(), failure.step(None));
        refused(error, failure).await
    };
    let problem = |kind| WebError::from(PageProblem::wearing(kind, dress.clone()));
    if !session.is_live(state.services.clock.now()) {
        return Err(refused(problem(PageProblemKind::over(&session)), FlowFailure::NoSession).await);
    }
    if session.verification != Verification::None {
        return Err(refused(problem(PageProblemKind::Unverified), FlowFailure::Unverified).await);
    }
    if session.reconnects.is_some() && former.is_none() {
        let kind = PageProblemKind::ConnectionGone;
        return Err(refused(problem(kind), FlowFailure::ConnectionGone).await);
    }
    // Neither the socket nor the address of a popup may carry the code (security.md C5).
    if session.completion == Completion::Exchange {
        return Err(refused(problem(PageProblemKind::NotBuilt), FlowFailure::NoWayForCode).await);
    }
    let Some(integration) = integration else {
        return Err(refused(problem(PageProblemKind::NotFound), FlowFailure::Owner).await);
    };
    let allowed = session.allowed_integrations.as_deref();
    if allowed.is_some_and(|keys| !keys.contains(&integration.unique_key)) {
        return Err(refused(problem(PageProblemKind::NotFound), FlowFailure::NotAllowed).await);
    }
    let provider = state.services.definition(&session.environment_id, &integration.provider);
    let Some(provider) = provider else {
        return Err(refused(problem(PageProblemKind::NotFound), FlowFailure::NoDefinition).await);
    };
    if RedirectMode::of(&provider).is_none() {
        return Err(refused(problem(PageProblemKind::NotBuilt), FlowFailure::Mode).await);
    }
    let name = listing::name_of(integration.display_name.as_deref(), &provider);
    let service = listing::service(&name, &integration.provider);
    let former = open_former(state, &session, former.as_ref());
    Ok(Started { session, environment, integration, provider, former, service, dress, parameters })
}

fn open_former(state: &State, session: &ConnectSessionRow, row: Option<&FormerRow>) -> Option<Former> {
    Some(Former::open(&state.services, &session.environment_id, session.reconnects.as_ref()?, row?))
}

/// The browser says so: a document of its own, from a page of an allowed origin.
fn opened_by_the_application(state: &State, request: &HttpRequest, started: &Started) -> bool {
    let origins = session_dress::session_origins(
        state,
        started.session.allowed_origins.as_deref(),
        &started.environment.allowed_origins,
    );
    guard::destination(request) == Destination::Document
        && guard::referring_origin(request)
            .is_some_and(|origin| session_dress::may_frame(state, &origins, &origin))
}

fn interstitial(state: &State, request: &HttpRequest, started: &Started) -> Result<HttpResponse, WebError> {
    let (chrome, sheet) = state.wardrobe.chrome(&started.dress, request);
    let page = InterstitialPage {
        chrome,
        service: started.service.clone(),
        aim: Aim::of(started.former.is_some()),
        person: person_of_tags(&started.session.tags),
    };
    dress::draw(&state.wardrobe, &started.dress, &sheet, StatusCode::OK, &page)
}

async fn depart(state: &State, started: &Started) -> Result<Departed, WebError> {
    let services = &state.services;
    let id = FlowId::random(&services.random);
    let (session, row) = (&started.session, &started.integration);
    let integration = AttemptedIntegration {
        id: &row.id,
        key: &row.unique_key,
        provider: &row.provider,
        auth_mode: started.provider.auth_mode,
    };
    let leaving = Leaving {
        attempt: Attempt::in_session(session, &started.environment.name, integration),
        provider: &started.provider,
        owner: row.credentials.as_ref(),
        custom: row.custom.as_ref(),
        session_ends: session.expires_at,
        context: context(state, started)?,
        page: None,
        socket_id: started.parameters.socket_id.clone(),
        start: Start::New(&id),
    };
    match connection::depart(services, leaving).await {
        Ok(departed) => Ok(departed),
        Err(DepartError::Problem(problem)) => {
            tracing::warn!(integration = row.unique_key, %problem, "nobody can leave");
            let failure = FlowFailure::from(&problem);
            let (socket, detail) = (started.parameters.socket_id.clone(), Some(problem.to_string()));
            tell(state, socket, &row.unique_key, failure, detail).await;
            let kind = PageProblemKind::CannotLeave { service: started.service.clone(), failure };
            Err(PageProblem::wearing(kind, started.dress.clone()).into())
        }
        Err(DepartError::Used) => Err(PageProblem::new(PageProblemKind::StartUsed).into()),
        Err(DepartError::Store(error)) => Err(error.into()),
        Err(DepartError::Sealed(error)) => Err(error.into()),
    }
}

/// The session's own values win over the address's (wire-protocol.md §4.4).
fn context(state: &State, started: &Started) -> Result<FlowContext, WebError> {
    let defaults = open_defaults(&state.services.keyring, &started.session)?;
    let given = started.parameters.params.iter().chain(&started.parameters.credentials);
    let given: BTreeMap<String, SecretString> =
        given.map(|(name, value)| (name.clone(), SecretString::from(value.clone()))).collect();
    let typed = match &started.former {
        Some(former) => {
            let form = Form::shared(&started.provider, &FormContext::default());
            former.below(&started.provider, &form, Given::InCall(&given))
        }
        None => ConnectionConfig::new(given),
    };
    let home = home(
        state,
        HomeOf {
            environment: &started.environment.id,
            callback_url: started.environment.callback_url.as_deref(),
            integration: &started.integration.id,
            key: &started.integration.unique_key,
            own_callback: started.integration.own_callback,
            provider: &started.provider,
            app_name: &started.dress.app_name,
        },
    );
    let mut context = connection::first_context(&defaults, &started.integration.unique_key, typed, home);
    if context.authorization_params.is_empty() {
        context.authorization_params.clone_from(&started.parameters.authorization_params);
    }
    Ok(context)
}

async fn tell(
    state: &State,
    socket_id: Option<String>,
    key: &str,
    failure: FlowFailure,
    detail: Option<String>,
) {
    let refused = FlowState::Refused { error_code: failure.code().to_owned(), detail };
    let flow = FlowId::from_stored(String::new());
    report(state, &FlowEnd { flow, socket_id, integration_key: key.to_owned(), state: refused }).await;
}
