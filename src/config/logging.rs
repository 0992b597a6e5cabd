//! The log: text on a terminal, JSON lines elsewhere; and the spans for a collector, where one is named.

use std::io::IsTerminal;

use tracing::Subscriber;
use tracing_subscriber::{
    EnvFilter, Layer, filter::LevelFilter, fmt, layer::SubscriberExt as _, registry, registry::LookupSpan,
    util::SubscriberInitExt as _,
};

use super::Settings;
use crate::clock::{Clock, Random};

/// Starts logging; a second call does nothing.
pub fn start_logging(settings: &Settings, random: &Random) {
    let filter = EnvFilter::try_new(&settings.log).unwrap_or_else(|_| EnvFilter::new("info"));
    let started = match &settings.tracing {
        None => registry().with(filter).with(lines()).try_init(),
        Some(tracing) => {
            let spans = tracing.layer(Clock::System, random.clone()).with_filter(LevelFilter::INFO);
            registry().with(lines().with_filter(filter)).with(spans).try_init()
        }
    };
    // Only tests start it twice.
    drop(started);
}

/// Each line says which request it belongs to.
fn lines<S: Subscriber + for<'s> LookupSpan<'s>>() -> Box<dyn Layer<S> + Send + Sync> {
    let lines = fmt::layer().with_writer(std::io::stderr);
    if std::io::stderr().is_terminal() {
        lines.boxed()
    } else {
        lines.json().flatten_event(true).with_span_list(false).with_ansi(false).boxed()
    }
}
