//! Auth webhooks: what is written in the transaction of what it tells, and how it reaches the owner's backend.
//!
//! `event` is the body; the outbox keeps it; `spread` gives it its addresses; `deliver` sends it, signed by `sign`, again
//! and again by `retry`, unless `breaker` holds it back. Must not know pages and routes.

mod breaker;
mod deliver;
mod event;
mod keys;
mod retry;
mod sign;
mod spread;

pub use breaker::Breakers;
pub use deliver::deliver_due;
pub use event::{AuthEvent, EventEndUser, EventFailure, Operation};
pub use keys::{CURRENT as SIGNING_KEY_COLUMN, RotationError, rotate, signing_keys};
pub use sign::SigningKeys;
pub use spread::spread;

use crate::{services::Services, store::StoreError};

/// Spreads what is new and sends what is due; answers whether there was anything to do.
pub async fn work(services: &Services, breakers: &Breakers) -> Result<bool, StoreError> {
    let spread = spread(services).await?;
    let sent = deliver_due(services, breakers).await?;
    Ok(spread + sent > 0)
}
