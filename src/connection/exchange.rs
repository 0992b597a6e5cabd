//! The one-time code between a connection and its use (security.md C5): the application's backend, which knows who is
//! signed in there, fetches the connection; nobody else can finish what somebody was lured into.

use super::{
    complete::{event_of, webhook},
    revoke,
};
use crate::{
    clock::Timestamp,
    id::{AuditId, EnvironmentId},
    services::Services,
    session::ExchangeCode,
    store::{
        StoreError,
        audit::{self, AuditRow},
        connect_session::Completion,
        connection::{
            ConnectionRow,
            exchange::{self, code_ends, drop_waiting, find_abandoned, find_by_code},
        },
        environment, webhook_outbox,
    },
    webhook::Operation,
};

/// How long a code is good.
pub const CODE_MINUTES: i64 = 10;
/// How long a connection waits for its exchange; until then its page can be drawn again, with a new code.
pub const WAITING_MINUTES: i64 = 60;
/// Processes whose clocks differ must not take apart what another one exchanges.
const CLOCKS_DIFFER_MINUTES: i64 = 1;

/// Until when a new connection's code has to be exchanged, where it has one.
pub(super) fn exchange_until(completion: Completion, at: Timestamp) -> Option<Timestamp> {
    match completion {
        Completion::Immediate => None,
        Completion::Exchange => Some(at.plus_minutes(WAITING_MINUTES)),
    }
}

/// Why nothing is exchanged.
#[derive(Debug, thiserror::Error)]
pub enum ExchangeError {
    /// No such code in this environment, or a newer one was made since.
    #[error("no connection waits for this code")]
    Unknown,
    /// Somebody was here before.
    #[error("the code was used before")]
    Used,
    /// Too late.
    #[error("the code's time is over")]
    Expired,
    /// The database.
    #[error("the store failed")]
    Store(#[from] StoreError),
}

/// A new code for a connection that waits for one; the code before it ends. Nothing where it waits for none.
pub async fn new_code(
    services: &Services,
    environment: &EnvironmentId,
    connection_id: &str,
) -> Result<Option<ExchangeCode>, StoreError> {
    let code = ExchangeCode::random(&services.random);
    let (environment, connection_id) = (environment.clone(), connection_id.to_owned());
    let (print, now) = (code.fingerprint(), services.clock.now());
    let until = now.plus_minutes(CODE_MINUTES);
    let write = services.db.write(move |tx| {
        Box::pin(
            async move { exchange::set_code(tx, &environment, &connection_id, &print, until, now).await },
        )
    });
    Ok(write.await?.then_some(code))
}

/// Makes the connection of a code usable, and tells its owner; of two who bring the same code one wins.
pub async fn exchange(
    services: &Services,
    environment: &EnvironmentId,
    code: &ExchangeCode,
) -> Result<ConnectionRow, ExchangeError> {
    let (db, print, now) = (&services.db, code.fingerprint(), services.clock.now());
    let row = find_by_code(db, environment, &print).await?.ok_or(ExchangeError::Unknown)?;
    let Some(until) = row.exchange_until else { return Err(ExchangeError::Used) };
    let ends = code_ends(db, &row.id).await?.ok_or(ExchangeError::Used)?;
    if ends.min(until) <= now {
        return Err(ExchangeError::Expired);
    }
    let name = environment::find(db, environment).await?.map(|row| row.name).unwrap_or_default();
    let webhook = services.definition(&row.environment_id, &row.provider).map(|provider| {
        webhook(services, &row, &event_of(&row, provider.auth_mode, &name, Operation::Creation))
    });
    let id = row.id.clone();
    let write = db.write(move |tx| {
        Box::pin(async move {
            let is_first = exchange::exchange(tx, &id, &print, now).await?;
            if let Some(webhook) = webhook.filter(|_| is_first) {
                webhook_outbox::insert(tx, &webhook).await?;
            }
            Ok(is_first)
        })
    });
    if write.await? { Ok(row) } else { Err(ExchangeError::Used) }
}

/// Deletes the connections that nobody came for, here and at the service; answers how many.
pub async fn drop_abandoned(services: &Services, public_origin: &str) -> Result<usize, StoreError> {
    let before = services.clock.now().plus_minutes(-CLOCKS_DIFFER_MINUTES);
    let mut dropped = 0;
    for row in find_abandoned(&services.db, before).await? {
        let revocation = revoke(services, public_origin, &row).await;
        let at = services.clock.now();
        let note = AuditRow {
            number: 0,
            id: AuditId::random(&services.random),
            environment_id: Some(row.environment_id),
            actor: "Connect UI".to_owned(),
            action: "connection.abandon".to_owned(),
            subject: row.connection_id,
            detail: format!("integration {}; its code was not exchanged; {revocation}", row.integration_key),
            created_at: at,
        };
        let id = row.id;
        let write = services.db.write(move |tx| {
            Box::pin(async move {
                let done = drop_waiting(tx, &id, at).await?;
                if done {
                    audit::insert(tx, &note).await?;
                }
                Ok(done)
            })
        });
        dropped += usize::from(write.await?);
    }
    Ok(dropped)
}
