//! The operator's exceptions: hosts and networks that may be reached although they are private.

use std::{fmt, net::IpAddr, str::FromStr};

use ipnet::IpNet;
use url::Host;

/// One exception.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AllowedTarget {
    /// A host by its name, whatever addresses it has.
    Host(String),
    /// All addresses of a network.
    Network(IpNet),
}

/// An item of the list that is neither host nor network.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{item}`: {problem}")]
pub struct BadAllowedTarget {
    /// The item as written.
    pub item: String,
    /// What is wrong with it, and what is allowed.
    pub problem: &'static str,
}

/// A list with bad items; all of them, each with what is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
pub struct BadAllowList(pub Vec<BadAllowedTarget>);

impl FromStr for AllowedTarget {
    type Err = BadAllowedTarget;

    fn from_str(item: &str) -> Result<Self, Self::Err> {
        let bad = |problem| BadAllowedTarget { item: item.to_owned(), problem };
        if let Ok(address) = item.trim_matches(['[', ']']).parse::<IpAddr>() {
            return Ok(Self::Network(IpNet::from(address)));
        }
        if item.contains("://") {
            return Err(bad("a URL; write only its host"));
        }
        if item.contains('/') {
            let network = item.parse::<IpNet>();
            return network
                .map(|net| Self::Network(net.trunc()))
                .map_err(|_| bad("no network, such as 10.0.0.0/8"));
        }
        if item.contains('*') {
            return Err(bad("wildcards are not understood; name each host or give a network"));
        }
        if item.contains(':') {
            return Err(bad(
                "a host with a port; every port of an allowed host is open, write the host alone",
            ));
        }
        match Host::parse(item) {
            Ok(Host::Domain(name)) => Ok(Self::Host(name.trim_end_matches('.').to_owned())),
            Ok(Host::Ipv4(address)) => Ok(Self::Network(IpNet::from(IpAddr::V4(address)))),
            Ok(Host::Ipv6(_)) | Err(_) => Err(bad("neither a host name nor a network such as 10.0.0.0/8")),
        }
    }
}

impl fmt::Display for AllowedTarget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Host(name) => f.write_str(name),
            Self::Network(network) => network.fmt(f),
        }
    }
}

/// Which targets may be reached besides the public ones. For these, http and every port are allowed too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutboundPolicy {
    allow: Vec<AllowedTarget>,
}

impl OutboundPolicy {
    /// A policy with these exceptions.
    #[must_use]
    pub const fn new(allow: Vec<AllowedTarget>) -> Self {
        Self { allow }
    }

    /// Reads the comma list of `CONNECT_UI_OUTBOUND_ALLOW`; all bad items are reported at once.
    pub fn parse(list: &str) -> Result<Self, BadAllowList> {
        let items = list.split(',').map(str::trim).filter(|item| !item.is_empty());
        let (good, bad): (Vec<_>, Vec<_>) = items.map(str::parse::<AllowedTarget>).partition(Result::is_ok);
        let bad: Vec<_> = bad.into_iter().filter_map(Result::err).collect();
        if bad.is_empty() {
            Ok(Self::new(good.into_iter().flatten().collect()))
        } else {
            Err(BadAllowList(bad))
        }
    }

    /// The exceptions, for the security page.
    #[must_use]
    pub fn allowed(&self) -> &[AllowedTarget] {
        &self.allow
    }

    /// Whether the host is allowed by its name.
    pub(super) fn names(&self, host: &str) -> bool {
        let host = host.trim_end_matches('.');
        self.allow.iter().any(|target| matches!(target, AllowedTarget::Host(name) if name == host))
    }

    /// Whether any network is allowed.
    pub(super) fn has_networks(&self) -> bool {
        self.allow.iter().any(|target| matches!(target, AllowedTarget::Network(_)))
    }

    /// Whether the address is in an allowed network.
    pub(super) fn covers(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.allow
            .iter()
            .any(|target| matches!(target, AllowedTarget::Network(net) if net.contains(&address)))
    }
}
