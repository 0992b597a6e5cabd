//! Coming back from the service: the flow is taken once, the code is exchanged, and the flow's row says what came of it.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    Attempt, Flow, FlowFailure, RefreshWish, check, conversation, establish, failure_webhook::failed,
    flow_start::OWN_CALLBACK, former::is_deleted, fresh, open_custom_of, open_owner, traced::note,
};
use crate::{
    auth::{
        Subject,
        check::CheckFailure,
        redirect::{self, Arrival, ReturnProblem, Returning},
    },
    id::{FlowId, IntegrationId},
    provider::{AuthMode, Provider},
    secret::OpenError,
    services::Services,
    session::flow::{FlowContext, FlowCookie, StateParameter},
    store::{
        StoreError,
        connection::{ConnectionRow, waiting},
        flow::{self, ClaimedFlow, EndedFlow, FlowState, ReturnCheck},
        webhook_outbox,
    },
    trace::Step,
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

/// At which address somebody came back (security.md C6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WayBack {
    /// The one that integrations share.
    Shared,
    /// The own one of an integration.
    Of(IntegrationId),
}

impl WayBack {
    const fn integration(&self) -> Option<&IntegrationId> {
        match self {
            Self::Shared => None,
            Self::Of(integration) => Some(integration),
        }
    }

