//! Finding out how to connect to an MCP server: protected-resource metadata (RFC 9728), then authorization-server
//! metadata (RFC 8414).

use serde_json::Value;
use url::Url;

use super::server::{McpServer, texts};
use crate::{
    auth::ServiceContext,
    outbound::{Method, OutboundError, OutboundRequest},
};

/// Why a server does not tell how to connect to it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DiscoveryProblem {
    /// The address is none that can be called.
    #[error("the server's address cannot be used")]
    BadAddress,
    /// The server cannot be reached.
    #[error("{host}: {error}")]
    NoAnswer {
        /// Why.
        error: OutboundError,
        /// The host that was asked.
        host: String,
    },
    /// The server publishes no metadata that says how.
    #[error("{0} does not say how to connect to it")]
    NoMetadata(String),
    /// The metadata contradict themselves or name addresses that cannot be used.
    #[error("what {host} says of itself cannot be used: {reason}")]
    BadMetadata {
        /// The host that answered.
        host: String,
        /// What is wrong.
        reason: &'static str,
    },
    /// The server takes no clients that it does not know.
    #[error("{0} does not let us register")]
    NoRegistration(String),
}

/// Everything about a server that a flow needs.
pub async fn discover(cx: ServiceContext<'_>, address: &str) -> Result<McpServer, DiscoveryProblem> {
    let server = Url::parse(address.trim()).map_err(|_| DiscoveryProblem::BadAddress)?;
    let is_plain = server.has_host() && server.username().is_empty() && server.password().is_none();
    if !is_plain || !matches!(server.scheme(), "https" | "http") {
        return Err(DiscoveryProblem::BadAddress);
    }
    cx.outbound.check(&server).await.map_err(|error| no_answer(&server, error))?;
    let resource = resource(cx, &server).await?;
    let found = authorization_server(cx, &resource).await?;
    guard(cx, &found).await?;
    Ok(found)
}

/// What the resource says of itself, or what follows from its address.
struct Resource {
    name: String,
    issuer: Url,
    is_named: bool,
    scopes: Option<Vec<String>>,
}

async fn resource(cx: ServiceContext<'_>, server: &Url) -> Result<Resource, DiscoveryProblem> {
    let mut places = vec![well_known(server, "oauth-protected-resource", Place::Before)];
    places.push(well_known(&root(server), "oauth-protected-resource", Place::Before));
    places.dedup();
    for place in places {
        if let Some(metadata) = fetch(cx, &place).await? {
            return read_resource(&metadata, server);
        }
    }
    // the protocol's first version knew no resource metadata: the server guarded itself
    let scopes = None;
    Ok(Resource { name: without_fragment(server), issuer: root(server), is_named: false, scopes })
}

fn read_resource(metadata: &Value, server: &Url) -> Result<Resource, DiscoveryProblem> {
    let bad = |reason| DiscoveryProblem::BadMetadata { host: host(server), reason };
    let name = metadata.get("resource").and_then(Value::as_str).ok_or_else(|| bad("resource is missing"))?;
    let named = Url::parse(name).map_err(|_| bad("resource is no address"))?;
    let below = server.path().trim_end_matches('/').starts_with(named.path().trim_end_matches('/'));
    if named.origin() != server.origin() || !below {
        return Err(bad("resource is another server"));
    }
    let issuer = metadata.get("authorization_servers").and_then(texts).unwrap_or_default().into_iter().next();
    let is_named = issuer.is_some();
    let issuer = issuer.map_or_else(|| Ok(root(server)), |issuer| Url::parse(&issuer));
    let issuer = issuer.map_err(|_| bad("authorization_servers holds no address"))?;
    let scopes = metadata.get("scopes_supported").and_then(texts);
    Ok(Resource { name: name.to_owned(), issuer, is_named, scopes })
}

