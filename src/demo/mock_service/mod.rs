//! A make-believe service: API keys, OAuth 2, OAuth 1 and a login, each with its ways to fail.
//!
//! Owns what the demo and the tests connect to; keeps everything in memory. Must not know the product: it sees requests.
//! Which clients there are stands in [`client`], what goes wrong with which of them in [`faults`].
//!
//! ```text
//! GET|POST /oauth/authorize                         the consent page, and its answer
//! POST     /oauth/token  /oauth/revoke              RFC 6749, RFC 7636, RFC 7009
//! POST     /oauth1/request_token  /oauth1/access_token      RFC 5849, HMAC-SHA1
//! GET|POST /oauth1/authorize
//! POST     /session                                 a user name and a password for a token
//! GET      /api/me                                  whose credential it is: key, bearer token or OAuth 1 signature
//!          /sites/{acme|globex}/…                   all of the above, for a service with a subdomain
//!          /regions/{eu|us|ap}/…
//! GET      /.well-known/oauth-authorization-server  RFC 8414
//! GET      /control/requests                        how often each grant was asked for
//! POST     /control/revoke                          the account's owner takes back every permission
//! ```

mod account;
mod authorization_request;
mod authorization_response;
mod authorize;
pub mod client;
mod client_authentication;
mod codes;
mod consent_page;
mod control;
pub mod faults;
mod login;
mod metadata;
mod oauth1;
mod parameters;
mod person;
mod redirect_uris;
mod revoke;
mod routes;
mod settings;
#[cfg(test)]
mod tests;
mod token;
mod token_answer;
mod tokens;

use std::net::{Ipv4Addr, TcpListener};

use actix_web::{App, HttpServer, dev::Server, web::Data};
use url::Url;

pub use redirect_uris::RedirectUris;
pub use routes::configure;
pub use settings::{MockSettings, Service};

/// The mock service on a free port of its own.
pub struct MockService {
    /// Where it answers, for [`super::definitions::provider_file`] and for the outbound allow list.
    pub url: Url,
    /// To be awaited beside the product's own server.
    pub server: Server,
    /// Its inside: what was asked of it, and what its people take back.
    pub service: Data<Service>,
}

impl MockService {
    /// With the system's clock, for callbacks on any loopback address. Listens on 127.0.0.1; answers as soon as the
    /// server is awaited.
    pub fn bind() -> std::io::Result<Self> {
        Self::bind_with(MockSettings::default())
    }

    /// With settings of one's own.
    pub fn bind_with(settings: MockSettings) -> std::io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let url = super::host_page::loopback_url(&[listener.local_addr()?])?;
        let service = Data::new(Service::new(&url, settings));
        let shared = service.clone();
        let server = HttpServer::new(move || {
            let service = shared.clone();
            App::new().configure(move |config| configure(config, service))
        })
        .workers(1)
        .disable_signals()
        .listen(listener)?;
        Ok(Self { url, server: server.run(), service })
    }
}
