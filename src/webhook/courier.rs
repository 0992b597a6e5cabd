//! Who is sent to next: many deliveries at once, so that one waits for no other, few of them to one address, in order
//! per connection and address.
//!
//! Owns how many are under way. What one attempt does is [`super::deliver`]'s.

use std::{collections::HashMap, sync::Arc, time::Duration};

use futures_util::{FutureExt as _, StreamExt as _, future::BoxFuture, stream::FuturesUnordered};

use super::{Breakers, SigningKeys, deliver, keys};
use crate::{
    clock::Timestamp,
    id::{DeliveryId, EnvironmentId},
    services::Services,
    store::{
        StoreError,
        webhook_delivery::{self, ClaimedDelivery},
        webhook_settings,
    },
};

/// How many are under way at once.
const AT_ONCE: usize = 128;
/// How many of them to one address: a slow one holds up itself alone.
const TO_ONE_ADDRESS: usize = 8;
/// For how long a process may keep a delivery to itself: longer than an attempt can take.
const LEASE_MILLIS: i64 = 30_000;

/// Deliveries under way.
pub struct Courier<'a> {
    services: &'a Services,
    breakers: &'a Breakers,
    under_way: FuturesUnordered<BoxFuture<'a, (DeliveryId, Result<(), StoreError>)>>,
    leases: HashMap<DeliveryId, Lease>,
    /// The address that had its turn last.
    last: String,
}

struct Lease {
    url: String,
    until: Timestamp,
}

impl<'a> Courier<'a> {
    /// Nothing is under way yet.
    #[must_use]
    pub fn new(services: &'a Services, breakers: &'a Breakers) -> Self {
        Self {
            services,
            breakers,
            under_way: FuturesUnordered::new(),
            leases: HashMap::new(),
            last: String::new(),
        }
    }

    /// Takes what is due and has room; answers how many that were. They are under way from now on.
    pub async fn take(&mut self) -> Result<usize, StoreError> {
        let now = self.services.clock.now();
        if self.under_way.len() >= AT_ONCE {
            return Ok(0);
        }
        let shares = self.shares(webhook_delivery::addresses(&self.services.db, now).await?);
        if shares.is_empty() {
            return Ok(0);
        }
        let claimed = claim(self.services, shares, now).await?;
        let count = claimed.len();
        let keys = signing_keys(self.services, &claimed).await?;
        for claimed in claimed {
            let (services, breakers, id) = (self.services, self.breakers, claimed.id.clone());
            self.leases.insert(id.clone(), Lease { url: claimed.url.clone(), until: claimed.lease_until });
            let keys = keys.get(&claimed.environment_id).cloned();
            let made = async move { (id, deliver::deliver(services, breakers, claimed, keys).await) };
            self.under_way.push(made.boxed());
        }
        Ok(count)
    }

    /// Waits until something is no longer under way; at once where nothing is.
    pub async fn finished(&mut self) -> Option<Result<(), StoreError>> {
        let (id, mut outcome) = self.under_way.next().await?;
        self.leases.remove(&id);
        while let Some(Some((id, further))) = self.under_way.next().now_or_never() {
            self.leases.remove(&id);
            outcome = outcome.and(further);
        }
        Some(outcome)
    }

    /// Lets what is under way end; what takes longer is given back, for whoever comes next.
    pub async fn finish(mut self, longest: Duration) -> Result<(), StoreError> {
        let all = async { while self.finished().await.is_some() {} };
        if tokio::time::timeout(longest, all).await.is_ok() {
            return Ok(());
        }
        let left: Vec<_> = self.leases.into_iter().map(|(id, lease)| (id, lease.until)).collect();
        self.services
            .db
            .write(move |tx| {
                Box::pin(async move {
                    for (id, until) in &left {
                        webhook_delivery::give_back(tx, id, *until).await?;
                    }
                    Ok(())
                })
            })
            .await
    }

    /// How many each address may have now, beginning behind the one that had its turn last.
    fn shares(&mut self, mut addresses: Vec<String>) -> Vec<(String, usize)> {
        let mut room = AT_ONCE - self.under_way.len();
        let first = addresses.iter().position(|url| *url > self.last).unwrap_or_default();
        addresses.rotate_left(first);
        let mut shares = Vec::new();
        for url in addresses {
            let busy = self.leases.values().filter(|lease| lease.url == url).count();
            let share = room.min(TO_ONE_ADDRESS.saturating_sub(busy));
            if share > 0 {
                room -= share;
                self.last.clone_from(&url);
                shares.push((url, share));
            }
        }
        shares
    }
}

async fn claim(
    services: &Services,
    mut shares: Vec<(String, usize)>,
    now: Timestamp,
) -> Result<Vec<ClaimedDelivery>, StoreError> {
    // In one order everywhere: two processes must not wait for each other's rows.
    shares.sort();
    let lease_until = now.plus_millis(LEASE_MILLIS);
    services
        .db
        .write(move |tx| {
            Box::pin(async move {
                let mut all = Vec::new();
                for (url, share) in &shares {
                    let limit = i64::try_from(*share).unwrap_or(1);
                    all.extend(webhook_delivery::claim(tx, url, now, lease_until, limit).await?);
                }
                Ok(all)
            })
        })
        .await
}

/// The keys of the environments of a batch; an environment whose keys cannot be opened is left out, and logged.
async fn signing_keys(
    services: &Services,
    claimed: &[ClaimedDelivery],
) -> Result<HashMap<EnvironmentId, Arc<SigningKeys>>, StoreError> {
    let mut all = HashMap::new();
    for id in claimed.iter().map(|claimed| &claimed.environment_id) {
        if all.contains_key(id) {
            continue;
        }
        let Some(row) = webhook_settings::find(&services.db, id).await? else { continue };
        match keys::signing_keys(services, &row) {
            Ok(keys) => drop(all.insert(id.clone(), Arc::new(keys))),
            Err(error) => tracing::error!(environment = row.name, %error, "no key signs webhooks"),
        }
    }
    Ok(all)
}