async fn authorization_server(
    cx: ServiceContext<'_>,
    resource: &Resource,
) -> Result<McpServer, DiscoveryProblem> {
    let issuer = &resource.issuer;
    let bad = |reason| DiscoveryProblem::BadMetadata { host: host(issuer), reason };
    let mut places = vec![
        well_known(issuer, "oauth-authorization-server", Place::Before),
        well_known(issuer, "openid-configuration", Place::Before),
        well_known(issuer, "openid-configuration", Place::After),
    ];
    places.dedup();
    for place in places {
        let Some(metadata) = fetch(cx, &place).await? else { continue };
        let found = McpServer::read(&metadata, &resource.name, resource.scopes.clone());
        let found = found.ok_or_else(|| bad("an endpoint is missing"))?;
        if !is_same_issuer(&found.issuer, issuer, resource.is_named) {
            return Err(bad("issuer is another server"));
        }
        let challenges = metadata.get("code_challenge_methods_supported").and_then(texts);
        if challenges.is_some_and(|known| !known.iter().any(|method| method == "S256")) {
            return Err(bad("PKCE with S256 is not supported"));
        }
        return Ok(found);
    }
    Err(DiscoveryProblem::NoMetadata(host(issuer)))
}

/// RFC 8414 §3.3; a last slash is forgiven, and a server that nobody named may only speak for its own origin.
fn is_same_issuer(said: &str, asked: &Url, is_named: bool) -> bool {
    if is_named {
        return said.trim_end_matches('/') == asked.as_str().trim_end_matches('/');
    }
    Url::parse(said).is_ok_and(|said| said.origin() == asked.origin())
}

/// Every address that will be used must be one that may be called from here.
async fn guard(cx: ServiceContext<'_>, server: &McpServer) -> Result<(), DiscoveryProblem> {
    let further = [&server.registration_endpoint, &server.revocation_endpoint];
    let endpoints = [&server.authorization_endpoint, &server.token_endpoint].into_iter();
    for endpoint in endpoints.chain(further.into_iter().flatten()) {
        let bad = || DiscoveryProblem::BadMetadata {
            host: Url::parse(&server.issuer).as_ref().map(host).unwrap_or_default(),
            reason: "an endpoint cannot be used",
        };
        let url = Url::parse(endpoint).map_err(|_| bad())?;
        cx.outbound.check(&url).await.map_err(|_| bad())?;
    }
    Ok(())
}

/// A metadata document; `None` where there is none.
async fn fetch(cx: ServiceContext<'_>, place: &Url) -> Result<Option<Value>, DiscoveryProblem> {
    let request = OutboundRequest::new(Method::GET, place.clone());
    let request =
        request.with_header("accept", "application/json").map_err(|_| DiscoveryProblem::BadAddress)?;
    let response = cx.outbound.send(request).await.map_err(|error| no_answer(place, error))?;
    // a redirect elsewhere would let another host speak for this one
    let is_own = response.status.is_success() && !response.left_origin;
    Ok(is_own.then(|| response.json::<Value>().ok()).flatten().filter(Value::is_object))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Between host and path (RFC 8414).
    Before,
    /// After the path (`OpenID` Connect Discovery).
    After,
}

fn well_known(url: &Url, name: &str, place: Place) -> Url {
    let path = url.path().trim_end_matches('/');
    let mut found = root(url);
    found.set_path(&match place {
        Place::Before => format!("/.well-known/{name}{path}"),
        Place::After => format!("{path}/.well-known/{name}"),
    });
    found
}

fn root(url: &Url) -> Url {
    let mut root = url.clone();
    root.set_path("/");
    root.set_query(None);
    root.set_fragment(None);
    root
}

fn without_fragment(url: &Url) -> String {
    let mut url = url.clone();
    url.set_fragment(None);
    url.to_string()
}

fn host(url: &Url) -> String {
    url.host_str().unwrap_or_default().to_owned()
}

fn no_answer(url: &Url, error: OutboundError) -> DiscoveryProblem {
    DiscoveryProblem::NoAnswer { error, host: host(url) }
}
