//! The exposition: what was counted, and what is asked for at this moment.

use std::sync::atomic::Ordering;

use prometheus_client::{
    collector::Collector,
    encoding::{DescriptorEncoder, EncodeMetric as _, text::encode},
    metrics::{counter::ConstCounter, gauge::ConstGauge},
    registry::Registry,
};

use super::Metrics;

/// What is read when somebody asks.
#[derive(Clone, Debug, Default)]
pub struct Gauges {
    /// How often each step of an attempt happened: integration, step, code.
    pub steps: Vec<(String, &'static str, &'static str, u64)>,
    /// Steps that were dropped.
    pub steps_dropped: u64,
    /// Calls to other hosts by outcome.
    pub outbound: Vec<(&'static str, u64)>,
    /// The database's connections that are open, and how many of them do nothing; where it has a pool.
    pub pool: Option<(u64, u64)>,
    /// Writes that wait for the one writer; where it has one.
    pub writer_queue: Option<u64>,
}

/// Everything, in the text format of `OpenMetrics`.
#[must_use]
pub fn text(metrics: &Metrics, gauges: Gauges) -> String {
    let mut registry = Registry::with_prefix("connect_ui");
    registry.register("http_requests", "Requests that were answered", metrics.requests.clone());
    registry.register(
        "http_request_seconds",
        "Seconds until the answer of a request began",
        metrics.seconds.clone(),
    );
    registry.register("refreshes", "Refreshes of credentials by outcome", metrics.refreshes.clone());
    registry.register(
        "webhook_deliveries",
        "Attempts to deliver a webhook by outcome",
        metrics.deliveries.clone(),
    );
    let breakers_open = metrics.breakers_open.load(Ordering::Relaxed);
    registry.register_collector(Box::new(Asked { gauges, breakers_open }));
    let mut text = String::new();
    // Writing to a text does not fail.
    let _ = encode(&mut text, &registry);
    text
}

#[derive(Debug)]
struct Asked {
    gauges: Gauges,
    breakers_open: i64,
}

impl Collector for Asked {
    fn encode(&self, mut encoder: DescriptorEncoder<'_>) -> Result<(), std::fmt::Error> {
        let encoder = &mut encoder;
        gauge(encoder, "webhook_breakers_open", "Addresses left alone for a minute", self.breakers_open)?;
        counters(encoder, "outbound_calls", "Calls to other hosts by outcome", |each| {
            self.gauges.outbound.iter().try_for_each(|&(outcome, count)| each(&[("outcome", outcome)], count))
        })?;
        counters(encoder, "attempt_steps", "Steps of attempts to connect", |each| {
            self.gauges.steps.iter().try_for_each(|(key, step, code, count)| {
                each(&[("integration", key.as_str()), ("step", *step), ("code", *code)], *count)
            })
        })?;
        let dropped = ConstCounter::new(self.gauges.steps_dropped);
        let kind = dropped.metric_type();
        dropped.encode(encoder.encode_descriptor(
            "attempt_steps_dropped",
            "Steps that were dropped",
            None,
            kind,
        )?)?;
        if let Some((open, idle)) = self.gauges.pool {
            gauge(encoder, "database_connections_open", "Open connections of the pool", signed(open))?;
            gauge(encoder, "database_connections_idle", "Connections that do nothing", signed(idle))?;
        }
        if let Some(waiting) = self.gauges.writer_queue {
            gauge(encoder, "database_writes_waiting", "Writes that wait for the writer", signed(waiting))?;
        }
        Ok(())
    }
}

fn signed(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn gauge(encoder: &mut DescriptorEncoder<'_>, name: &str, help: &str, value: i64) -> std::fmt::Result {
    let gauge = ConstGauge::new(value);
    gauge.encode(encoder.encode_descriptor(name, help, None, gauge.metric_type())?)
}

type Each<'a> = dyn FnMut(&[(&str, &str)], u64) -> std::fmt::Result + 'a;

/// A family of counters, each with its labels.
fn counters(
    encoder: &mut DescriptorEncoder<'_>,
    name: &str,
    help: &str,
    all: impl FnOnce(&mut Each<'_>) -> std::fmt::Result,
) -> std::fmt::Result {
    let kind = ConstCounter::new(0_u64).metric_type();
    let mut family = encoder.encode_descriptor(name, help, None, kind)?;
    all(&mut |labels, count| {
        let counter = ConstCounter::new(count);
        counter.encode(family.encode_family(&labels)?)
    })
}
