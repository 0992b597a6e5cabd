//! Connections that are kept open between calls. Only checked addresses are connected to: a client is good for one host
//! and the addresses that were checked, so other addresses mean another client.

use std::{
    net::SocketAddr,
    sync::Arc,
    thread::{self, ThreadId},
};

use reqwest::Client;
use rustls::ClientConfig;

use super::StreamRequest;
use crate::{
    outbound::{
        client::Inner,
        error::OutboundError,
        guard::Target,
        limits::{Gate, Limits},
    },
    recent::Recent,
};

const MOST_HOSTS: usize = 2_000;

/// The thread that calls, the host as the URL has it, and its checked addresses. A thread's connections are driven by
/// the thread itself: another one's would have to be woken for every piece.
type Pinned = (ThreadId, String, Vec<SocketAddr>);

/// What calls that pass through share.
pub(in crate::outbound) struct Pool {
    pub(super) gate: Gate,
    /// By origin and the definition's port: what was looked up and checked a moment ago.
    checked: Recent<String, Arc<Target>>,
    clients: Recent<Pinned, Client>,
}

impl Pool {
    pub(in crate::outbound) fn new(limits: &Limits) -> Self {
        Self {
            gate: Gate::new(limits.streams, limits.streams_per_host, limits.wait),
            checked: Recent::written_within(MOST_HOSTS, limits.look_up_again),
            clients: Recent::used_within(MOST_HOSTS, limits.pool_idle),
        }
    }
}

impl Inner {
    /// A client that connects to nothing but the request's checked addresses.
    pub(super) async fn client_for(&self, request: &StreamRequest) -> Result<Client, OutboundError> {
        let target = self.checked_target(request).await?;
        let build = |tls: ClientConfig, most_idle| {
            let builder = self.pinned(&target, tls).pool_max_idle_per_host(most_idle);
            let builder = builder.pool_idle_timeout(self.limits.pool_idle);
            builder.build().map_err(|_| OutboundError::Tls)
        };
        if let Some(shown) = &request.certificate {
            return build(shown.applied_to(&self.tls), 0);
        }
        let pinned = (thread::current().id(), target.host.clone(), target.addresses.clone());
        if let Some(client) = self.pool.clients.get(&pinned) {
            return Ok(client);
        }
        let client = build(self.tls.clone(), self.limits.streams_per_host)?;
        self.pool.clients.insert(pinned, client.clone());
        Ok(client)
    }

    async fn checked_target(&self, request: &StreamRequest) -> Result<Arc<Target>, OutboundError> {
        // A name and password in the URL is the guard's to refuse, and no part of the origin.
        let is_plain = request.url.username().is_empty() && request.url.password().is_none();
        let port = request.definition_port.unwrap_or_default();
        let origin = format!("{} {port}", request.url.origin().ascii_serialization());
        if let Some(target) = self.pool.checked.get(&origin).filter(|_| is_plain) {
            return Ok(target);
        }
        let target = Arc::new(self.guard.check(&request.url, request.definition_port).await?);
        self.pool.checked.insert(origin, Arc::clone(&target));
        Ok(target)
    }
}
