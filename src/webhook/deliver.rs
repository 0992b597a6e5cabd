//! One attempt at one address, and what it means for the next.

use std::{sync::Arc, time::Duration};

use url::Url;

use super::{Breakers, SigningKeys, retry, sign};
use crate::{
    clock::Timestamp,
    outbound::{HeaderMap, Method, OutboundError, OutboundRequest},
    services::Services,
    store::{
        StoreError,
        webhook_delivery::{self, ClaimedDelivery, DeliveryState, Settled},
    },
};

/// How long an address may take.
pub(super) const TIMEOUT: Duration = Duration::from_secs(20);
/// The address says that it wants nothing any more (RFC 9110 §15.5.11).
const GONE: u16 = 410;

/// What an address made of a webhook.
struct Answered {
    status: Option<u16>,
    error: Option<&'static str>,
    /// How long it asks us to wait, in seconds.
    asks_seconds: Option<i64>,
}

/// Makes one delivery, and notes what came of it.
pub(super) async fn deliver(
    services: &Services,
    breakers: &Breakers,
    claimed: ClaimedDelivery,
    keys: Option<Arc<SigningKeys>>,
) -> Result<(), StoreError> {
    let now = services.clock.now();
    if let Some(until) = breakers.open_until(&claimed.url, now) {
        services.metrics.delivery("postponed");
        return services
            .db
            .write(move |tx| Box::pin(async move { webhook_delivery::postpone(tx, &claimed, until).await }))
            .await;
    }
    let answered = match keys {
        Some(keys) => send(services, &claimed, &keys).await,
        None => Answered { status: None, error: Some("no_signing_key"), asks_seconds: None },
    };
    breakers.note(&claimed.url, answered.error.is_none(), now);
    services.metrics.breakers_open(breakers.open(now));
    let settled = settled(services, &claimed, &answered);
    services.metrics.delivery(settled.state.as_str());
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
