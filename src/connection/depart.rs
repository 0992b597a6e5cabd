//! Leaving for the service: the address to go to, and the row by which whoever comes back is recognised.

use super::{Attempt, FlowFailure, conversation, failure_webhook::failed, open_custom_of, open_owner};
use crate::{
    auth::{
        ClientOverride, Subject,
        redirect::{self, Departing, DepartureProblem},
    },
    clock::Timestamp,
    id::{CapabilityId, FlowId},
    provider::Provider,
    secret::{OpenError, Sealed},
    services::Services,
    session::flow::{FlowContext, FlowCookie, ServiceAddress, StateParameter, way_back_closes},
    store::{
        StoreError,
        flow::{self, FlowRow, FlowState},
        webhook_outbox,
    },
    trace::Step,
};

/// Which flow leaves.
#[derive(Clone, Copy, Debug)]
pub enum Start<'a> {
    /// One that has no row yet.
    New(&'a FlowId),
    /// One that is prepared, or whose person leaves once more.
    Again {
        /// Its row.
        id: &'a FlowId,
        /// How often somebody had left when the button was drawn.
        departures: i64,
    },
}

/// Everything that a departure needs.
#[derive(Debug)]
pub struct Leaving<'a> {
    /// Who connects what.
    pub attempt: Attempt<'a>,
    /// The provider.
    pub provider: &'a Provider,
    /// The owner's credential, sealed.
    pub owner: Option<&'a Sealed>,
    /// The owner's further settings, sealed.
    pub custom: Option<&'a Sealed>,
    /// When the session ends.
    pub session_ends: Timestamp,
    /// The values of the form and the further parameters.
    pub context: FlowContext,
    /// The page whose button was pressed.
    pub page: Option<&'a CapabilityId>,
    /// The SDK's socket that waits for the end.
    pub socket_id: Option<String>,
    /// Which flow.
    pub start: Start<'a>,
}

/// Somebody is on the way.
#[derive(Debug)]
pub struct Departed {
    /// The flow.
    pub flow: FlowId,
    /// The service's address; it holds the `state`.
    pub url: ServiceAddress,
    /// What the browser must bring back.
    pub cookie: FlowCookie,
    /// When the way back closes.
    pub expires_at: Timestamp,
}

/// Why nobody leaves.
#[derive(Debug, thiserror::Error)]
pub enum DepartError {
    /// The definition, the owner's settings or the service stand in the way.
    #[error("the service's address cannot be made: {0}")]
    Problem(#[from] DepartureProblem),
    /// This button was used, or the attempt is over.
    #[error("this start was used before")]
    Used,
    /// The database.
    #[error("the store failed")]
    Store(#[from] StoreError),
    /// A sealed column.
    #[error("a sealed column cannot be opened")]
    Sealed(#[from] OpenError),
}

/// Makes the service's address and stores how to finish.
pub async fn depart(services: &Services, mut leaving: Leaving<'_>) -> Result<Departed, DepartError> {
    let id = match leaving.start {
        Start::New(id) | Start::Again { id, .. } => id.clone(),
    };
    let environment = leaving.attempt.environment_id;
    let owner = open_owner(services, environment, leaving.attempt.integration_id, leaving.owner)?;
    let custom = open_custom_of(services, environment, leaving.attempt.integration_id, leaving.custom)?;
    let client_override = ClientOverride::of(&leaving.context.connection_config);
    let state = StateParameter::random(&services.random, &id);
    let departure = redirect::depart(
        conversation(services),
        Departing {
            subject: Subject {
                provider: leaving.provider,
                owner: owner.as_ref(),
                custom: &custom,
                connection_config: &leaving.context.connection_config,
                redirect_uri: &leaving.context.redirect_uri,
                introduction: leaving.context.introduction(),
            },
            state: state.reveal(),
            authorization_params: &leaving.context.authorization_params,
            user_scopes: &leaving.context.user_scopes,
            scopes: None,
            client_override: client_override.as_ref(),
        },
    )
    .await;
    let departure = match departure {
        Ok(departure) => departure,
        Err(problem) => {
            let failure = FlowFailure::from(&problem);
            leaving.attempt.note(services, failure.step(Some(problem.to_string())));
            note(services, &leaving, id, &problem).await?;
            return Err(problem.into());
        }
    };
    leaving.context.pending = Some(departure.pending);
    leaving.context.definition = services.definition_revision(environment, leaving.attempt.provider);
    let cookie = FlowCookie::random(&services.random);
    let expires_at = way_back_closes(services.clock.now(), leaving.session_ends);
    let row = flow::Departure {
        state: state.fingerprint(),
        cookie: cookie.fingerprint(),
        context: leaving.context.seal(services, &id, environment),
        expires_at,
    };
    store(services, &leaving, id.clone(), row).await?;
    leaving.attempt.note(services, Step::Left);
    Ok(Departed { flow: id, url: ServiceAddress::new(departure.url), cookie, expires_at })
}

/// Whoever waits for this flow hears why nobody could leave.
async fn note(
    services: &Services,
    leaving: &Leaving<'_>,
    id: FlowId,
    problem: &DepartureProblem,
) -> Result<(), StoreError> {
    let (failure, detail) = (FlowFailure::from(problem), problem.to_string());
    let webhook = failed(services, &leaving.attempt, failure, Some(&detail)).await;
    let code = failure.code();
    let at = services.clock.now();
    let row = match leaving.start {
        Start::Again { .. } => None,
        Start::New(_) => Some(FlowRow {
            id: id.clone(),
            environment_id: leaving.attempt.environment_id.clone(),
            session_id: leaving.attempt.session_id.clone(),
            integration_id: leaving.attempt.integration_id.clone(),
            state: FlowState::Refused { error_code: code.to_owned(), detail: Some(detail.clone()) },
            page_id: leaving.page.cloned(),
            socket_id: leaving.socket_id.clone(),
            sent: None,
            departure: None,
            prepared: None,
            created_at: at,
        }),
    };
    let write = services.db.write(move |tx| {
        Box::pin(async move {
            let is_ended = match &row {
                Some(row) => flow::insert(tx, row).await.map(|()| true)?,
                None => flow::refuse(tx, &id, code, Some(&detail), at).await?,
            };
            if is_ended {
                webhook_outbox::insert(tx, &webhook).await?;
            }
            Ok(())
        })
    });
    match write.await {
        Err(StoreError::Conflict | StoreError::Gone) => Ok(()),
        other => other,
    }
}

async fn store(
    services: &Services,
    leaving: &Leaving<'_>,
    id: FlowId,
    departure: flow::Departure,
) -> Result<(), DepartError> {
    let session = leaving.attempt.session_id.clone();
    if let Start::Again { departures, .. } = leaving.start {
        let write = services.db.write(move |tx| {
            Box::pin(async move { flow::depart_again(tx, &id, &session, departures, &departure).await })
        });
        return if write.await? { Ok(()) } else { Err(DepartError::Used) };
    }
    let row = FlowRow {
        id,
        environment_id: leaving.attempt.environment_id.clone(),
        session_id: session,
        integration_id: leaving.attempt.integration_id.clone(),
        state: FlowState::Departed,
        page_id: leaving.page.cloned(),
        socket_id: leaving.socket_id.clone(),
        sent: None,
        departure: Some(departure),
        prepared: None,
        created_at: services.clock.now(),
    };
    match services.db.write(move |tx| Box::pin(async move { flow::insert(tx, &row).await })).await {
        Err(StoreError::Conflict) => Err(DepartError::Used),
        other => Ok(other?),
    }
}
