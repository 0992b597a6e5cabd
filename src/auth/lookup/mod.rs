//! What a service must still say once a credential is there (provider-format.md §6): at which host the account lives,
//! which tenant, company or site calls are about. A definition names its look-up in `post_connection_script`, so aliases
//! and an operator's own definitions have it too; [`table`] says what is asked and what of the answer is kept.
//!
//! Before a connection is deleted, [`farewell`] is the same the other way round.
//!
//! Owns: the look-ups, and which values an answer may set. Must not know: when they run, what becomes of a failure.

mod atlassian;
mod farewell;
mod held;
mod kept;
mod problem;
mod question;
mod reading;
mod table;
mod told;

pub use farewell::farewell;
pub use kept::refuse_unfit;
pub use problem::LookupProblem;

use super::{ConfigValue, ConnectionConfig, Credential, ServiceContext};
use crate::provider::Provider;
use table::{Lookup, Way};

/// Values for a connection's configuration.
type Values = Vec<(String, ConfigValue)>;

/// What an answer brought, and what is missing all the same.
#[derive(Debug, Default)]
struct Found {
    values: Values,
    problem: Option<LookupProblem>,
}

impl From<Values> for Found {
    fn from(values: Values) -> Self {
        Self { values, problem: None }
    }
}

impl From<LookupProblem> for Found {
    fn from(problem: LookupProblem) -> Self {
        Self { values: Vec::new(), problem: Some(problem) }
    }
}

impl From<Result<Self, LookupProblem>> for Found {
    fn from(outcome: Result<Self, LookupProblem>) -> Self {
        outcome.unwrap_or_else(Self::from)
    }
}

/// Whom a look-up is about.
#[derive(Clone, Copy, Debug)]
pub struct Account<'a> {
    /// The provider's definition.
    pub provider: &'a Provider,
    /// The credential.
    pub credential: &'a Credential,
    /// The connection's values.
    pub connection_config: &'a ConnectionConfig,
}

impl Account<'_> {
    /// Whether a value is there: typed, fixed by the session, or found before.
    fn has(&self, name: &str) -> bool {
        has(self.connection_config, name)
    }
}

fn has(config: &ConnectionConfig, name: &str) -> bool {
    match config.get(name) {
        Some(ConfigValue::Text(_)) => config.text(name).is_some(),
        Some(ConfigValue::Flag(_) | ConfigValue::Json(_)) => true,
        None => false,
    }
}

/// What came of a look-up.
#[derive(Debug)]
pub struct LookedUp {
    /// The connection's values, with what was found.
    pub connection_config: ConnectionConfig,
    /// What was not found.
    pub problem: Option<LookupProblem>,
}

/// Whether a provider has a look-up at all: a question about the definition, which asks nobody.
#[must_use]
pub fn has_lookup(provider: &Provider) -> bool {
    Lookup::of(provider).is_some()
}

/// Whether a value is missing that calls depend on, and that a look-up could find.
#[must_use]
pub fn is_due(provider: &Provider, connection_config: &ConnectionConfig) -> bool {
    Lookup::of(provider).is_some_and(|lookup| lookup.is_due(provider, connection_config))
}

/// Asks the service. What was typed or fixed stays, whatever it says.
pub async fn look_up(cx: ServiceContext<'_>, account: Account<'_>) -> LookedUp {
    let mut connection_config = account.connection_config.clone();
    let Some(lookup) = Lookup::of(account.provider) else {
        return LookedUp { connection_config, problem: None };
    };
    if let Way::Forget(names) = lookup.way {
        for name in names {
            connection_config.remove(name);
        }
        return LookedUp { connection_config, problem: None };
    }
    if lookup.knows_all(&account) {
        return LookedUp { connection_config, problem: None };
    }
    let Found { values, mut problem } = find(cx, &account, lookup).await.into();
    for (name, value) in values.into_iter().filter(|(name, _)| !account.has(name)) {
        match kept::admit(cx, account.provider, &name, &value).await {
            Ok(()) => connection_config.set(name, value),
            Err(unfit) => problem = Some(unfit),
        }
    }
    LookedUp { connection_config, problem }
}

async fn find(
    cx: ServiceContext<'_>,
    account: &Account<'_>,
    lookup: &Lookup,
) -> Result<Found, LookupProblem> {
    match &lookup.way {
        Way::Ask(question, reading) => Ok(reading.found(&question.ask(cx, account).await?)),
        Way::Held(read) => Ok(read(account)?.into()),
        Way::Site => atlassian::find(cx, account).await,
        Way::Tell(message) => message.send(cx, account).await.map(|()| Found::default()),
        Way::Forget(_) => Ok(Found::default()),
    }
}
