//! Storing what came of an attempt, for the holder of the lease alone.

use std::time::Duration;

use secrecy::SecretSlice;

use super::{
    RefreshProblem,
    note::{self, Note},
    rules,
};
use crate::{
    auth::{
        Grant,
        problem::ExchangeProblem,
        renew::{self, RenewalProblem},
    },
    connection::{conversation, owner_side::OwnerSide},
    id::WebhookId,
    outbound::OutboundError,
    provider::Provider,
    secret::{Place, Sealed},
    services::Services,
    store::{
        StoreError,
        connection::{
            ConnectionRow, find_by_row,
            refresh::{self as store, Lease, RefreshFailure, RefreshSuccess},
        },
        webhook_outbox::{self, NewWebhook},
    },
    trace::{Code, Step, Subject},
    webhook::{AuthEvent, EventEndUser, EventFailure, Operation},
};

/// The waits between the attempts to store new credentials: the service will not give them a second time.
const PAUSES: [Duration; 4] =
    [Duration::ZERO, Duration::from_millis(200), Duration::from_secs(1), Duration::from_secs(3)];

/// A connection that is held by a lease.
pub(super) struct Held<'a> {
    pub services: &'a Services,
    /// As it was when the lease was taken.
    pub row: &'a ConnectionRow,
    pub provider: &'a Provider,
    pub owner: &'a OwnerSide,
    pub lease: Lease,
    /// Whether the service may have taken a refresh token back by giving another.
    pub may_rotate: bool,
}

/// Stores new credentials before anybody uses them.
pub(super) async fn succeed(held: &Held<'_>, grant: &Grant) -> Result<(), RefreshProblem> {
    let success = RefreshSuccess {
        credentials: held.seal("connection.credentials", &grant.credential.to_bytes()),
        connection_config: held.seal("connection.connection_config", &grant.connection_config.to_bytes()),
        credentials_expire_at: grant.credential.expires_at(),
        errors: note::cleared(&held.row.errors),
        is_recovery: note::is_noted(&held.row.errors),
        at: held.services.clock.now(),
    };
    match store(held, &success).await {
        Ok(true) => {
            held.services.metrics.refresh("renewed");
            Ok(())
        }
        Ok(false) => {
            discard(held, grant).await;
            Ok(())
        }
        Err(error) => {
            // The lease stays as it is: whoever finds it ended knows that an outcome is missing.
            tracing::error!(
                connection = held.row.connection_id,
                integration = held.row.integration_key,
                %error,
                "new credentials could not be stored: a rotated refresh token may be lost"
            );
            Err(RefreshProblem::Internal)
        }
    }
}

async fn store(held: &Held<'_>, success: &RefreshSuccess) -> Result<bool, StoreError> {
    let mut last = Ok(false);
    for pause in PAUSES {
        tokio::time::sleep(pause).await;
        let (lease, success) = (held.lease.clone(), success.clone());
        // Who was told that it fails is told that it works again.
        let recovery = note::is_noted(&held.row.errors).then(|| held.webhook(None));
        let write = held.services.db.write(move |tx| {
            Box::pin(async move {
                let is_stored = store::succeed(tx, &lease, &success).await?;
                if let (true, Some(recovery)) = (is_stored, &recovery) {
                    webhook_outbox::insert(tx, recovery).await?;
                }
                Ok(is_stored)
            })
        });
        last = write.await;
        if last.is_ok() {
            return last;
        }
    }
    last
}

/// The connection was deleted or connected anew meanwhile: nobody will use these credentials. Where it was connected anew
/// they are not revoked: with them many services end the whole grant, and so the new credentials too.
async fn discard(held: &Held<'_>, grant: &Grant) {
    let lease = held.lease.clone();
    let released =
        held.services.db.write(move |tx| Box::pin(async move { store::release(tx, &lease).await })).await;
    let row = held.row;
    let found = find_by_row(&held.services.db, &row.environment_id, &row.id).await;
    if !matches!(found, Ok(None)) {
        tracing::info!(
            connection = row.connection_id,
            ?released,
            "a connection was connected anew while it was refreshed"
        );
        return;
    }
    let subject = held.owner.subject(held.provider, &grant.connection_config);
    let revoked = renew::revoke(conversation(held.services), &subject, &grant.credential).await;
    tracing::info!(
        connection = held.row.connection_id,
        ?revoked,
        ?released,
        "a connection was ended while it was refreshed"
    );
}

