//! What is counted as it happens.

use std::{
    sync::atomic::{AtomicI64, Ordering},
    time::Duration,
};

use prometheus_client::{
    encoding::EncodeLabelSet,
    metrics::{counter::Counter, family::Family, histogram::Histogram},
};

/// Seconds; a page should be in the first ones, a call to a service in the last.
const BUCKETS: [f64; 12] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0, 30.0];

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(super) struct RequestLabels {
    method: &'static str,
    route: String,
    status: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(super) struct RouteLabels {
    route: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(super) struct OutcomeLabels {
    outcome: &'static str,
}

/// A request that was answered.
#[derive(Clone, Copy, Debug)]
pub struct HttpRequest<'a> {
    /// Its method.
    pub method: &'a str,
    /// The pattern of its address; nothing where there is none.
    pub route: Option<&'a str>,
    /// The status.
    pub status: u16,
    /// How long it took until the answer began.
    pub took: Duration,
}

/// The counters. All of them begin with the process.
#[derive(Debug)]
pub struct Metrics {
    pub(super) requests: Family<RequestLabels, Counter>,
    pub(super) seconds: Family<RouteLabels, Histogram>,
    pub(super) refreshes: Family<OutcomeLabels, Counter>,
    pub(super) deliveries: Family<OutcomeLabels, Counter>,
    pub(super) breakers_open: AtomicI64,
}

impl Default for Metrics {
    fn default() -> Self {
        Self {
            requests: Family::default(),
            seconds: Family::new_with_constructor(|| Histogram::new(BUCKETS)),
            refreshes: Family::default(),
            deliveries: Family::default(),
            breakers_open: AtomicI64::new(0),
        }
    }
}

impl Metrics {
    /// Counts a request.
    pub fn request(&self, request: HttpRequest<'_>) {
        let route = request.route.unwrap_or("none").to_owned();
        self.seconds.get_or_create(&RouteLabels { route: route.clone() }).observe(request.took.as_secs_f64());
        let labels =
            RequestLabels { method: method(request.method), route, status: status_class(request.status) };
        self.requests.get_or_create(&labels).inc();
    }

    /// Counts a refresh by what came of it.
    pub fn refresh(&self, outcome: &'static str) {
        self.refreshes.get_or_create(&OutcomeLabels { outcome }).inc();
    }

    /// Counts an attempt to deliver a webhook by what came of it.
    pub fn delivery(&self, outcome: &'static str) {
        self.deliveries.get_or_create(&OutcomeLabels { outcome }).inc();
    }

    /// How many addresses are left alone because they fail.
    pub fn breakers_open(&self, count: usize) {
        self.breakers_open.store(i64::try_from(count).unwrap_or(i64::MAX), Ordering::Relaxed);
    }
}

/// A client may send any word as a method; only the known ones become labels.
fn method(text: &str) -> &'static str {
    const KNOWN: [&str; 7] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];
    KNOWN.into_iter().find(|known| *known == text).unwrap_or("other")
}

const fn status_class(status: u16) -> &'static str {
    match status {
        100..200 => "1xx",
        200..300 => "2xx",
        300..400 => "3xx",
        400..500 => "4xx",
        _ => "5xx",
    }
}
