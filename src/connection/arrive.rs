//! Coming back from the service: the flow is taken once, the code is exchanged, and the flow's row says what came of it.

use std::collections::BTreeMap;

use super::{Attempt, Flow, FlowFailure, conversation, establish, open_custom_of, open_owner};
use crate::{
    auth::{
        Subject,
        redirect::{self, Arrival, ReturnProblem, Returning},
    },
    id::FlowId,
    secret::OpenError,
    services::Services,
    session::flow::{FlowContext, FlowCookie, StateParameter},
    store::{
        StoreError,
        flow::{self, ClaimedFlow, EndedFlow, FlowState, ReturnCheck},
    },
};

/// What a flow came to.
#[derive(Clone, Debug)]
pub struct FlowEnd {
    /// The flow.
    pub flow: FlowId,
    /// The SDK's socket that waits for it.
    pub socket_id: Option<String>,
    /// The integration's key.
    pub integration_key: String,
    /// How it ended: `Connected` or `Refused`.
    pub state: FlowState,
}

impl From<EndedFlow> for FlowEnd {
    fn from(ended: EndedFlow) -> Self {
        let EndedFlow { id, socket_id, integration_key, state } = ended;
        Self { flow: id, socket_id, integration_key, state }
    }
}

/// Why a way back leads nowhere.
#[derive(Debug, thiserror::Error)]
pub enum ArriveError {
    /// Not this flow, not this browser, not any more.
    #[error("the way back is closed: {0:?}")]
    Closed(ReturnCheck),
    /// The database.
    #[error("the store failed")]
    Store(#[from] StoreError),
    /// A sealed column.
    #[error("a sealed column cannot be opened")]
    Sealed(#[from] OpenError),
}

/// What a browser brings back from the service.
#[derive(Clone, Copy, Debug)]
pub struct Back<'a> {
    /// The `state`.
    pub state: &'a StateParameter,
    /// The flow's cookie, where the browser has one.
    pub cookie: Option<&'a FlowCookie>,
    /// The integration whose own callback it came to; none at the address that all share (security.md C6).
    pub own_callback: Option<&'a str>,
    /// What the service says.
    pub query: &'a BTreeMap<String, String>,
}

/// Finishes the flow of a `state` for the browser with its cookie. The token endpoint is asked only after both were
/// compared (security.md C1, C2).
pub async fn arrive(services: &Services, back: Back<'_>) -> Result<FlowEnd, ArriveError> {
    let flow = claim(services, back.state, back.cookie).await?;
    let state = match exchange(services, &flow, back).await {
        Ok(state) => state,
        Err(failure) => refuse(services, &flow, failure).await?,
    };
    Ok(FlowEnd { flow: flow.id, socket_id: flow.socket_id, integration_key: flow.integration_key, state })
}

/// Why a flow that was taken came to nothing, and what is known of it, cleaned.
struct Failure {
    failure: FlowFailure,
    detail: Option<String>,
}

impl From<FlowFailure> for Failure {
    fn from(failure: FlowFailure) -> Self {
        Self { failure, detail: None }
    }
}

impl From<ReturnProblem> for Failure {
    fn from(problem: ReturnProblem) -> Self {
        Self { failure: FlowFailure::from(&problem), detail: Some(problem.to_string()) }
    }
}

async fn claim(
    services: &Services,
    state: &StateParameter,
    cookie: Option<&FlowCookie>,
) -> Result<ClaimedFlow, ArriveError> {
    let (id, print, now) = (state.flow().clone(), state.fingerprint(), services.clock.now());
    if let Some(cookie) = cookie.map(FlowCookie::fingerprint) {
        let write = services
            .db
            .write(move |tx| Box::pin(async move { flow::claim(tx, &id, &print, &cookie, now).await }));
        if let Some(flow) = write.await? {
            return Ok(flow);
        }
    }
    let cookie = cookie.map(FlowCookie::fingerprint);
    let check = flow::check(&services.db, state.flow(), &state.fingerprint(), cookie.as_ref(), now).await?;
    Err(ArriveError::Closed(check))
}

async fn exchange(services: &Services, flow: &ClaimedFlow, back: Back<'_>) -> Result<FlowState, Failure> {
    let lost = |error: &dyn std::fmt::Display| {
        tracing::error!(flow = flow.id.as_str(), %error, "a flow cannot be finished");
        Failure::from(FlowFailure::Unknown)
    };
    let provider = services.catalog.get(&flow.provider).ok_or(FlowFailure::NoDefinition)?;
    let sealed = flow.context.as_ref().ok_or(FlowFailure::Unknown)?;
    let context =
        FlowContext::open(services, &flow.id, &flow.environment_id, sealed).map_err(|error| lost(&error))?;
    if back.own_callback != own_callback(&context.redirect_uri, flow) {
        return Err(FlowFailure::OtherServer.into());
    }
    let pending = context.pending.as_ref().ok_or(FlowFailure::Unknown)?;
    let owner = open_owner(services, &flow.environment_id, &flow.integration_id, flow.owner.as_ref())
        .map_err(|error| lost(&error))?;
    let custom = open_custom_of(services, &flow.environment_id, &flow.integration_id, flow.custom.as_ref())
        .map_err(|error| lost(&error))?;
    let subject = Subject {
        provider,
        owner: owner.as_ref(),
        custom: &custom,
        connection_config: &context.connection_config,
        redirect_uri: &context.redirect_uri,
        introduction: context.introduction(),
    };
    let arrival =
        redirect::arrive(conversation(services), Returning { subject, pending, query: back.query }).await?;
    let (grant, is_pending) = match arrival {
        Arrival::Connected(grant) => (grant, false),
        Arrival::WaitsForInstallation(grant) => (grant, true),
        // Renewing the connection that has this installation is not built yet: say so, and store nothing.
        Arrival::InstalledBefore { .. } => return Err(FlowFailure::Mode.into()),
    };
    let attempt = Attempt::of_claimed(flow, provider.auth_mode);
    let ending = Flow::Returned { id: &flow.id, is_pending };
    match establish(services, attempt, ending, &grant.credential, &grant.connection_config).await {
        Ok(established) => Ok(FlowState::Connected { connection_id: established.connection_id, is_pending }),
        // The session was ended, the integration deleted, or the attempt cancelled, while the service was asked.
        Err(StoreError::Gone) => Err(FlowFailure::Gone.into()),
        Err(error) => {
            lost(&error);
            Err(FlowFailure::NotStored.into())
        }
    }
}

/// The integration whose own callback the service was told, if it was one.
fn own_callback<'a>(redirect_uri: &str, flow: &'a ClaimedFlow) -> Option<&'a str> {
    let id = flow.integration_id.as_str();
    redirect_uri.ends_with(&format!("/oauth/callback/{id}")).then_some(id)
}

async fn refuse(services: &Services, flow: &ClaimedFlow, failure: Failure) -> Result<FlowState, StoreError> {
    let (id, detail, code) = (flow.id.clone(), failure.detail.clone(), failure.failure.code());
    let at = services.clock.now();
    services
        .db
        .write(move |tx| Box::pin(async move { flow::refuse(tx, &id, code, detail.as_deref(), at).await }))
        .await?;
    Ok(FlowState::Refused { error_code: code.to_owned(), detail: failure.detail })
}
