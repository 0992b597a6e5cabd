//! The address of who asks, through the proxies that are believed.

use std::net::IpAddr;

use actix_web::HttpRequest;

use crate::web::{guard, state::State};

/// The nearest address that is not one of our proxies.
pub fn address(state: &State, request: &HttpRequest) -> Option<IpAddr> {
    let peer = request.peer_addr()?.ip();
    let is_proxy = |address: &IpAddr| state.trusted_proxies.iter().any(|net| net.contains(address));
    if !is_proxy(&peer) {
        return Some(peer);
    }
    let forwarded = guard::text(request.headers(), "x-forwarded-for").unwrap_or_default();
    let hops = forwarded.rsplit(',').map_while(|hop| hop.trim().parse::<IpAddr>().ok());
    hops.into_iter().find(|hop| !is_proxy(hop)).or(Some(peer))
}
