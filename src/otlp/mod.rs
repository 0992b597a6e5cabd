//! Spans for an OpenTelemetry collector: one a request, one a call to another host below it, sent as OTLP over HTTP in
//! JSON (opentelemetry-proto 1.x). Off where no collector is named.
//!
//! It writes the two spans that this product has by itself: the SDK's crates would be a twentieth of the binary. What a
//! span says is what its code records by name: route patterns, methods, outcomes. Must not know what those mean.

mod body;
mod layer;
mod spans;
mod traceparent;

use std::{sync::Arc, time::Duration};

pub use layer::SpanLayer;
use spans::Spans;
use url::Url;

use crate::{
    clock::{Clock, Random},
    outbound::{Collector, CollectorProblem},
};

/// How often what has ended is sent.
const EVERY: Duration = Duration::from_secs(2);

/// The names of the spans that are sent; all others are somebody else's.
const KNOWN: [&str; 2] = ["request", "call"];

/// Where spans go, and those that wait.
#[derive(Clone, Debug)]
pub struct Tracing {
    collector: Arc<Collector>,
    spans: Arc<Spans>,
    service: String,
}

impl Tracing {
    /// A collector at an address; `headers` as in `OTEL_EXPORTER_OTLP_HEADERS`.
    pub fn new(
        endpoint: &Url,
        headers: &secrecy::SecretString,
        service: String,
    ) -> Result<Self, CollectorProblem> {
        let collector = Arc::new(Collector::new(endpoint, headers)?);
        Ok(Self { collector, spans: Arc::default(), service })
    }

    /// What makes spans out of what the code says.
    #[must_use]
    pub fn layer(&self, clock: Clock, random: Random) -> SpanLayer {
        SpanLayer { spans: Arc::clone(&self.spans), clock, random }
    }

    /// Sends what has ended, for ever.
    pub async fn run(&self) {
        loop {
            tokio::time::sleep(EVERY).await;
            self.send().await;
        }
    }

    /// Sends what has ended until now. What the collector does not take is lost.
    pub async fn send(&self) {
        let (ended, lost) = self.spans.take();
        if lost > 0 {
            tracing::warn!(lost, "more spans ended than are kept");
        }
        if ended.is_empty() {
            return;
        }
        let count = ended.len();
        if let Err(problem) = self.collector.post(body::traces(&self.service, &ended)).await {
            tracing::warn!(%problem, count, "the collector did not take spans");
        }
    }
}

#[cfg(test)]
mod tests;
