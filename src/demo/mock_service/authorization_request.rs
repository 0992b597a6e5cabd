//! What stands in the address of the consent page (RFC 6749 §4.1.1), checked before anyone sees anything.

use super::{Service, client::Client, faults::Fault, parameters::Parameters};

/// How the answer returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ResponseMode {
    Query,
    FormPost,
}

/// Where the answer returns to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ReturnAddress {
    pub(super) redirect_uri: String,
    pub(super) mode: ResponseMode,
    pub(super) state: Option<String>,
    pub(super) issuer: Option<String>,
}

/// A request that may be shown to a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct AuthorizationRequest {
    pub(super) client: Client,
    pub(super) return_address: ReturnAddress,
    pub(super) scope: String,
    pub(super) challenge: Option<String>,
    pub(super) chooses_account: bool,
}

/// A request that may not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// Nobody is sent to an address that is not known to be the client's: a sentence for the person.
    Stays(String),
    /// The client learns it: error code and description.
    Returns(ReturnAddress, &'static str, &'static str),
}

impl AuthorizationRequest {
    pub(super) fn read(parameters: &Parameters, service: &Service) -> Result<Self, Refusal> {
        let client = parameters.get("client_id").and_then(Client::find);
        let client = client.ok_or_else(|| {
            Refusal::Stays("No application is registered here under this client id.".into())
        })?;
        let redirect_uri = registered(parameters, service, &client)?;
        let return_address = ReturnAddress {
            redirect_uri,
            mode: response_mode(parameters, &client),
            state: parameters.get("state").map(str::to_owned),
            issuer: issuer(&client, service),
        };
        match problem(parameters, &client) {
            Some((error, description)) => Err(Refusal::Returns(return_address, error, description)),
            None => Ok(Self {
                client,
                return_address,
                scope: parameters.get("scope").unwrap_or_default().to_owned(),
                challenge: parameters.get("code_challenge").map(str::to_owned),
                chooses_account: prompts(parameters).any(|prompt| prompt == "select_account"),
            }),
        }
    }
}

fn registered(parameters: &Parameters, service: &Service, client: &Client) -> Result<String, Refusal> {
    let Some(uri) = parameters.get("redirect_uri") else {
        return Err(Refusal::Stays("The application did not say where to return to (redirect_uri).".into()));
    };
    if client.has(Fault::WrongRedirect) || !service.redirect_uris.allow(uri) {
        return Err(Refusal::Stays(format!("The application has not registered the redirect URI {uri}.")));
    }
    Ok(uri.to_owned())
}

fn response_mode(parameters: &Parameters, client: &Client) -> ResponseMode {
    if client.has(Fault::FormPost) || parameters.get("response_mode") == Some("form_post") {
        ResponseMode::FormPost
    } else {
        ResponseMode::Query
    }
}

fn issuer(client: &Client, service: &Service) -> Option<String> {
    match client.fault {
        Some(Fault::MissingIss) => None,
        Some(Fault::WrongIss) => Some("https://another-service.example".to_owned()),
        _ => Some(service.issuer.clone()),
    }
}

fn prompts(parameters: &Parameters) -> impl Iterator<Item = &str> {
    parameters.get("prompt").unwrap_or_default().split(' ')
}

fn problem(parameters: &Parameters, client: &Client) -> Option<(&'static str, &'static str)> {
    if parameters.get("response_type") != Some("code") {
        return Some(("unsupported_response_type", "response_type must be code"));
    }
    if !matches!(parameters.get("response_mode"), None | Some("query" | "form_post")) {
        return Some(("invalid_request", "response_mode must be query or form_post"));
    }
    let (challenge, method) = (parameters.get("code_challenge"), parameters.get("code_challenge_method"));
    match (challenge, method) {
        (None, _) if client.requires_pkce => Some(("invalid_request", "code_challenge is missing")),
        // 32 bytes in base64url.
        (Some(challenge), _) if challenge.len() != 43 => {
            Some(("invalid_request", "code_challenge must be a SHA-256 in base64url"))
        }
        (Some(_), method) if method != Some("S256") => {
            Some(("invalid_request", "code_challenge_method must be S256"))
        }
        _ if client.has(Fault::Denied) => {
            Some(("access_denied", "an administrator has blocked the application"))
        }
        // Nobody stays signed in here.
        _ if prompts(parameters).any(|prompt| prompt == "none") => {
            Some(("login_required", "nobody is signed in"))
        }
        _ => None,
    }
}
