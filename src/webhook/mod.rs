//! Auth webhooks: what is written in the transaction of what it tells, and how it reaches the owner's backend.
//!
//! `event` is the body; the outbox keeps it; `spread` gives it its addresses; `courier` says whose turn it is,
//! `deliver` sends it, signed by `sign`, again and again by `retry`, unless `breaker` holds it back. Must not know pages and routes.

mod breaker;
mod courier;
mod deliver;
mod event;
mod keys;
mod retry;
mod sign;
mod spread;

pub use breaker::Breakers;
pub use courier::Courier;
pub use event::{AuthEvent, EventEndUser, EventFailure, Operation};
pub use keys::{CURRENT as SIGNING_KEY_COLUMN, RotationError, prepare_rotation, seal_current, signing_keys};
pub use sign::SigningKeys;
pub use spread::spread;

use crate::{services::Services, store::StoreError};

/// Spreads what is new, sends what is due, and waits for the answers; answers whether there was anything to do.
pub async fn work(services: &Services, breakers: &Breakers) -> Result<bool, StoreError> {
    let spread = spread(services).await?;
    let mut courier = Courier::new(services, breakers);
    let sent = courier.take().await?;
    while let Some(outcome) = courier.finished().await {
        outcome?;
    }
    Ok(spread + sent > 0)
}
