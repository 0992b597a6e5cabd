//! Which browser asks, as far as it can be known.

use std::net::IpAddr;

/// What a browser calls itself is kept to this length.
const LONGEST: usize = 256;

/// A browser that signs in.
#[derive(Clone, Debug, Default)]
pub struct Caller {
    /// Where it is.
    pub address: Option<IpAddr>,
    /// What it calls itself.
    pub user_agent: String,
}

impl Caller {
    /// A browser at an address.
    #[must_use]
    pub fn new(address: Option<IpAddr>, user_agent: &str) -> Self {
        Self { address, user_agent: user_agent.chars().filter(|c| !c.is_control()).take(LONGEST).collect() }
    }
}