/// How an attempt ended that brought nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// The service said no, or was not reached.
    Refused,
    /// The service has ended the grant: another try with the same refresh token is of no use.
    Final,
    /// It was asked, and its answer did not reach us: it may have replaced the refresh token.
    Unknown,
}

impl Ending {
    pub(super) fn of(problem: &RenewalProblem) -> Self {
        match problem {
            RenewalProblem::Exchange(problem) if problem.is_revoked() => Self::Final,
            RenewalProblem::Exchange(ExchangeProblem::NoAnswer {
                error: OutboundError::TimedOut | OutboundError::TooLarge,
                ..
            }) => Self::Unknown,
            _ => Self::Refused,
        }
    }
}

/// Notes that the service gave nothing, and tells the owner's backend.
pub(super) async fn fail(held: &Held<'_>, reason: &str, ending: Ending) -> Result<(), RefreshProblem> {
    let (services, row) = (held.services, held.row);
    let at = services.clock.now();
    let was_cut_off = rules::was_cut_off(&row.refresh, at) || note::says_cut_off(&row.errors);
    let note = match ending {
        Ending::Unknown if held.may_rotate => Note::unanswered(&services.random, reason),
        Ending::Unknown | Ending::Refused | Ending::Final => {
            Note::refused(&services.random, reason, was_cut_off)
        }
    };
    tracing::warn!(
        connection = row.connection_id,
        integration = row.integration_key,
        log_id = note.log_id,
        reason,
        "a refresh failed"
    );
    let subject = Subject::Connection(row.environment_id.clone(), row.connection_id.clone());
    let code = Code::parse(note.code()).unwrap_or(Code::RefreshRefused);
    held.services.traces.note(at, subject, Step::RefreshFailed(code));
    held.services.metrics.refresh(code.as_str());
    let (attempts, is_exhausted) = rules::after_failure(&row.refresh, at);
    let failure = RefreshFailure {
        errors: note.among(&row.errors, at),
        attempts,
        // The old token was tried once more, and the service has ended it: nothing is left to try.
        is_exhausted: is_exhausted || (was_cut_off && ending == Ending::Final),
        reason: note.message().to_owned(),
        at,
    };
    let told = EventFailure { kind: "refresh_token_external_error", description: note.message().to_owned() };
    let (lease, webhook) = (held.lease.clone(), held.webhook(Some(told)));
    let write = services.db.write(move |tx| {
        Box::pin(async move {
            if store::fail(tx, &lease, &failure).await? {
                webhook_outbox::insert(tx, &webhook).await?;
            }
            Ok(())
        })
    });
    if let Err(error) = write.await {
        tracing::error!(connection = row.connection_id, %error, "a failed refresh could not be noted");
        return Err(RefreshProblem::Internal);
    }
    Err(RefreshProblem::Refused(note.message().to_owned()))
}

impl Held<'_> {
    fn seal(&self, column: &'static str, bytes: &SecretSlice<u8>) -> Sealed {
        let place =
            Place { column, row: self.row.id.as_str(), environment: self.row.environment_id.as_str() };
        self.services.keyring.seal(&self.services.random, place, bytes)
    }

    fn webhook(&self, failure: Option<EventFailure>) -> NewWebhook {
        let row = self.row;
        let event = AuthEvent {
            operation: Operation::Refresh,
            failure,
            connection_id: row.connection_id.clone(),
            auth_mode: self.provider.auth_mode,
            provider_config_key: row.integration_key.clone(),
            provider: row.provider.clone(),
            environment: self.owner.environment_name.clone(),
            end_user: row.end_user.clone().map(EventEndUser::from),
            tags: Some(row.tags.clone()),
        };
        NewWebhook {
            id: WebhookId::random(&self.services.random),
            environment_id: row.environment_id.clone(),
            connection_row: Some(row.id.clone()),
            url_override: row.webhook_url_override.clone(),
            body: event.body(),
            at: self.services.clock.now(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn silence_after_asking_is_an_unknown_outcome_and_a_closed_door_is_none() {
        let silent = |error| {
            Ending::of(&RenewalProblem::Exchange(ExchangeProblem::NoAnswer { error, host: "h".into() }))
        };
        assert_eq!(silent(OutboundError::TimedOut), Ending::Unknown);
        assert_eq!(silent(OutboundError::TooLarge), Ending::Unknown);
        assert_eq!(silent(OutboundError::Tls), Ending::Refused);
        assert_eq!(Ending::of(&RenewalProblem::NotRenewable), Ending::Refused);
    }
}
