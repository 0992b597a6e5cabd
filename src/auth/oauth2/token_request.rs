//! A request to a token endpoint: how the client proves itself, how parameters are written, what the answer says.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use indexmap::IndexMap;
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::{Map, Value, json};
use url::form_urlencoded;
use zeroize::Zeroizing;

use super::{Client, answer::read};
use crate::{
    auth::{ServiceContext, problem::ExchangeProblem},
    outbound::{ClientCertificate, Method, OutboundRequest, OutboundResponse},
    provider::interpolate::BuiltUrl,
};

pub use super::answer::Answer;

/// How parameters are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyFormat {
    /// `application/x-www-form-urlencoded`, as RFC 6749 has it.
    Form,
    /// JSON.
    Json,
    /// Everything in the address, no body.
    Query,
    /// XML, each parameter an element.
    Xml {
        /// The element around them.
        root: &'static str,
    },
}

/// How the client proves itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClientAuthentication {
    /// `client_id` and `client_secret` in the body.
    Body,
    /// `Basic` with both as they are, and in the body as well.
    BasicAndBody,
    /// `Basic` with both as they are, and nothing in the body.
    Basic,
    /// `Basic` with both form-encoded first (RFC 6749 §2.3.1), and nothing in the body.
    Header,
    /// `client_id` alone (RFC 6749 §3.2.1).
    Public,
    /// Nothing at all.
    Nothing,
    /// A JWT signed by the client's key (RFC 7523 §2.2); added by who has the key.
    PrivateKeyJwt,
    /// `username` and `password` in the body.
    Custom,
}

/// A request to a token endpoint. Its parameters are secrets; it is neither cloned nor printed.
pub struct TokenRequest {
    /// Where it goes.
    pub url: BuiltUrl,
    /// Method.
    pub method: Method,
    /// Headers beside those of the body.
    pub headers: Vec<(String, SecretString)>,
    /// Parameters in order.
    pub parameters: IndexMap<String, Value>,
    /// How they are written.
    pub format: BodyFormat,
    /// What the client shows on connecting.
    pub certificate: Option<ClientCertificate>,
    /// Texts that must not come back in what people are told.
    pub secrets: Vec<SecretString>,
}

impl TokenRequest {
    /// A `POST` without parameters.
    pub fn new(url: BuiltUrl, format: BodyFormat) -> Self {
        Self {
            url,
            method: Method::POST,
            headers: vec![("accept".into(), "application/json".into())],
            parameters: IndexMap::new(),
            format,
            certificate: None,
            secrets: Vec::new(),
        }
    }

    /// Sets a parameter; of the same name, the new one stays in the old one's place.
    pub fn set(&mut self, name: &str, value: impl Into<Value>) {
        self.parameters.insert(name.to_owned(), value.into());
    }

    /// Sets a parameter that stands before all others.
    pub fn set_first(&mut self, name: &str, value: impl Into<Value>) {
        self.parameters.shift_remove(name);
        self.parameters.shift_insert(0, name.to_owned(), value.into());
    }

    /// Sets a parameter that must not be told.
    pub fn set_secret(&mut self, name: &str, value: &SecretString) {
        self.parameters.insert(name.to_owned(), json!(value.expose_secret()));
        self.secrets.push(value.clone());
    }

    /// Sets a header; of the same name, the new one stays.
    pub fn header(&mut self, name: &str, value: impl Into<SecretString>) {
        self.headers.retain(|(other, _)| other != name);
        self.headers.push((name.to_owned(), value.into()));
    }

    /// Lets the client prove itself.
    pub fn authenticate(&mut self, client: &Client, how: ClientAuthentication) {
        self.secrets.push(client.secret.clone());
        match how {
            ClientAuthentication::Body => self.put_client(client),
            ClientAuthentication::BasicAndBody => {
                self.put_client(client);
                self.header("authorization", basic(&client.id, client.secret.expose_secret()));
            }
            ClientAuthentication::Basic => {
                self.header("authorization", basic(&client.id, client.secret.expose_secret()));
            }
            ClientAuthentication::Header => {
                let secret = Zeroizing::new(form_encode(client.secret.expose_secret()));
                self.header("authorization", basic(&form_encode(&client.id), &secret));
            }
            ClientAuthentication::Public | ClientAuthentication::PrivateKeyJwt => {
                self.set("client_id", client.id.as_str());
            }
            ClientAuthentication::Custom => {
                self.set("username", client.id.as_str());
                self.set_secret("password", &client.secret);
            }
            ClientAuthentication::Nothing => {}
        }
    }

