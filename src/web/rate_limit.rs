//! How fast end users' browsers may ask (wire-protocol.md §0.7): windows of 60 seconds, in memory; `replicas` lets
//! several processes count together.
//!
//! Owns counting, the headers and the refusal. Must not know whether a token is good: a bad one costs its sender's
//! address. Backends with an API key are not limited.

use std::{
    collections::{HashMap, HashSet},
    net::{IpAddr, SocketAddr},
    sync::{Mutex, PoisonError},
};

use actix_web::{
    Error, HttpRequest,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::{
        StatusCode,
        header::{self, HeaderMap, HeaderName, HeaderValue},
    },
    middleware::Next,
    web::Data,
};
use ipnet::IpNet;

use super::{
    api::{ApiError, Detail, input::query::parse_query},
    connect::{PageProblem, PageProblemKind},
    error::WebError,
    guard,
    proxy::Passed,
    state::State,
};
use crate::{
    clock::Timestamp,
    config::RateLimit,
    secret::Fingerprint,
    session::{Capability, SessionToken},
};

const WINDOW_SECONDS: i64 = 60;
/// Other processes hear of who has used up this part of the limit here: of ten processes each lets that much more pass.
const WORTH_TELLING: u32 = 32;
/// So many sessions and addresses are counted; beyond that, requests pass uncounted rather than fill the memory.
const MOST_KEYS: usize = 100_000;
/// First segments of the routes that only end users' browsers use.
const END_USERS: &[&str] =
    &["", "ui", "l", "api-auth", "auth", "oauth2", "oauth", "app-auth", "policy-report"];

/// The counters of the running window.
#[derive(Debug, Default)]
pub struct RateLimiter(Mutex<Window>);

#[derive(Debug, Default)]
struct Window {
    number: i64,
    counts: HashMap<Key, Count>,
    /// Whose counts the other processes do not know yet.
    untold: HashSet<Key>,
}

/// Who is counted, a session or an address: the beginning of a hash, which other processes may be told.
type Key = u128;

#[derive(Clone, Copy, Debug, Default)]
struct Count {
    /// In this process.
    own: u32,
    /// Of them, what the others were told.
    told: u32,
    /// What the others have told.
    others: u32,
}

/// What is left to a caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Left {
    limit: u32,
    remaining: Option<u32>,
    reset: i64,
}

impl RateLimiter {
    /// Counts one request for each key until one has none left; `remaining` is then nothing.
    fn count(&self, keys: &[Key], limit: u32, now: Timestamp) -> Left {
        let number = now.0.div_euclid(WINDOW_SECONDS * 1000);
        let mut window = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if window.number != number {
            *window = Window { number, ..Window::default() };
        }
        let mut remaining = Some(limit);
        for key in keys {
            remaining = remaining.and_then(|least| Some(least.min(window.take(*key, limit)?)));
        }
        Left { limit, remaining, reset: (number + 1) * WINDOW_SECONDS }
    }

    /// What was counted here since the last call, with the number of its window.
    pub fn untold(&self) -> (i64, Vec<(String, u32)>) {
        let mut window = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let keys: Vec<Key> = window.untold.drain().collect();
        let counts = keys.into_iter().filter_map(|key| {
            let count = window.counts.get_mut(&key)?;
            let new = count.own - count.told;
            count.told = count.own;
            Some((format!("{key:032x}"), new))
        });
        let counts = counts.collect();
        (window.number, counts)
    }

    /// Adds what another process has counted in a window; of another than the running one it is of no use.
    pub fn hear(&self, number: i64, counts: &[(String, u32)]) {
        let mut window = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if number > window.number {
            *window = Window { number, ..Window::default() };
        }
        if number != window.number {
            return;
        }
        for (key, new) in counts {
            let Ok(key) = u128::from_str_radix(key, 16) else { continue };
            if window.counts.len() < MOST_KEYS || window.counts.contains_key(&key) {
                let count = window.counts.entry(key).or_default();
                count.others = count.others.saturating_add(*new);
            }
        }
    }
}

fn key_of(fingerprint: &Fingerprint) -> Key {
    fingerprint.as_bytes().iter().take(16).fold(0, |key, byte| (key << 8) | u128::from(*byte))
}

impl Window {
    fn take(&mut self, key: Key, limit: u32) -> Option<u32> {
        let mut count = self.counts.get(&key).copied().unwrap_or_default();
        let used = count.own.saturating_add(count.others);
        if used >= limit {
            return None;
        }
        if used > 0 || self.counts.len() < MOST_KEYS {
            count.own += 1;
            self.counts.insert(key, count);
            // Who asks seldom is not worth a message.
            if count.own > limit / WORTH_TELLING {
                self.untold.insert(key);
            }
        }
        Some(limit - used - 1)
    }
}

