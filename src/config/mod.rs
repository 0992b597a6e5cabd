//! Flags and environment variables → [`Settings`], or every problem at once (product.md, "Contract of the program").
//!
//! Owns reading and checking settings. Must not know what they are used for.

mod arguments;
mod data_dir;
mod environment_keys;
mod logging;
mod problem;
mod read;

use std::{net::SocketAddr, path::PathBuf, time::Duration};

use ipnet::IpNet;
use secrecy::SecretString;

pub use arguments::{
    Arguments, CheckFormat, Command, DoctorFormat, ImportSource, NangoArguments, ProvidersCommand,
    ServeArguments, ThemeCommand, ThemeFormat,
};
pub use environment_keys::EnvironmentKey;
pub use logging::start_logging;
pub use problem::{Problem, Problems};
pub use read::settings;

use crate::{
    mail::Mailer,
    origin::{AllowedOrigins, Origin},
    otlp::Tracing,
    outbound::{BaseUrlPolicy, OutboundPolicy},
    secret::ApiKey,
    store::DatabaseUrl,
};

/// Everything the server is told from outside, checked.
#[derive(Debug)]
pub struct Settings {
    /// The address to listen on.
    pub listen: SocketAddr,
    /// The one origin under which browsers and backends reach us.
    pub public_url: PublicUrl,
    /// Where the database is.
    pub database_url: DatabaseUrl,
    /// The encryption keys, `id:base64` and commas between them.
    pub encryption_keys: SecretString,
    /// Further provider files or folders.
    pub providers: Vec<PathBuf>,
    /// An API key of the environment `dev`.
    pub api_key: Option<ApiKey>,
    /// Keys of environments by their names.
    pub environment_keys: Vec<EnvironmentKey>,
    /// The key that makes and ends environments and keys.
    pub account_key: Option<ApiKey>,
    /// The first admin's password.
    pub admin_password: Option<SecretString>,
    /// Origins that may frame the UI, for every environment.
    pub allowed_origins: AllowedOrigins,
    /// Proxies whose forwarding headers are believed.
    pub trusted_proxies: Vec<IpNet>,
    /// What outbound calls may reach although it is private.
    pub outbound: OutboundPolicy,
    /// Which base URLs a proxied call may name.
    pub base_url_override: BaseUrlPolicy,
    /// Requests a minute on the end users' routes.
    pub rate_limit: RateLimit,
    /// For how long a stopping server still serves while it says that it is not ready.
    pub drain_delay: Duration,
    /// The way to send letters, where one is set.
    pub mail: Option<Mailer>,
    /// The address on which numbers are told, where one is set.
    pub metrics_listen: Option<SocketAddr>,
    /// Where spans go, where a collector is named.
    pub tracing: Option<Tracing>,
    /// The log filter.
    pub log: String,
}

/// How many requests a minute one session or address may make on the end users' routes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RateLimit {
    /// As many as they like.
    Off,
    /// At most this many.
    PerMinute(u32),
}

/// The public address: an https origin without a path, or http on a loopback name. It alone says whether the outside
/// is https: cookies and HSTS follow it, whatever a proxy says of one request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl {
    origin: Origin,
    loopback_http: bool,
}

impl PublicUrl {
    /// The address of an origin.
    #[must_use]
    pub fn new(origin: Origin) -> Self {
        Self { loopback_http: origin.is_http() && origin.is_loopback(), origin }
    }

    /// Its origin.
    #[must_use]
    pub const fn origin(&self) -> &Origin {
        &self.origin
    }

    /// An absolute address under it; `path` begins with a slash.
    #[must_use]
    pub fn join(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// Its host, without scheme and port; what end users are told where no name was given.
    #[must_use]
    pub fn host(&self) -> &str {
        let text = self.origin.as_str();
        text.split_once("://").map_or(text, |(_, host)| host)
    }

    /// Whether it is plain http on this machine: a trial, where cookies have no prefix and the key may be made here.
    #[must_use]
    pub const fn is_loopback_http(&self) -> bool {
        self.loopback_http
    }
}