    /// A public client sends no empty secret: strict servers take that for a wrong one.
    fn put_client(&mut self, client: &Client) {
        self.set("client_id", client.id.as_str());
        if !client.is_public() {
            self.set_secret("client_secret", &client.secret);
        }
    }

    /// Sends it. A refusal is a problem; anything else that can be read is an answer.
    pub async fn send(self, cx: ServiceContext<'_>) -> Result<Answer, ExchangeProblem> {
        let (response, host, secrets) = self.call(cx).await?;
        read(&response, host, &secrets)
    }

    /// Sends it where only yes or no is of interest.
    pub async fn send_for_status(self, cx: ServiceContext<'_>) -> Result<(), ExchangeProblem> {
        let (response, host, secrets) = self.call(cx).await?;
        if response.status.is_success() && !response.left_origin {
            return Ok(());
        }
        read(&response, host.clone(), &secrets)?;
        Err(ExchangeProblem::Unreadable { status: response.status.as_u16(), host })
    }

    async fn call(
        self,
        cx: ServiceContext<'_>,
    ) -> Result<(OutboundResponse, String, Vec<SecretString>), ExchangeProblem> {
        let host = self.url.url.host_str().unwrap_or_default().to_owned();
        let secrets = self.secrets.clone();
        let request = self.into_outbound()?;
        match cx.outbound.send(request).await {
            Ok(response) => Ok((response, host, secrets)),
            Err(error) => Err(ExchangeProblem::NoAnswer { error, host }),
        }
    }

    fn into_outbound(self) -> Result<OutboundRequest, ExchangeProblem> {
        let Self { url: BuiltUrl { mut url, definition_port }, method, headers, parameters, .. } = self;
        let body = match self.format {
            BodyFormat::Form => Some(("application/x-www-form-urlencoded", form(&parameters))),
            BodyFormat::Json => Some(("application/json", to_json(parameters))),
            BodyFormat::Xml { root } => Some(("application/xml", xml(root, &parameters))),
            BodyFormat::Query if parameters.is_empty() => None,
            BodyFormat::Query => {
                url.query_pairs_mut().extend_pairs(parameters.iter().map(|(k, v)| (k, text(v))));
                None
            }
        };
        let body = body.filter(|_| method != Method::GET);
        let mut request = OutboundRequest::new(method, url).with_definition_port(definition_port);
        if let Some((content_type, body)) = body {
            request = request.with_header("content-type", content_type)?;
            request = request.with_body(&body);
        }
        for (name, value) in &headers {
            request = request.with_secret_header(name, value)?;
        }
        if let Some(certificate) = self.certificate {
            request = request.with_client_certificate(certificate);
        }
        Ok(request)
    }
}

/// RFC 7617.
pub fn basic(user: &str, password: &str) -> SecretString {
    let pair = Zeroizing::new(format!("{user}:{password}"));
    SecretString::from(format!("Basic {}", STANDARD.encode(pair.as_bytes())))
}

fn form_encode(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

fn form(parameters: &IndexMap<String, Value>) -> SecretString {
    let mut body = form_urlencoded::Serializer::new(String::new());
    body.extend_pairs(parameters.iter().map(|(name, value)| (name, text(value))));
    SecretString::from(body.finish())
}

fn to_json(parameters: IndexMap<String, Value>) -> SecretString {
    SecretString::from(Value::Object(parameters.into_iter().collect::<Map<_, _>>()).to_string())
}

fn xml(root: &str, parameters: &IndexMap<String, Value>) -> SecretString {
    let escape = |text: String| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let elements: Vec<String> =
        parameters.iter().map(|(name, value)| format!("<{name}>{}</{name}>", escape(text(value)))).collect();
    SecretString::from(format!("<{root}>{}</{root}>", elements.concat()))
}

/// A parameter as text: texts as they are, everything else as JSON writes it.
fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
