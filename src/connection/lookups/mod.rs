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

/// Looks up what a connection that is about to be stored still lacks.
pub(super) async fn before_storing(
    services: &Services,
    provider: &str,
    integration: &str,
    credential: &Credential,
    config: &ConnectionConfig,
) -> Looked {
    let errors = Value::Array(Vec::new());
    let Some(provider) = services.catalog.get(provider).filter(|provider| lookup::has_lookup(provider))
    else {
        return Looked { connection_config: config.clone(), errors };
    };
    if matches!(credential, Credential::OAuth2Pending) {
        return Looked { connection_config: config.clone(), errors };
    }
    let LookedUp { connection_config, problem } = ask(services, provider, credential, config).await;
    let errors = match problem {
        None => errors,
        Some(problem) => {
            let note = Note::of(services, &problem);
            tracing::warn!(integration, provider = provider.key.as_str(), log_id = note.log_id, %problem,
                "a look-up after connecting failed");
            // What is only good to know is missed by nobody who calls the API.
            if lookup::is_due(provider, &connection_config) { note.among(&errors) } else { errors }
        }
    };
    Looked { connection_config, errors }
}

async fn ask(
    services: &Services,
    provider: &Provider,
    credential: &Credential,
    connection_config: &ConnectionConfig,
) -> LookedUp {
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
