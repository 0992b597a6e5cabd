//! `GET /metrics` on a listener of its own, for Prometheus: it is not for the internet, so it has no place among the
//! public routes.

use std::net::SocketAddr;

use actix_web::{
    App, HttpRequest, HttpResponse, HttpServer,
    dev::{Server, ServiceResponse},
    web::{Data, get},
};

use super::state::State;
use crate::metrics::{self, Gauges, HttpRequest as Answered};

const OPEN_METRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// Listens where the setting says; the port is known even if 0 was asked for.
pub fn serve(state: Data<State>, listen: SocketAddr) -> std::io::Result<(SocketAddr, Server)> {
    let server =
        HttpServer::new(move || App::new().app_data(state.clone()).route("/metrics", get().to(show)))
            .workers(1)
            .disable_signals()
            .bind(listen)?;
    let address = server.addrs().first().copied().unwrap_or(listen);
    Ok((address, server.run()))
}

async fn show(state: Data<State>, _: HttpRequest) -> HttpResponse {
    let services = &state.services;
    let load = services.db.load();
    let steps = services.traces.funnel();
    let gauges = Gauges {
        steps: steps
            .into_iter()
            .map(|step| (step.integration_key, step.kind, step.code, step.count))
            .collect(),
        steps_dropped: services.traces.dropped(),
        outbound: services.outbound.calls(),
        pool: load.pool,
        writer_queue: load.writer_queue,
    };
    HttpResponse::Ok().content_type(OPEN_METRICS).body(metrics::text(&services.metrics, gauges))
}

/// Counts an answer by its route's pattern: what stands in the address itself may be a secret, and is endless.
pub fn count<B>(state: &State, response: &ServiceResponse<B>, started: std::time::Instant) {
    if !state.counts_requests {
        return;
    }
    let request = response.request();
    let route = request.match_pattern();
    state.services.metrics.request(Answered {
        method: request.method().as_str(),
        route: route.as_deref(),
        status: response.status().as_u16(),
        took: started.elapsed(),
    });
}

/// Says in a request's span what it was, as [`count`] does.
pub fn describe<B>(span: &tracing::Span, response: &ServiceResponse<B>) {
    let request = response.request();
    span.record("method", request.method().as_str());
    span.record("route", request.match_pattern().as_deref().unwrap_or("none"));
    span.record("status", response.status().as_u16());
}