    /// Whether the service was told to send people there: what is meant for one server must not end at another.
    fn is_of(&self, redirect_uri: &str, integration: &IntegrationId) -> bool {
        let is_own = redirect_uri.ends_with(&format!("{OWN_CALLBACK}{integration}"));
        is_own == (self.integration() == Some(integration))
    }
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

/// Finishes the flow of a `state` for the browser with its cookie. The token endpoint is asked only after both were
/// compared (security.md C1, C2).
pub async fn arrive(
    services: &Arc<Services>,
    public_origin: &str,
    state: &StateParameter,
    cookie: Option<&FlowCookie>,
    way: &WayBack,
    query: &BTreeMap<String, String>,
) -> Result<FlowEnd, ArriveError> {
    let flow = claim(services, state, cookie, way).await?;
    note(services, &flow, Step::CameBack);
    let state = match exchange(services, public_origin, &flow, way, query).await {
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

impl From<CheckFailure> for Failure {
    fn from(failure: CheckFailure) -> Self {
        let detail = match &failure {
            CheckFailure::Refused { status, host, .. } | CheckFailure::Unclear { status, host } => {
                Some(format!("{host} answered with status {status}"))
            }
            CheckFailure::NoAnswer { error, .. } => Some(error.user_message().to_owned()),
            CheckFailure::NoRequest => None,
        };
        Self { failure: FlowFailure::CheckFailed, detail }
    }
}

async fn claim(
    services: &Services,
    state: &StateParameter,
    cookie: Option<&FlowCookie>,
    way: &WayBack,
) -> Result<ClaimedFlow, ArriveError> {
    let address = way.integration().cloned();
    let (id, print, now) = (state.flow().clone(), state.fingerprint(), services.clock.now());
    if let Some(cookie) = cookie.map(FlowCookie::fingerprint) {
        let address = address.clone();
        let write = services.db.write(move |tx| {
            Box::pin(async move { flow::claim(tx, &id, &print, &cookie, address.as_ref(), now).await })
        });
        if let Some(flow) = write.await? {
            return Ok(flow);
        }
    }
    let cookie = cookie.map(FlowCookie::fingerprint);
    let (db, print) = (&services.db, state.fingerprint());
    let check = flow::check(db, state.flow(), &print, cookie.as_ref(), address.as_ref(), now).await?;
    Err(ArriveError::Closed(check))
}

/// The definition that the flow left with. The code was meant for the hosts of that one: it goes to no others.
async fn definition_of(
    services: &Services,
    flow: &ClaimedFlow,
    revision: i64,
) -> Result<Arc<Provider>, FlowFailure> {
    let (environment, key) = (&flow.environment_id, flow.provider.as_str());
    if services.definition_revision(environment, key) != revision {
        // Perhaps another process knows of a change already, and this one not yet.
        services.reload_definitions().await.map_err(|_| FlowFailure::NotStored)?;
    }
    if services.definition_revision(environment, key) != revision {
        return Err(FlowFailure::DefinitionChanged);
    }
    services.definition(environment, key).ok_or(FlowFailure::NoDefinition)
}

async fn exchange(
    services: &Arc<Services>,
    public_origin: &str,
    flow: &ClaimedFlow,
    way: &WayBack,
    query: &BTreeMap<String, String>,
) -> Result<FlowState, Failure> {
    let lost = |error: &dyn std::fmt::Display| {
        tracing::error!(flow = flow.id.as_str(), %error, "a flow cannot be finished");
        Failure::from(FlowFailure::Unknown)
    };
    let sealed = flow.context.as_ref().ok_or(FlowFailure::Unknown)?;
    let context =
        FlowContext::open(services, &flow.id, &flow.environment_id, sealed).map_err(|error| lost(&error))?;
    let provider = &*definition_of(services, flow, context.definition).await?;
    if !way.is_of(&context.redirect_uri, &flow.integration_id) {
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
    let arrival = redirect::arrive(conversation(services), Returning { subject, pending, query }).await?;
    note(services, flow, Step::TokenReceived);
    let (grant, is_pending) = match arrival {
        Arrival::Connected(grant) => (grant, false),
        Arrival::WaitsForInstallation(grant) => (grant, true),
        Arrival::InstalledBefore { installation_id } => {
            return installed_before(services, public_origin, flow, &installation_id).await;
        }
    };
    if provider.auth_mode == AuthMode::InstallPlugin {
        check(services, &flow.session_id, provider, &grant.credential, &grant.connection_config).await?;
    }
    let attempt = Attempt::of_claimed(flow, provider.auth_mode);
    let ending = Flow::Returned { id: &flow.id, is_pending };
    match establish(services, attempt, ending, &grant.credential, &grant.connection_config).await {
        Ok(established) => Ok(FlowState::Connected { connection_id: established.connection_id, is_pending }),
        // The session was ended, the integration deleted, or the attempt cancelled, while the service was asked.
        Err(StoreError::Gone) => Err(gone(services, flow).await.into()),
        Err(error) => {
            lost(&error);
            Err(FlowFailure::NotStored.into())
        }
    }
}

async fn gone(services: &Services, flow: &ClaimedFlow) -> FlowFailure {
    match &flow.reconnects {
        Some(own) if matches!(is_deleted(services, &flow.environment_id, own).await, Ok(true)) => {
            FlowFailure::ConnectionGone
        }
        _ => FlowFailure::Gone,
    }
}

/// The connection of an installation that was changed at the service. Its number in the address proves nothing, so it
/// must be the same end user's.
async fn installed_before(
    services: &Arc<Services>,
    public_origin: &str,
    flow: &ClaimedFlow,
    installation: &str,
) -> Result<FlowState, Failure> {
    let stored = |error: StoreError| {
        tracing::error!(flow = flow.id.as_str(), %error, "an installation's connection cannot be read");
        Failure::from(FlowFailure::NotStored)
    };
    let (db, environment) = (&services.db, &flow.environment_id);
    let found = waiting::find_installed(db, environment, &flow.integration_id, installation).await;
    let owner = flow.tags.get("end_user_id").ok_or(FlowFailure::ForeignInstallation)?;
    let is_own = |row: &ConnectionRow| {
        let is_meant = flow.reconnects.as_ref().is_none_or(|own| own.connection == row.id);
        is_meant && row.tags.get("end_user_id") == Some(owner)
    };
    let own = found.map_err(stored)?.into_iter().find(is_own);
    let row = own.ok_or(FlowFailure::ForeignInstallation)?;
    let connection_id = row.connection_id.clone();
    let wish = RefreshWish { force: true, app_jwt: false };
    if let Err(error) = fresh(services, public_origin, row, wish).await {
        tracing::warn!(flow = flow.id.as_str(), %error, "a changed installation was not renewed");
        return Err(FlowFailure::TokenRefused.into());
    }
    let (id, connected, at) = (flow.id.clone(), connection_id.clone(), services.clock.now());
    let write = services
        .db
        .write(move |tx| Box::pin(async move { flow::connect(tx, &id, &connected, false, at).await }));
    if write.await.map_err(stored)? {
        let step = Step::Connected { connection_id: connection_id.clone(), is_pending: false };
        note(services, flow, step);
        Ok(FlowState::Connected { connection_id, is_pending: false })
    } else {
        Err(FlowFailure::Gone.into())
    }
}

async fn refuse(services: &Services, flow: &ClaimedFlow, failure: Failure) -> Result<FlowState, StoreError> {
    let (id, detail, code) = (flow.id.clone(), failure.detail.clone(), failure.failure.code());
    let auth_mode =
        services.definition(&flow.environment_id, &flow.provider).map_or(AuthMode::None, |own| own.auth_mode);
    let attempt = Attempt::of_claimed(flow, auth_mode);
    let webhook = failed(services, &attempt, failure.failure, detail.as_deref()).await;
    let at = services.clock.now();
    note(services, flow, failure.failure.step(failure.detail.clone()));
    let write = services.db.write(move |tx| {
        Box::pin(async move {
            // Ended before, and told of then.
            if flow::refuse(tx, &id, code, detail.as_deref(), at).await? {
                webhook_outbox::insert(tx, &webhook).await?;
            }
            Ok(())
        })
    });
    write.await?;
    Ok(FlowState::Refused { error_code: code.to_owned(), detail: failure.detail })
}
