//! Names to addresses. A seam: tests give the addresses themselves.

use std::{
    collections::{BTreeMap, VecDeque},
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
};

/// Where addresses come from.
#[derive(Clone, Debug, Default)]
pub enum Resolver {
    /// The system's resolver.
    #[default]
    System,
    /// A fixed table; other names have no address. For tests and demos.
    Fixed(Arc<BTreeMap<String, Vec<IpAddr>>>),
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
            Self::Changing(addresses) => {
                let mut addresses = addresses.lock().unwrap_or_else(PoisonError::into_inner);
                let next =
                    if addresses.len() > 1 { addresses.pop_front() } else { addresses.front().copied() };
                next.into_iter().collect()
            }
        }
    }
}
