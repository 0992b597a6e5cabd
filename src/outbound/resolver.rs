//! Names to addresses. A seam: tests give the addresses themselves.

use std::{
    collections::{BTreeMap, VecDeque},
    net::{IpAddr, SocketAddr},
    sync::{Arc, Mutex, PoisonError},
};

use rustls::pki_types::CertificateDer;

/// Where addresses come from.
#[derive(Clone, Debug, Default)]
pub enum Resolver {
    /// The system's resolver.
    #[default]
    System,
    /// A fixed table; other names have no address. For tests and demos.
    Fixed(Arc<BTreeMap<String, Vec<IpAddr>>>),
    /// One server plays every host. For tests: scheme, host and server name stay those of the address.
    OneServer {
        /// Where it listens, whatever port an address names.
        at: SocketAddr,
        /// Who signs its certificates; nobody else is trusted.
        authority: CertificateDer<'static>,
    },
    /// For every name the next of these; the last one stays. For tests.
    Changing(Arc<Mutex<VecDeque<IpAddr>>>),
}

impl Resolver {
    /// A resolver with a fixed table.
    #[must_use]
    pub fn fixed(table: impl IntoIterator<Item = (String, Vec<IpAddr>)>) -> Self {
        Self::Fixed(Arc::new(table.into_iter().collect()))
    }

    /// A resolver that changes its mind with each look-up.
    #[must_use]
    pub fn changing(addresses: impl IntoIterator<Item = IpAddr>) -> Self {
        Self::Changing(Arc::new(Mutex::new(addresses.into_iter().collect())))
    }

    /// All addresses of a name, none where it is not known.
    pub(super) async fn addresses(&self, name: &str) -> Vec<IpAddr> {
        match self {
            Self::System => match tokio::net::lookup_host((name, 0)).await {
                Ok(addresses) => addresses.map(|address| address.ip()).collect(),
                Err(_) => Vec::new(),
            },
            Self::Fixed(table) => table.get(name).cloned().unwrap_or_default(),
            Self::OneServer { at, .. } => vec![at.ip()],
            Self::Changing(addresses) => {
                let mut addresses = addresses.lock().unwrap_or_else(PoisonError::into_inner);
                let next =
                    if addresses.len() > 1 { addresses.pop_front() } else { addresses.front().copied() };
                next.into_iter().collect()
            }
        }
    }

    /// The port to connect to; 0 is the address's own.
    pub(super) fn port(&self) -> u16 {
        match self {
            Self::System | Self::Fixed(_) | Self::Changing(_) => 0,
            Self::OneServer { at, .. } => at.port(),
        }
    }

    /// The one authority to trust, where it is not the system's.
    pub(super) fn authority(&self) -> Option<&CertificateDer<'static>> {
        match self {
            Self::System | Self::Fixed(_) | Self::Changing(_) => None,
            Self::OneServer { authority, .. } => Some(authority),
        }
    }
}
