use std::{net::IpAddr, time::Duration};

use secrecy::SecretString;

use super::*;

mod addresses;
mod calls;
mod redaction;
mod server;
mod streams;
mod targets;

fn client(allow: &str, names: &[(&str, &[&str])]) -> OutboundClient {
    client_with(allow, names, Limits { total: Duration::from_secs(5), ..Limits::default() })
}

fn client_with(allow: &str, names: &[(&str, &[&str])], limits: Limits) -> OutboundClient {
    let address = |text: &&str| text.parse::<IpAddr>().unwrap();
    let table = names.iter().map(|(name, all)| ((*name).to_owned(), all.iter().map(address).collect()));
    OutboundClient::with_limits(OutboundPolicy::parse(allow).unwrap(), Resolver::fixed(table), limits)
        .unwrap()
}

fn get(url: &str) -> OutboundRequest {
    OutboundRequest::new(Method::GET, url.parse().unwrap())
}

/// A call with credentials in a header, a cookie and an API key header.
fn with_credentials(request: OutboundRequest) -> OutboundRequest {
    let secret = SecretString::from("canary");
    let request = request.with_header("accept", "application/json").unwrap();
    let request = request.with_secret_header("authorization", &secret).unwrap();
    request.with_secret_header("cookie", &secret).unwrap().with_secret_header("x-api-key", &secret).unwrap()
}
