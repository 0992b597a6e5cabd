//! Sending what is due: at least once, in order per connection and address, until it arrives or a day is over.

use std::{collections::HashMap, time::Duration};

use futures_util::future::join_all;
use url::Url;

use super::{Breakers, SigningKeys, keys, retry, sign};
use crate::{
    clock::Timestamp,
    id::EnvironmentId,
    outbound::{HeaderMap, Method, OutboundError, OutboundRequest},
    services::Services,
    store::{
        StoreError,
        webhook_delivery::{self, ClaimedDelivery, DeliveryState, Settled},
        webhook_settings,
    },
};

/// How many are sent at once.
const BATCH: i64 = 16;
/// How long an address may take.
const TIMEOUT: Duration = Duration::from_secs(20);
/// For how long a process may keep a delivery to itself: longer than it can take.
const LEASE_MILLIS: i64 = 60_000;
/// The address says that it wants nothing any more (RFC 9110 §15.5.11).
const GONE: u16 = 410;

/// What an address made of a webhook.
struct Answered {
    status: Option<u16>,
    error: Option<&'static str>,
    /// How long it asks us to wait, in seconds.
    asks_seconds: Option<i64>,
}

/// Sends what is due now; answers how many attempts that were.
pub async fn deliver_due(services: &Services, breakers: &Breakers) -> Result<usize, StoreError> {
    let now = services.clock.now();
    let lease_until = Timestamp(now.0 + LEASE_MILLIS);
    let claimed = services
        .db
        .write(move |tx| Box::pin(async move { webhook_delivery::claim(tx, now, lease_until, BATCH).await }))
        .await?;
    let count = claimed.len();
    let keys = signing_keys(services, &claimed).await?;
    let sent = claimed.into_iter().map(|claimed| {
        let keys = keys.get(&claimed.environment_id);
        one(services, breakers, claimed, keys)
    });
    join_all(sent).await.into_iter().collect::<Result<(), StoreError>>()?;
    Ok(count)
}

/// The keys of the environments of a batch; an environment whose keys cannot be opened is left out, and logged.
async fn signing_keys(
    services: &Services,
    claimed: &[ClaimedDelivery],
) -> Result<HashMap<EnvironmentId, SigningKeys>, StoreError> {
    let mut all = HashMap::new();
    for id in claimed.iter().map(|claimed| &claimed.environment_id) {
        if all.contains_key(id) {
            continue;
        }
        let Some(row) = webhook_settings::find(&services.db, id).await? else { continue };
        match keys::signing_keys(services, &row) {
            Ok(keys) => drop(all.insert(id.clone(), keys)),
            Err(error) => tracing::error!(environment = row.name, %error, "no key signs webhooks"),
        }
    }
    Ok(all)
}

async fn one(
    services: &Services,
    breakers: &Breakers,
    claimed: ClaimedDelivery,
    keys: Option<&SigningKeys>,
) -> Result<(), StoreError> {
    let now = services.clock.now();
    if let Some(until) = breakers.open_until(&claimed.url, now) {
        return services
            .db
            .write(move |tx| Box::pin(async move { webhook_delivery::postpone(tx, &claimed, until).await }))
            .await;
    }
    let answered = match keys {
        Some(keys) => send(services, &claimed, keys).await,
        None => Answered { status: None, error: Some("no_signing_key"), asks_seconds: None },
    };
    breakers.note(&claimed.url, answered.error.is_none(), now);
    let settled = settled(services, &claimed, &answered);
    if settled.state == DeliveryState::GivenUp {
        tracing::warn!(
            webhook = claimed.webhook_id.as_str(),
            status = settled.status,
            error = settled.error,
            "a webhook was given up"
        );
    }
    services
        .db
        .write(move |tx| {
            Box::pin(async move { webhook_delivery::settle(tx, &claimed, &settled).await.map(drop) })
        })
        .await
}

async fn send(services: &Services, claimed: &ClaimedDelivery, keys: &SigningKeys) -> Answered {
    let failed = |error| Answered { status: None, error: Some(error), asks_seconds: None };
    let Some(request) = request(claimed, keys, services.clock.now()) else {
        return failed(OutboundError::BadUrl.code());
    };
    match tokio::time::timeout(TIMEOUT, services.outbound.send(request)).await {
        Ok(Ok(response)) => {
            let status = response.status.as_u16();
            let error = (!response.status.is_success()).then_some("refused");
            Answered { status: Some(status), error, asks_seconds: retry_after(&response.headers) }
        }
        Ok(Err(error)) => failed(error.code()),
        Err(_) => failed(OutboundError::TimedOut.code()),
    }
}

fn request(claimed: &ClaimedDelivery, keys: &SigningKeys, at: Timestamp) -> Option<OutboundRequest> {
    let url = Url::parse(&claimed.url).ok()?;
    let signed = sign::headers(keys, &claimed.webhook_id, at, &claimed.body);
    let mut request = OutboundRequest::new(Method::POST, url)
        .with_body(&claimed.body.as_str().into())
        .with_header("content-type", "application/json")
        .ok()?;
    for (name, value) in signed {
        request = request.with_header(name, &value).ok()?;
    }
    Some(request)
}

/// Seconds only: a date would be the other side's clock against ours.
fn retry_after(headers: &HeaderMap) -> Option<i64> {
    headers.get("retry-after")?.to_str().ok()?.trim().parse().ok()
}

fn settled(services: &Services, claimed: &ClaimedDelivery, answered: &Answered) -> Settled {
    let at = services.clock.now();
    let attempts = usize::try_from(claimed.attempts + 1).unwrap_or(usize::MAX);
    let again = match answered {
        Answered { error: None, .. } | Answered { status: Some(GONE), .. } => None,
        _ => retry::next_attempt(attempts, answered.asks_seconds, at, &services.random),
    };
    let state = match (answered.error, again) {
        (None, _) => DeliveryState::Delivered,
        (Some(_), Some(_)) => DeliveryState::Waiting,
        (Some(_), None) => DeliveryState::GivenUp,
    };
    Settled {
        state,
        next_attempt_at: again.unwrap_or(at),
        status: answered.status,
        error: answered.error,
        at,
    }
}
