//! The owner's own credentials at the service: which fields a mode asks for, and what is made of them.

use secrecy::SecretString;
use serde::Deserialize;

use crate::{
    auth::{AppIdentity, IntegrationCredential, OAuthClient, mcp::ClientRegistration},
    provider::{AuthMode, Provider},
    web::admin::page::Entry,
};

const MAX_TEXT: usize = 255;
const MAX_SECRET: usize = 8192;

/// What an integration's owner has to bring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Needs {
    /// An OAuth client.
    pub client: bool,
    /// A GitHub App.
    pub app: bool,
    mode: AuthMode,
}

impl Default for Needs {
    fn default() -> Self {
        Self { client: false, app: false, mode: AuthMode::None }
    }
}

impl Needs {
    /// Of a provider.
    #[must_use]
    pub fn of(provider: &Provider) -> Self {
        let mode = provider.auth_mode;
        let client = matches!(mode, AuthMode::OAuth1 | AuthMode::OAuth2 | AuthMode::Tba | AuthMode::Custom)
            || ClientRegistration::of(provider) == Some(ClientRegistration::Owner);
        let app = matches!(mode, AuthMode::App | AuthMode::Custom);
        Self { client, app, mode }
    }

    /// Whether there is anything to bring.
    #[must_use]
    pub const fn any(self) -> bool {
        self.client || self.app
    }
}

/// The fields as they are sent. Cannot be printed: some are secret.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct ClientForm {
    client_id: String,
    client_secret: String,
    scopes: String,
    app_id: String,
    app_link: String,
    private_key: String,
}

/// The fields as they are drawn; secrets are never drawn again.
#[derive(Clone, Debug, Default)]
pub struct ClientView {
    pub client_id: Entry,
    pub client_secret: Entry,
    pub scopes: Entry,
    pub app_id: Entry,
    pub app_link: Entry,
    pub private_key: Entry,
    /// Whether secrets are stored, so that an empty field keeps them.
    pub stored: bool,
}

impl ClientView {
    /// The fields of a new integration, or of what is stored.
    pub fn of(stored: Option<&IntegrationCredential>, default_scopes: &[Box<str>]) -> Self {
        let (client, app) = parts(stored);
        let scopes = match client {
            Some(client) => client.scopes.join(","),
            None => default_scopes.join(","),
        };
        Self {
            client_id: Entry::new(client.map_or("", |client| &client.client_id)),
            scopes: Entry::new(scopes),
            app_id: Entry::new(app.map_or("", |app| &app.app_id)),
            app_link: Entry::new(app.map_or("", |app| &app.app_link)),
            stored: stored.is_some(),
            ..Self::default()
        }
    }

    /// The same for what was typed and not stored: secrets have to be entered again.
    pub fn unsaved(self) -> Self {
        Self { stored: false, ..self }
    }

    fn wrong(&self) -> bool {
        [&self.client_id, &self.client_secret, &self.scopes, &self.app_id, &self.app_link, &self.private_key]
            .iter()
            .any(|entry| entry.problem.is_some())
    }
}

type Parts<'a> = (Option<&'a OAuthClient>, Option<&'a AppIdentity>);

fn parts(stored: Option<&IntegrationCredential>) -> Parts<'_> {
    match stored {
        Some(IntegrationCredential::Client(_, client)) => (Some(client), None),
        Some(IntegrationCredential::App(app)) => (None, Some(app)),
        Some(IntegrationCredential::Custom(client, app)) => (Some(client), Some(app)),
        None => (None, None),
    }
}

impl ClientForm {
    /// The credential; nothing where the mode asks for none. An empty secret keeps the stored one.
    pub fn check(
        &self,
        needs: Needs,
        stored: Option<&IntegrationCredential>,
    ) -> Result<Option<IntegrationCredential>, Box<ClientView>> {
        let mut view = ClientView {
            client_id: Entry::new(self.client_id.trim()),
            scopes: Entry::new(self.scopes.trim()),
            app_id: Entry::new(self.app_id.trim()),
            app_link: Entry::new(self.app_link.trim()),
            stored: stored.is_some(),
            ..ClientView::default()
        };
        let (old_client, old_app) = parts(stored);
        let client = needs.client.then(|| {
            let secret = secret(&self.client_secret, old_client.map(|client| &client.client_secret));
            view.client_id.problem = text_problem(&view.client_id.value, "client id");
            view.client_secret.problem = secret.as_ref().err().map(|()| secret_problem("client secret"));
            let scopes = scopes(&view.scopes.value);
            view.scopes.problem = scopes.as_ref().err().cloned();
            let webhook_secret = old_client.and_then(|client| client.webhook_secret.clone());
            let client_id = view.client_id.value.clone();
            Some(OAuthClient { client_id, client_secret: secret.ok()?, scopes: scopes.ok()?, webhook_secret })
        });
        let app = needs.app.then(|| {
            let key = secret(&self.private_key, old_app.map(|app| &app.private_key));
            view.app_id.problem = text_problem(&view.app_id.value, "app id");
            view.app_link.problem = text_problem(&view.app_link.value, "app link");
            view.private_key.problem = key.as_ref().err().map(|()| secret_problem("private key"));
            let (app_id, app_link) = (view.app_id.value.clone(), view.app_link.value.clone());
            Some(AppIdentity { app_id, app_link, private_key: key.ok()? })
        });
        if view.wrong() {
            return Err(Box::new(view));
        }
        Ok(match (client.flatten(), app.flatten()) {
            (Some(client), Some(app)) => Some(IntegrationCredential::Custom(client, app)),
            (Some(client), None) => Some(IntegrationCredential::Client(needs.mode, client)),
            (None, Some(app)) => Some(IntegrationCredential::App(app)),
            (None, None) => None,
        })
    }
}

fn secret(typed: &str, stored: Option<&SecretString>) -> Result<SecretString, ()> {
    let length = typed.trim().len();
    match stored {
        Some(stored) if length == 0 => Ok(stored.clone()),
        _ if length == 0 || length > MAX_SECRET => Err(()),
        _ => Ok(SecretString::from(typed.trim().to_owned())),
    }
}

fn secret_problem(what: &str) -> String {
    format!("Enter the {what} that the service shows for your app, at most {MAX_SECRET} characters")
}

fn text_problem(text: &str, what: &str) -> Option<String> {
    let fits = !text.is_empty() && text.chars().count() <= MAX_TEXT;
    (!fits).then(|| {
        format!("Enter the {what} that the service shows for your app, at most {MAX_TEXT} characters")
    })
}

/// Commas or blanks between scopes.
fn scopes(text: &str) -> Result<Vec<String>, String> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || ":/_.*-".contains(c);
    let scopes = text.split(|c: char| c == ',' || c.is_whitespace()).filter(|scope| !scope.is_empty());
    let scopes: Vec<String> = scopes.map(str::to_owned).collect();
    match scopes.iter().find(|scope| !scope.chars().all(allowed)) {
        Some(scope) => {
            Err(format!("“{scope}” is no scope: only letters, digits and : / _ . * - stand in one"))
        }
        None => Ok(scopes),
    }
}
