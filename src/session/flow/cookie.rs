//! The cookie of the browser that left: without it nobody comes back (security.md C2).

use crate::{
    id::FlowId,
    session::cookie_value::{CookieValue, OfFlow},
};

/// The cookie of one flow.
pub type FlowCookie = CookieValue<OfFlow>;

impl FlowCookie {
    /// The cookie's name without its prefix; one a flow, so that two tabs do not disturb each other.
    #[must_use]
    pub fn name(flow: &FlowId) -> String {
        format!("cf-{flow}")
    }
}
