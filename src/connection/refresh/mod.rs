//! Tokens stay fresh (wire-protocol.md §9): whether a connection's credential is renewed when it is read, that it is
//! renewed once however many ask for it, and what is said when it cannot be.
//!
//! In one process all who ask wait for the same attempt ([`gate`]); between processes a lease on the row decides
//! ([`attempt`]). The new refresh token is stored before anybody sees it. Knows no HTTP.

mod attempt;
mod gate;
mod idle;
mod note;
mod outcome;
mod problem;
mod rules;

use std::sync::Arc;

pub use gate::RefreshGate;
pub use idle::refresh_idle;
pub(super) use note::CUT_OFF;
pub use problem::{RefreshError, RefreshProblem};
pub use rules::RefreshWish;

use super::{OpenedConnection, lookups, open};
use crate::{
    services::Services,
    store::connection::{self, ConnectionRow},
};
use attempt::Attempt;
use rules::Decision;

/// A connection whose credential may be used now.
#[derive(Debug)]
pub struct FreshConnection {
    /// The row.
    pub row: ConnectionRow,
    /// Its secrets.
    pub opened: OpenedConnection,
}

/// The connection of a row that was just read, with a credential that holds, and with the looked-up values that calls
/// depend on. A refresh once begun goes on to its end, whether its caller still waits or not.
pub async fn fresh(
    services: &Arc<Services>,
    public_origin: &str,
    row: ConnectionRow,
    wish: RefreshWish,
) -> Result<FreshConnection, RefreshError> {
    let fresh = renewed(services, public_origin, row, wish).await?;
    // A conversation with a service is a large future, and mostly there is none.
    Ok(Box::pin(lookups::ensure_looked_up(services, fresh)).await)
}

async fn renewed(
    services: &Arc<Services>,
    public_origin: &str,
    row: ConnectionRow,
    wish: RefreshWish,
) -> Result<FreshConnection, RefreshError> {
    let opened = open(services, &row)?;
    match rules::decide(services, &row, &opened, wish) {
        Decision::Keep => return Ok(FreshConnection { row, opened }),
        Decision::Ask if services.refreshes.holds(&row.id, row.version, services.clock.now()) => {
            return Ok(FreshConnection { row, opened });
        }
        Decision::Refuse(problem) => return Err(RefreshError::Refused { problem, row: Box::new(row) }),
        Decision::Ask | Decision::Renew => {}
    }
    let (environment, id) = (row.environment_id.clone(), row.id.clone());
    let attempt = Attempt::new(services, public_origin, row, wish);
    // A conversation with a service is a large future; many callers hold this one.
    let outcome = Box::pin(services.refreshes.once((id.clone(), wish), attempt.run())).await;
    let row = connection::find_by_row(&services.db, &environment, &id).await?.ok_or(RefreshError::Gone)?;
    match outcome {
        Ok(()) => Ok(FreshConnection { opened: open(services, &row)?, row }),
        Err(problem) => Err(RefreshError::Refused { problem, row: Box::new(row) }),
    }
}
