//! The operator's own collector of spans. Its address comes from whoever runs this server, so no guard stands before
//! it: it may well be on this machine.

use std::time::Duration;

use percent_encoding::percent_decode_str;
use reqwest::{
    Client,
    header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue},
};
use secrecy::{ExposeSecret as _, SecretString};
use url::Url;

use super::client::OUR_USER_AGENT;

const PATIENCE: Duration = Duration::from_secs(10);

/// Takes spans.
#[derive(Debug)]
pub struct Collector {
    client: Client,
    url: Url,
}

/// Why it does not. Names neither the address nor the headers, which may hold a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CollectorProblem {
    /// Not an http or https address.
    #[error("an http or https address")]
    Url,
    /// The headers cannot be read.
    #[error("name=value pairs with commas between, values percent-encoded")]
    Headers,
    /// No client.
    #[error("no TLS")]
    Client,
    /// It was not reached.
    #[error("it was not reached")]
    Unreachable,
    /// It said no.
    #[error("it answered {0}")]
    Refused(u16),
}

impl Collector {
    /// The collector below a base address: `/v1/traces` is added to it.
    pub fn new(endpoint: &Url, headers: &SecretString) -> Result<Self, CollectorProblem> {
        let path = format!("{}/v1/traces", endpoint.path().trim_end_matches('/'));
        let mut url = endpoint.clone();
        if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
            return Err(CollectorProblem::Url);
        }
        url.set_path(&path);
        let tls = super::tls::client_config(None).map_err(|_| CollectorProblem::Client)?;
        let client = Client::builder()
            .tls_backend_preconfigured(tls)
            .redirect(reqwest::redirect::Policy::none())
            .user_agent(OUR_USER_AGENT)
            .default_headers(parse_headers(headers.expose_secret())?)
            .http1_only()
            .timeout(PATIENCE)
            .build()
            .map_err(|_| CollectorProblem::Client)?;
        Ok(Self { client, url })
    }

    /// Sends one body.
    pub async fn post(&self, body: String) -> Result<(), CollectorProblem> {
        let call = self.client.post(self.url.clone()).header(CONTENT_TYPE, "application/json").body(body);
        let answer = call.send().await.map_err(|_| CollectorProblem::Unreachable)?;
        if answer.status().is_success() {
            Ok(())
        } else {
            Err(CollectorProblem::Refused(answer.status().as_u16()))
        }
    }
}

/// `name=value,name=value`, as W3C baggage.
fn parse_headers(text: &str) -> Result<HeaderMap, CollectorProblem> {
    let mut headers = HeaderMap::new();
    for pair in text.split(',').map(str::trim).filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').ok_or(CollectorProblem::Headers)?;
        let name: HeaderName = name.trim().parse().map_err(|_| CollectorProblem::Headers)?;
        let value = percent_decode_str(value.trim()).decode_utf8().map_err(|_| CollectorProblem::Headers)?;
        let mut value = HeaderValue::from_str(&value).map_err(|_| CollectorProblem::Headers)?;
        value.set_sensitive(true);
        headers.insert(name, value);
    }
    Ok(headers)
}
