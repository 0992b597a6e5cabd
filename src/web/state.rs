//! What handlers share.

use std::{sync::Arc, time::Duration};

use crate::{
    admin::Throttle,
    checks::posture::Doors,
    config::{PublicUrl, RateLimit},
    connection::proxy::Subjects,
    mail::Mailer,
    origin::AllowedOrigins,
    outbound::BaseUrlPolicy,
    secret::Fingerprint,
    services::Services,
    store::Remembered,
    web::{api::ApiCaller, connect::dress::Wardrobe, key_use::KeyUses, rate_limit::RateLimiter},
};

/// The running application, as handlers see it: `web::Data<State>`.
pub struct State {
    /// What the domain verbs work with.
    pub services: Arc<Services>,
    /// What pages are made with.
    pub wardrobe: Wardrobe,
    /// The address under which we are reached.
    pub public_url: PublicUrl,
    /// Origins that may frame the UI, for every environment.
    pub allowed_origins: AllowedOrigins,
    /// Proxies whose forwarding headers are believed.
    pub trusted_proxies: Vec<ipnet::IpNet>,
    /// Requests a minute on the end users' routes.
    pub rate_limit: RateLimit,
    /// What admin's security page judges of the settings.
    pub doors: Doors,
    /// The way to send letters, where one is set.
    pub mailer: Option<Mailer>,
    /// Who may try to sign in to admin.
    pub throttle: Throttle,
    /// Which API keys were noted as used.
    pub key_uses: KeyUses,
    /// API keys of a moment ago.
    pub api_keys: Remembered<Fingerprint, ApiCaller>,
    /// What recognises the key that makes and ends environments and keys.
    pub account_key: Option<Fingerprint>,
    /// Connections of a moment ago that calls go through.
    pub proxied: Subjects,
    /// Whether somebody may ask how many requests there were.
    pub counts_requests: bool,
    /// Whether requests have spans that somebody reads.
    pub traces_requests: bool,
    /// Which base URLs a proxied call may name.
    pub base_url_override: BaseUrlPolicy,
    /// How long a request's body may take.
    pub body_deadline: Duration,
    /// How many were made in this minute.
    pub rate_limiter: RateLimiter,
    /// What tells this installation from others; all its processes say the same.
    pub installation: String,
    /// By which other processes on the same database know this one.
    pub replica: String,
    /// How far the server has left.
    pub drain: crate::web::drain::Drain,
    /// The SDK's sockets that wait for results.
    pub sockets: crate::web::socket::Sockets,
}

impl State {
    /// The name of a cookie: with its prefix on https, bare on a loopback trial, where browsers drop `Secure`
    /// (security.md E).
    #[must_use]
    pub fn cookie_name(&self, name: &str) -> String {
        if self.public_url.is_loopback_http() { name.to_owned() } else { format!("__Host-{name}") }
    }
}
