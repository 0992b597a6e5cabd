//! One question to a service, with the connection's own credential.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::{Value, json};
use url::Url;

use super::{Account, LookupProblem};
use crate::{
    auth::{Credential, ServiceContext, problem::DefinitionProblem, template::Templates},
    outbound::{Method, OutboundRequest},
    provider::{
        TokenUrl,
        interpolate::{BuiltUrl, ValueEncoding},
    },
};

/// Whose address a question goes to. It comes out of the definition, so that sandboxes and sovereign clouds have theirs.
#[derive(Clone, Copy, Debug)]
pub(super) enum Host {
    /// The API's base URL, with these values in place of those that are not known yet.
    Api(&'static [(&'static str, &'static str)]),
    /// The server of the token endpoint, without its path.
    Tokens,
}

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Question {
    /// Whom.
    pub host: Host,
    /// Where, below that.
    pub path: &'static str,
    /// In which scheme an access token is sent.
    pub scheme: &'static str,
    /// Further headers.
    pub headers: &'static [(&'static str, &'static str)],
    /// A GraphQL query, sent by POST.
    pub query: Option<&'static str>,
}

impl Question {
    /// A GET with the access token.
    pub const fn get(host: Host, path: &'static str) -> Self {
        Self { host, path, scheme: "Bearer", headers: &[], query: None }
    }

    /// A GraphQL query below the API's base URL.
    pub const fn graphql(query: &'static str) -> Self {
        Self { query: Some(query), ..Self::get(Host::Api(&[]), "/graphql") }
    }

    /// Asks; answers JSON.
    pub async fn ask(&self, cx: ServiceContext<'_>, account: &Account<'_>) -> Result<Value, LookupProblem> {
        let address = self.address(cx, account)?;
        let method = if self.query.is_some() { Method::POST } else { Method::GET };
        let body = self.query.map(|query| json!({ "query": query }));
        let mut call = Call::new(method, address, account.credential, self.scheme)?;
        for (name, value) in self.headers {
            call.request = call.request.with_header(name, value)?;
        }
        call.json(cx, body.as_ref()).await
    }

    /// The address.
    pub fn address(&self, cx: ServiceContext<'_>, account: &Account<'_>) -> Result<BuiltUrl, LookupProblem> {
        let mut config = account.connection_config.clone();
        let template = match self.host {
            Host::Api(values) => {
                for (name, value) in values {
                    config.set(*name, *value);
                }
                account.provider.proxy.base_url.as_deref().ok_or(DefinitionProblem::Missing("proxy.base_url"))
            }
            Host::Tokens => match &account.provider.token_url {
                Some(TokenUrl::One(url)) => Ok(&**url),
                _ => Err(DefinitionProblem::Missing("token_url")),
            },
        }?;
        let key = if matches!(self.host, Host::Tokens) { "token_url" } else { "proxy.base_url" };
        let mut built = Templates::new(&cx, &config).url(key, template, ValueEncoding::Path)?;
        if matches!(self.host, Host::Tokens) {
            built.url.set_path("");
        }
        below(&mut built.url, self.path);
        Ok(built)
    }
}

/// Adds a path.
pub(super) fn below(url: &mut Url, path: &str) {
    let (path, query) = path.split_once('?').map_or((path, None), |(path, query)| (path, Some(query)));
    let whole = format!("{}{path}", url.path().trim_end_matches('/'));
    url.set_path(&whole);
    url.set_query(query);
}

/// A call with the connection's credential.
pub(super) struct Call {
    host: String,
    pub request: OutboundRequest,
}

impl Call {
    pub fn new(
        method: Method,
        address: BuiltUrl,
        credential: &Credential,
        scheme: &str,
    ) -> Result<Self, LookupProblem> {
        let host = address.url.host_str().unwrap_or_default().to_owned();
        let request = OutboundRequest::new(method, address.url)
            .with_definition_port(address.definition_port)
            .with_header("accept", "application/json")?
            .with_secret_header("authorization", &authorization(credential, scheme)?)?;
        Ok(Self { host, request })
    }

    /// Sends it; the answer must be JSON, and come from where it was asked.
    pub async fn json(self, cx: ServiceContext<'_>, body: Option<&Value>) -> Result<Value, LookupProblem> {
        let host = self.host.clone();
        let response = self.send(cx, body).await?;
        response.json().map_err(|_| LookupProblem::Unreadable { host })
    }

    /// Sends it; the answer must say that it was accepted.
    pub async fn send(
        self,
        cx: ServiceContext<'_>,
        body: Option<&Value>,
    ) -> Result<crate::outbound::OutboundResponse, LookupProblem> {
        let Self { host, mut request } = self;
        if let Some(body) = body {
            let text = SecretString::from(body.to_string());
            request = request.with_header("content-type", "application/json")?.with_body(&text);
        }
        let answer = cx.outbound.send(request).await;
        let response = answer.map_err(|error| LookupProblem::NoAnswer { host: host.clone(), error })?;
        if response.left_origin {
            return Err(LookupProblem::Unreadable { host });
        }
        if !response.status.is_success() {
            return Err(LookupProblem::Status { host, status: response.status.as_u16() });
        }
        Ok(response)
    }
}

fn authorization(credential: &Credential, scheme: &str) -> Result<SecretString, LookupProblem> {
    let token = match credential {
        Credential::OAuth2(token) => &token.access_token,
        Credential::OAuth2ClientCredentials(credentials) => &credentials.token,
        Credential::App(token) => &token.access_token,
        Credential::ApiKey { key } => key,
        Credential::Basic { username, password } => {
            let pair = format!("{}:{}", username.expose_secret(), password.expose_secret());
            return Ok(format!("Basic {}", STANDARD.encode(pair)).into());
        }
        _ => return Err(LookupProblem::Credential),
    };
    Ok(format!("{scheme} {}", token.expose_secret()).into())
}
