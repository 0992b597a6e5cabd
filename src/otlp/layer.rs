//! What the code says of its spans → spans that have ended.

use std::{fmt, sync::Arc, time::Instant};

use tracing::{
    Subscriber,
    field::{Field, Visit},
    span::{Attributes, Id, Record},
};
use tracing_subscriber::{Layer, layer::Context, registry::LookupSpan};

use super::{
    KNOWN,
    spans::{Ended, Spans},
    traceparent::TraceParent,
};
use crate::clock::{Clock, Random};

/// The field, and the header, in which a caller names its own span.
const TRACEPARENT: &str = "traceparent";

/// Makes spans.
#[derive(Debug)]
pub struct SpanLayer {
    pub(super) spans: Arc<Spans>,
    pub(super) clock: Clock,
    pub(super) random: Random,
}

/// A span under way.
struct Open {
    trace: [u8; 16],
    id: [u8; 8],
    parent: Option<[u8; 8]>,
    started: u128,
    began: Instant,
    fields: Fields,
}

#[derive(Default)]
struct Fields(Vec<(&'static str, String)>);

impl Fields {
    /// Takes out what is nobody's attribute.
    fn take(&mut self, name: &str) -> Option<String> {
        let place = self.0.iter().position(|(own, _)| *own == name)?;
        Some(self.0.swap_remove(place).1)
    }
}

impl Visit for Fields {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.push((field.name(), value.to_owned()));
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.0.push((field.name(), format!("{value:?}")));
    }
}

impl<S: Subscriber + for<'s> LookupSpan<'s>> Layer<S> for SpanLayer {
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let metadata = attributes.metadata();
        let is_ours = metadata.target().starts_with("connect_ui") && KNOWN.contains(&metadata.name());
        let Some(span) = context.span(id).filter(|_| is_ours) else { return };
        let mut fields = Fields::default();
        attributes.record(&mut fields);
        let caller = fields.take(TRACEPARENT).and_then(|value| TraceParent::parse(&value));
        let parent = span
            .parent()
            .and_then(|parent| parent.extensions().get::<Open>().map(|open| (open.trace, open.id)))
            .or_else(|| caller.map(|caller| (caller.trace, caller.span)));
        let open = Open {
            trace: parent.map_or_else(|| self.random.bytes(), |(trace, _)| trace),
            id: self.random.bytes(),
            parent: parent.map(|(_, id)| id),
            started: u128::try_from(self.clock.now().0).unwrap_or_default() * 1_000_000,
            began: Instant::now(),
            fields,
        };
        span.extensions_mut().insert(open);
    }

    fn on_record(&self, id: &Id, values: &Record<'_>, context: Context<'_, S>) {
        let Some(span) = context.span(id) else { return };
        if let Some(open) = span.extensions_mut().get_mut::<Open>() {
            values.record(&mut open.fields);
        }
    }

    fn on_close(&self, id: Id, context: Context<'_, S>) {
        let Some(span) = context.span(&id) else { return };
        let Some(open) = span.extensions_mut().remove::<Open>() else { return };
        self.spans.push(Ended {
            name: span.name(),
            trace: open.trace,
            id: open.id,
            parent: open.parent,
            started: open.started,
            until: open.started + open.began.elapsed().as_nanos(),
            fields: open.fields.0,
        });
    }
}
