//! Which target may be reached: every address of a host is checked, and only checked addresses are connected to.

use std::net::{IpAddr, SocketAddr};

use url::{Host, Url};

use super::{
    address::AddressKind,
    error::{ForbiddenReason, OutboundError},
    policy::OutboundPolicy,
    resolver::Resolver,
};

/// A target that may be reached, with the addresses that were checked. There is no second look-up.
#[derive(Debug)]
pub(super) struct Target {
    /// The host as the URL has it.
    pub host: String,
    /// The checked addresses of a name.
    pub addresses: Vec<SocketAddr>,
}

/// Decides about targets.
#[derive(Clone, Debug)]
pub(super) struct Guard {
    pub policy: OutboundPolicy,
    pub resolver: Resolver,
}

impl Guard {
    /// Checks scheme, port and every address of a URL.
    pub(super) async fn check(
        &self,
        url: &Url,
        definition_port: Option<u16>,
    ) -> Result<Target, OutboundError> {
        let host = url.host().ok_or(OutboundError::BadUrl)?;
        if !matches!(url.scheme(), "https" | "http") || !url.username().is_empty() || url.password().is_some()
        {
            return Err(OutboundError::BadUrl);
        }
        let named = url.host_str().is_some_and(|name| self.policy.names(name));
        if !named {
            self.refuse_without_lookup(url, definition_port)?;
        }
        let addresses = self.addresses(&host).await?;
        if !named {
            self.check_addresses(&addresses)?;
        }
        if !named && !addresses.iter().all(|address| self.policy.covers(*address)) {
            check_scheme_and_port(url, definition_port)?;
        }
        let port = self.resolver.port();
        let addresses = addresses.into_iter().map(|address| SocketAddr::new(address, port)).collect();
        Ok(Target { host: host.to_string(), addresses })
    }

    /// Without any allowed network a wrong scheme or port needs no look-up of the name.
    fn refuse_without_lookup(&self, url: &Url, definition_port: Option<u16>) -> Result<(), OutboundError> {
        if self.policy.has_networks() { Ok(()) } else { check_scheme_and_port(url, definition_port) }
    }

    async fn addresses(&self, host: &Host<&str>) -> Result<Vec<IpAddr>, OutboundError> {
        let addresses = match host {
            Host::Ipv4(address) => vec![IpAddr::V4(*address)],
            Host::Ipv6(address) => vec![IpAddr::V6(*address)],
            Host::Domain(name) => self.resolver.addresses(name).await,
        };
        if addresses.is_empty() { Err(OutboundError::UnresolvedHost) } else { Ok(addresses) }
    }

    /// One forbidden address forbids the host: which one is connected to would be chance.
    fn check_addresses(&self, addresses: &[IpAddr]) -> Result<(), OutboundError> {
        for address in addresses {
            let kind = AddressKind::of(*address);
            if kind != AddressKind::Public && !self.policy.covers(*address) {
                return Err(OutboundError::Forbidden(ForbiddenReason::Address(kind)));
            }
        }
        Ok(())
    }
}

fn check_scheme_and_port(url: &Url, definition_port: Option<u16>) -> Result<(), OutboundError> {
    if url.scheme() != "https" {
        return Err(OutboundError::Forbidden(ForbiddenReason::Scheme));
    }
    match url.port_or_known_default() {
        Some(443) => Ok(()),
        port if port.is_some() && port == definition_port => Ok(()),
        _ => Err(OutboundError::Forbidden(ForbiddenReason::Port)),
    }
}
