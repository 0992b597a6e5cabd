//! Names to addresses. A seam: tests give the addresses themselves.

use std::{collections::BTreeMap, net::IpAddr, sync::Arc};

/// Where addresses come from.
#[derive(Clone, Debug, Default)]
pub enum Resolver {
    /// The system's resolver.
    #[default]
    System,
    /// A fixed table; other names have no address. For tests and demos.
    Fixed(Arc<BTreeMap<String, Vec<IpAddr>>>),
}

impl Resolver {
    /// A resolver with a fixed table.
    #[must_use]
    pub fn fixed(table: impl IntoIterator<Item = (String, Vec<IpAddr>)>) -> Self {
        Self::Fixed(Arc::new(table.into_iter().collect()))
    }

    /// All addresses of a name, none where it is not known.
    pub(super) async fn addresses(&self, name: &str) -> Vec<IpAddr> {
        match self {
            Self::System => match tokio::net::lookup_host((name, 0)).await {
                Ok(addresses) => addresses.map(|address| address.ip()).collect(),
                Err(_) => Vec::new(),
            },
            Self::Fixed(table) => table.get(name).cloned().unwrap_or_default(),
        }
    }
}