/// The middleware.
pub async fn rate_limit(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let left = request.app_data::<Data<State>>().and_then(|state| left(state, &request));
    let Some((left, now)) = left else { return Ok(next.call(request).await?.map_into_boxed_body()) };
    let mut response = if left.remaining.is_some() {
        next.call(request).await?.map_into_boxed_body()
    } else {
        let refused = refusal(&request);
        let mut response = request.error_response(refused);
        let seconds = left.reset - now.0.div_euclid(1000);
        set(response.headers_mut(), header::RETRY_AFTER, seconds.max(1));
        response
    };
    if response.response().extensions().contains::<Passed>() {
        return Ok(response);
    }
    let headers = response.headers_mut();
    set(headers, HeaderName::from_static("x-ratelimit-limit"), i64::from(left.limit));
    set(
        headers,
        HeaderName::from_static("x-ratelimit-remaining"),
        i64::from(left.remaining.unwrap_or_default()),
    );
    set(headers, HeaderName::from_static("x-ratelimit-reset"), left.reset);
    Ok(response)
}

/// Counts a request; nothing is said on the routes that are neither the protocol's nor the end users'.
fn left(state: &State, request: &ServiceRequest) -> Option<(Left, Timestamp)> {
    let RateLimit::PerMinute(limit) = state.rate_limit else { return None };
    let first = request.path().split('/').nth(1).unwrap_or_default();
    if matches!(first, "health" | "ready" | "static" | "images" | "admin") {
        return None;
    }
    let now = state.services.clock.now();
    let keys = keys(state, request, first);
    Some((state.rate_limiter.count(&keys, limit, now), now))
}

/// The address comes first: made-up tokens count for who makes them up.
fn keys(state: &State, request: &ServiceRequest, first: &str) -> Vec<Key> {
    let session = session(request, first);
    if !is_for_end_users(request.path()) && session.is_none() {
        return Vec::new();
    }
    let address = client_address(request.request(), &state.trusted_proxies);
    let address = address.map(|address| Fingerprint::of(&address.to_string()));
    address.iter().chain(&session).map(key_of).collect()
}

/// Whether only end users' browsers use a path.
#[must_use]
pub fn is_for_end_users(path: &str) -> bool {
    let first = path.split('/').nth(1).unwrap_or_default();
    END_USERS.contains(&first) || matches!(path, "/connect/session" | "/connect/telemetry")
}

/// The session's token, or what its pages' capabilities have in common, as a fingerprint.
fn session(request: &ServiceRequest, first: &str) -> Option<Fingerprint> {
    if first == "ui" {
        let capability = request.path().split('/').nth(2).filter(|text| Capability::is_well_formed(text));
        return capability.map(Capability::session_part).map(Fingerprint::of);
    }
    let bearer = guard::text(request.headers(), "authorization");
    let bearer = bearer.and_then(|value| value.rsplit("Bearer ").next()).map(str::trim);
    if let Some(token) = bearer.filter(|text| SessionToken::is_claimed_by(text)) {
        return Some(Fingerprint::of(token));
    }
    if !END_USERS.contains(&first) || request.query_string().is_empty() {
        return None;
    }
    let name = if first.is_empty() { "session_token" } else { "connect_session_token" };
    let query = parse_query(request.query_string());
    query.get(name).and_then(serde_json::Value::as_str).map(Fingerprint::of)
}

/// The peer; behind a trusted proxy, the last address of the chain that is none of ours. IPv6 counts by network.
#[must_use]
pub fn client_address(request: &HttpRequest, trusted: &[IpNet]) -> Option<IpAddr> {
    let peer = request.peer_addr()?.ip().to_canonical();
    let is_trusted = |address: &IpAddr| trusted.iter().any(|network| network.contains(address));
    let mut client = peer;
    if is_trusted(&peer) {
        let values: Vec<&str> = request
            .headers()
            .get_all("x-forwarded-for")
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .collect();
        for hop in values.iter().rev() {
            let Some(address) = hop_address(hop.trim()) else { break };
            client = address.to_canonical();
            if !is_trusted(&client) {
                break;
            }
        }
    }
    Some(match client {
        IpAddr::V4(_) => client,
        IpAddr::V6(_) => IpNet::new(client, 64).map_or(client, |network| network.network()),
    })
}

/// An address, which some proxies write with the port.
fn hop_address(text: &str) -> Option<IpAddr> {
    let with_port = || text.parse().map(|address: SocketAddr| address.ip());
    text.parse().or_else(|_| with_port()).ok()
}

fn refusal(request: &ServiceRequest) -> WebError {
    let first = request.path().split('/').nth(1).unwrap_or_default();
    if matches!(first, "" | "ui" | "l" | "oauth") {
        return PageProblem::new(PageProblemKind::TooFast).into();
    }
    let message = "Too many requests. Wait until the time of the Retry-After header";
    let detail = Detail::Request { method: request.method().to_string(), path: request.path().to_owned() };
    ApiError { detail, ..ApiError::new(StatusCode::TOO_MANY_REQUESTS, "too_many_request", message) }.into()
}

fn set(headers: &mut HeaderMap, name: HeaderName, value: i64) {
    headers.insert(name, HeaderValue::from(value));
}
