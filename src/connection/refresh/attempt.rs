//! One attempt to renew one connection: take the lease, ask the service, store what came of it. Whoever does not get the
//! lease waits for the outcome of its holder.

use std::{sync::Arc, time::Duration};

use tokio::time::Instant;

use super::{
    RefreshProblem, RefreshWish,
    note::{self, Note},
    outcome::{self, Ending, Held},
    rules::{self, Decision},
};
use crate::{
    auth::renew::{self, Freshness},
    connection::{OpenedConnection, conversation, open, owner_side::OwnerSide},
    outbound::OutboundError,
    services::Services,
    store::connection::{
        self, ConnectionRow,
        refresh::{Lease, LeaseRequest},
    },
};

/// How long a holder may take; longer than [`ASKING`] and the attempts to store together.
const LEASE_MILLIS: i64 = 60_000;
/// How long the conversation with the service may take.
const ASKING: Duration = Duration::from_secs(30);
/// How long one waits for another process (wire-protocol.md §9.3).
const WAITING: Duration = Duration::from_secs(12);

/// One attempt.
pub(super) struct Attempt {
    services: Arc<Services>,
    public_origin: String,
    wish: RefreshWish,
    /// The row as its reader saw it: a refresh that somebody has finished since is ours too.
    seen: ConnectionRow,
}

/// What became of the lease.
enum Turn {
    /// It is ours.
    Ours(Lease),
    /// The row has changed, or somebody holds it.
    Theirs,
}

impl Attempt {
    pub(super) fn new(
        services: &Arc<Services>,
        public_origin: &str,
        seen: ConnectionRow,
        wish: RefreshWish,
    ) -> Self {
        Self { services: Arc::clone(services), public_origin: public_origin.to_owned(), wish, seen }
    }

    pub(super) async fn run(self) -> Result<(), RefreshProblem> {
        let mut row = self.seen.clone();
        let deadline = Instant::now() + WAITING;
        loop {
            let opened = open(&self.services, &row).map_err(|error| broken(&row, &error))?;
            match rules::decide(&self.services, &row, &opened, self.wish) {
                Decision::Keep => return Ok(()),
                Decision::Refuse(problem) => return Err(problem),
                decision @ (Decision::Ask | Decision::Renew) => {
                    if !self.is_held(&row) {
                        if let Some(outcome) = self.try_once(&row, &opened, decision == Decision::Ask).await?
                        {
                            return outcome;
                        }
                    } else if Instant::now() >= deadline {
                        return Err(RefreshProblem::Busy);
                    } else {
                        tokio::time::sleep(self.pause()).await;
                    }
                }
            }
            row = self.read_again(&row).await?;
            if let Some(outcome) = self.settled(&row) {
                return outcome;
            }
        }
    }

    /// Nothing where somebody else was faster.
    async fn try_once(
        &self,
        row: &ConnectionRow,
        opened: &OpenedConnection,
        asks_first: bool,
    ) -> Result<Option<Result<(), RefreshProblem>>, RefreshProblem> {
        let services = &self.services;
        let provider = services.definition(&row.environment_id, &row.provider);
        let provider = &*provider.ok_or(RefreshProblem::Internal)?;
        let owner = OwnerSide::of(services, &self.public_origin, &row.integration_id).await;
        let owner = owner.map_err(|error| broken(row, &error))?;
        let subject = owner.subject(provider, &opened.connection_config);
        if asks_first && !is_due(renew::ask(conversation(services), &subject, &opened.credential).await, row)
        {
            services.refreshes.note_holds(&row.id, row.version, services.clock.now());
            return Ok(Some(Ok(())));
        }
        let lease = match self.take_lease(row).await? {
            Turn::Ours(lease) => lease,
            Turn::Theirs => return Ok(None),
        };
        let renewal = renew::renew(conversation(services), &subject, &opened.credential);
        let renewed = tokio::time::timeout(ASKING, renewal).await;
        let held = Held {
            services,
            row,
            provider,
            owner: &owner,
            lease,
            may_rotate: opened.credential.has_refresh_token(),
        };
        Ok(Some(match renewed {
            Ok(Ok(grant)) => outcome::succeed(&held, &grant).await,
            Ok(Err(problem)) => outcome::fail(&held, &problem.to_string(), Ending::of(&problem)).await,
            Err(_) => outcome::fail(&held, &OutboundError::TimedOut.to_string(), Ending::Unknown).await,
        }))
    }

    async fn take_lease(&self, row: &ConnectionRow) -> Result<Turn, RefreshProblem> {
        let services = &self.services;
        let now = services.clock.now();
        let lease = Lease { id: row.id.clone(), until: now.plus_millis(LEASE_MILLIS) };
        let cut_off = rules::was_cut_off(&row.refresh, now).then(|| Note::cut_off(&services.random));
        let asked = LeaseRequest {
            lease: lease.clone(),
            version: row.version,
            previous: row.refresh.lease_until,
            errors: cut_off.as_ref().map_or_else(|| row.errors.clone(), |note| note.among(&row.errors, now)),
        };
        let write = services
            .db
            .write(move |tx| Box::pin(async move { connection::refresh::take_lease(tx, &asked).await }));
        if !write.await.map_err(|error| broken(row, &error))? {
            return Ok(Turn::Theirs);
        }
        if let Some(note) = cut_off {
            tracing::error!(
                connection = row.connection_id,
                integration = row.integration_key,
                log_id = note.log_id,
                "{}",
                note.message()
            );
        }
        Ok(Turn::Ours(lease))
    }

    fn is_held(&self, row: &ConnectionRow) -> bool {
        let now = self.services.clock.now();
        row.refresh.lease_until.is_some_and(|until| until > now)
    }

    async fn read_again(&self, row: &ConnectionRow) -> Result<ConnectionRow, RefreshProblem> {
        let found = connection::find_by_row(&self.services.db, &row.environment_id, &row.id).await;
        found.map_err(|error| broken(row, &error))?.ok_or(RefreshProblem::Internal)
    }

    /// How an attempt of somebody else has ended since the row was first seen.
    fn settled(&self, row: &ConnectionRow) -> Option<Result<(), RefreshProblem>> {
        let (seen, now) = (&self.seen.refresh, &row.refresh);
        if now.last_success.is_some() && now.last_success != seen.last_success {
            return Some(Ok(()));
        }
        if now.last_failure.is_some() && now.last_failure != seen.last_failure {
            let reason = note::message(&row.errors).unwrap_or_default();
            return Some(Err(RefreshProblem::Refused(reason)));
        }
        None
    }

    /// Those who wait do not all look at once.
    fn pause(&self) -> Duration {
        let [jitter] = self.services.random.bytes::<1>();
        Duration::from_millis(50 + u64::from(jitter))
    }
}

/// What cannot be asked counts as good: nothing says that it is not.
fn is_due(answer: Result<Freshness, crate::auth::problem::ExchangeProblem>, row: &ConnectionRow) -> bool {
    answer.map_or_else(
        |problem| {
            tracing::warn!(connection = row.connection_id, %problem, "a token could not be asked about");
            false
        },
        |freshness| freshness == Freshness::Due,
    )
}

fn broken(row: &ConnectionRow, error: &dyn std::error::Error) -> RefreshProblem {
    let source = error.source().map(ToString::to_string);
    tracing::error!(connection = row.connection_id, %error, source, "a connection cannot be refreshed");
    RefreshProblem::Internal
}
