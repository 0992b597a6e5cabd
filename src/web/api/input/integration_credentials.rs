//! The `credentials` of an integration, by wire-protocol.md §3.4.
//!
//! Owns the union on `type`. Must not know which type a provider wants.

use secrecy::SecretString;

use super::field::Field;
use super::issue::{Code, Fault};
use super::object::{ObjectReader, Read};
use super::text::Length;

const SCOPES: &str = "^[0-9a-zA-Z:/_.*-]+(,[0-9a-zA-Z:/_.*-]+)*$";
const PEM_START: &str = "-----BEGIN RSA PRIVATE KEY----";
const PEM_END: &str = "-----END RSA PRIVATE KEY-----";

/// The client of an OAuth application.
#[derive(Clone, Debug)]
pub struct OAuthClient {
    /// Public part.
    pub client_id: String,
    /// Secret part.
    pub client_secret: SecretString,
    /// Scopes to ask for; empty when none are given.
    pub scopes: Vec<String>,
    /// With what incoming webhooks are signed.
    pub webhook_secret: Option<SecretString>,
}

/// A GitHub App's own identity.
#[derive(Clone, Debug)]
pub struct AppIdentity {
    /// The app's id.
    pub app_id: String,
    /// Where the app is installed.
    pub app_link: String,
    /// The app's RSA key in PEM.
    pub private_key: SecretString,
}

/// The protocols that an [`OAuthClient`] alone can speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the wire's own names")]
pub enum OAuthKind {
    OAuth1,
    OAuth2,
    Tba,
    McpOAuth2,
}

/// An integration's own credentials at the service.
#[derive(Clone, Debug)]
pub enum IntegrationCredentials {
    /// `OAUTH1`, `OAUTH2`, `TBA`; `MCP_OAUTH2` is our own addition.
    OAuth(OAuthKind, OAuthClient),
    /// `APP`.
    App(AppIdentity),
    /// `CUSTOM`: an app and an OAuth client.
    Custom(OAuthClient, AppIdentity),
}

impl IntegrationCredentials {
    /// The `type` on the wire, which is an auth mode's name.
    #[must_use]
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::OAuth(OAuthKind::OAuth1, _) => "OAUTH1",
            Self::OAuth(OAuthKind::OAuth2, _) => "OAUTH2",
            Self::OAuth(OAuthKind::Tba, _) => "TBA",
            Self::OAuth(OAuthKind::McpOAuth2, _) => "MCP_OAUTH2",
            Self::App(_) => "APP",
            Self::Custom(..) => "CUSTOM",
        }
    }

    /// Reads the union.
    pub fn read(field: Field<'_, '_>) -> Read<Self> {
        let kind = match field.raw().and_then(|value| value.get("type")).and_then(|kind| kind.as_str()) {
            Some("OAUTH1") => Some(OAuthKind::OAuth1),
            Some("OAUTH2") => Some(OAuthKind::OAuth2),
            Some("TBA") => Some(OAuthKind::Tba),
            Some("MCP_OAUTH2") => Some(OAuthKind::McpOAuth2),
            Some("APP") => return field.strict_object(|object| Ok(Self::App(app(object)?))),
            Some("CUSTOM") => return field.strict_object(custom),
            _ => None,
        };
        let Some(kind) = kind else {
            let fault = Fault::new(Code::InvalidUnion, "invalid credentials object");
            return Err(field.refuse_child("type", fault));
        };
        field.strict_object(|object| Ok(Self::OAuth(kind, client(object)?)))
    }
}

fn custom(object: &mut ObjectReader<'_, '_>) -> Read<IntegrationCredentials> {
    let (client, app) = (client(object), app(object));
    Ok(IntegrationCredentials::Custom(client?, app?))
}

fn client(object: &mut ObjectReader<'_, '_>) -> Read<OAuthClient> {
    object.ignore("type");
    let client_id = object.required("client_id", |field| field.sized(Length::between(1, 255)));
    let client_secret = object.required("client_secret", |field| field.secret(Length::at_least(1)));
    let scopes = object.optional("scopes", |field| field.parsed(scopes));
    let webhook_secret = object.optional("webhook_secret", |field| field.secret(Length::up_to(255)));
    Ok(OAuthClient {
        client_id: client_id?,
        client_secret: client_secret?,
        scopes: scopes?.unwrap_or_default(),
        webhook_secret: webhook_secret?,
    })
}

fn app(object: &mut ObjectReader<'_, '_>) -> Read<AppIdentity> {
    object.ignore("type");
    let app_id = object.required("app_id", |field| field.sized(Length::between(1, 255)));
    let app_link = object.required("app_link", |field| field.sized(Length::at_least(1)));
    let private_key = object.required("private_key", |field| field.parsed(rsa_key));
    Ok(AppIdentity { app_id: app_id?, app_link: app_link?, private_key: private_key? })
}

fn scopes(text: &str) -> Result<Vec<String>, Fault> {
    if text.is_empty() {
        return Ok(Vec::new());
    }
    let allowed = |c: char| c.is_ascii_alphanumeric() || ":/_.*-".contains(c);
    let scopes: Vec<String> = text.split(',').map(str::to_owned).collect();
    if scopes.iter().any(|scope| scope.is_empty() || !scope.chars().all(allowed)) {
        return Err(Fault::pattern(SCOPES));
    }
    Ok(scopes)
}

/// Files end with a line break; that is no reason to refuse one.
fn rsa_key(text: &str) -> Result<SecretString, Fault> {
    let text = text.trim();
    let refused = |rule: &str, part: &str| {
        Fault::new(Code::InvalidFormat, format!("Invalid string: must {rule} with \"{part}\""))
    };
    if !text.starts_with(PEM_START) {
        return Err(refused("start", PEM_START));
    }
    if !text.ends_with(PEM_END) {
        return Err(refused("end", PEM_END));
    }
    Ok(SecretString::from(text))
}
