//! Look-ups around a connection's life: once before it is stored, and again where a value that calls depend on is still
//! missing when somebody reads it (ADR 16). A failure is noted on the connection and never in the way of it.

mod again;
mod note;

use std::time::Duration;

use serde_json::Value;

pub use again::LookupGate;
pub(super) use again::ensure_looked_up;
pub(super) use note::LOOKUP_FAILED;
use note::Note;

use super::conversation;
use crate::{
    auth::{
        ConnectionConfig, Credential,
        lookup::{self, Account, LookedUp, LookupProblem},
    },
    id::EnvironmentId,
    outbound::OutboundError,
    provider::Provider,
    services::Services,
};

/// How long somebody who connects waits for what a service says beside the credential.
const LONGEST: Duration = Duration::from_secs(5);

/// What a new connection is stored with.
#[derive(Debug)]
pub(super) struct Looked {
    /// Its values.
    pub connection_config: ConnectionConfig,
    /// Its errors, in the protocol's shape.
    pub errors: Value,
}

impl Looked {
    /// Whether a value that calls depend on is still missing.
    pub(super) fn has_failed(&self) -> bool {
        self.errors.as_array().is_some_and(|errors| !errors.is_empty())
    }
}

/// Looks up what a connection that is about to be stored still lacks.
pub(super) async fn before_storing(
    services: &Services,
    environment: &EnvironmentId,
    provider: &str,
    integration: &str,
    credential: &Credential,
    config: &ConnectionConfig,
) -> Looked {
    let mut connection_config = config.clone();
    let mut errors = Value::Array(Vec::new());
    let own = services.definition(environment, provider);
    let provider = match own.as_deref() {
        Some(provider) if !matches!(credential, Credential::OAuth2Pending) => provider,
        _ => return Looked { connection_config, errors },
    };
    let unfit = lookup::refuse_unfit(conversation(services), provider, &mut connection_config).await;
    let looked_up = Box::pin(ask(services, provider, credential, &connection_config)).await;
    let connection_config = looked_up.connection_config;
    let is_due = unfit.is_some() || lookup::is_due(provider, &connection_config);
    if let Some(problem) = unfit.or(looked_up.problem) {
        let note = Note::of(services, &problem);
        let (provider, log_id) = (provider.key.as_str(), &note.log_id);
        tracing::warn!(integration, provider, log_id, %problem, "a look-up after connecting failed");
        // What is only good to know is missed by nobody who calls the API.
        if is_due {
            errors = note.among(&errors);
        }
    }
    Looked { connection_config, errors }
}

async fn ask(
    services: &Services,
    provider: &Provider,
    credential: &Credential,
    connection_config: &ConnectionConfig,
) -> LookedUp {
    if !lookup::has_lookup(provider) {
        return LookedUp { connection_config: connection_config.clone(), problem: None };
    }
    let account = Account { provider, credential, connection_config };
    let looked_up = tokio::time::timeout(LONGEST, lookup::look_up(conversation(services), account)).await;
    looked_up.unwrap_or_else(|_| LookedUp {
        connection_config: connection_config.clone(),
        problem: Some(LookupProblem::NoAnswer {
            host: provider.display_name.to_string(),
            error: OutboundError::TimedOut,
        }),
    })
}
