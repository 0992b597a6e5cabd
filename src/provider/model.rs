//! A provider whose definition has been judged: what forms, checks and flows rely on.

use std::sync::{Arc, OnceLock};

use super::error::FindingKind;
use super::field::Form;
use super::hint::Hints;
use super::host::{Authority, AuthorityRole};
use super::key::ProviderKey;
use super::ledger::{Ledger, locate};
use super::mode::AuthMode;
use super::node::{Node, Position};
use super::node_de::{self, UnknownKey};
use super::proxy::Proxy;
use super::raw::{RawFieldMap, RawProvider, RawTokenUrl, Texts};
use super::schema::{FieldSchema, filled};
use super::{Problem, check};

/// One usable provider.
#[derive(Clone, Debug)]
pub struct Provider {
    /// Its key.
    pub key: ProviderKey,
    /// Its name for people.
    pub display_name: Box<str>,
    /// How it authenticates.
    pub auth_mode: AuthMode,
    /// Tags for browsing.
    pub categories: Box<[Box<str>]>,
    /// The guide for end users.
    pub docs_connect: Option<Box<str>>,
    /// Who begins an installation.
    pub installation: Installation,
    /// Secret fields.
    pub credentials: Box<[FieldSchema]>,
    /// Fields stored in the connection's configuration.
    pub connection_config: Box<[FieldSchema]>,
    /// Fields filled by the integration's owner.
    pub integration_config: Box<[FieldSchema]>,
    /// Fields used once to make an assertion.
    pub assertion_option: Box<[FieldSchema]>,
    /// Whether a client certificate is asked.
    pub require_client_certificate: bool,
    /// Whether clients prove themselves with a signed JWT, so that no client secret is asked.
    pub private_key_jwt: bool,
    /// Template of the consent page.
    pub authorization_url: Option<Box<str>>,
    /// Template of the token endpoint.
    pub token_url: Option<TokenUrl>,
    /// Scopes that a new integration begins with.
    pub default_scopes: Box<[Box<str>]>,
    /// How API calls are built.
    pub proxy: Proxy,
    /// What scopes are in words.
    pub scope_titles: Texts,
    /// What mistakes look like.
    pub hints: Hints,
    /// The named code that replaces the proxy's verification.
    pub credentials_verification_script: Option<Box<str>>,
    /// The named look-up that follows the connection.
    pub post_connection_script: Option<Box<str>>,
    /// The named call that precedes its deletion.
    pub pre_connection_deletion_script: Option<Box<str>>,
    /// The resolved definition as compact JSON.
    json: Box<str>,
    authority: Authority,
    /// The form of a session that adds nothing; see [`Form::shared`].
    pub(super) plain_form: OnceLock<Arc<Form>>,
}

/// Who begins the installation of an app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Installation {
    /// We do, by a redirect.
    Inbound,
    /// The service does; a webhook brings the code.
    Outbound,
}

/// Templates of token endpoints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TokenUrl {
    /// One for everything.
    One(Box<str>),
    /// One for each sub-flow of a GitHub App with user authorization.
    GitHubApp {
        /// For the user's code.
        user: Box<str>,
        /// For the installation.
        app: Box<str>,
    },
}

/// Why an entry cannot be used, and where that shows.
pub(super) struct Unusable {
    pub reason: String,
    pub at: Position,
}

impl Provider {
    /// Judges one resolved entry.
    pub(super) fn judge(key: &str, node: &Node, ledger: &mut Ledger) -> Result<Self, Unusable> {
        let at = |path: &[&str]| locate(node, path);
        let missing = |name: &str| Unusable { reason: format!("{name} is missing"), at: node.at };
        let (provider_key, raw) = read_entry(key, node, ledger)?;
        let authority = Authority::of(&raw);
        let json = serde_json::to_string(node).map_err(|error| Unusable::new(node.at)(error.to_string()))?;
        let mut fields = |section, raw| judge_fields(key, section, raw, node, ledger);
        Ok(Self {
            key: provider_key,
            display_name: filled(raw.display_name).ok_or_else(|| missing("display_name"))?,
            auth_mode: judge_mode(raw.auth_mode, &missing)
                .map_err(|unusable| unusable.moved(at(&["auth_mode"])))?,
            categories: boxed(raw.categories),
            docs_connect: filled(raw.docs_connect),
            installation: judge_installation(raw.installation.as_deref())
                .map_err(Unusable::new(at(&["installation"])))?,
            credentials: fields("credentials", raw.credentials)?,
            connection_config: fields("connection_config", raw.connection_config)?,
            integration_config: fields("integration_config", raw.integration_config)?,
            assertion_option: fields("assertion_option", raw.assertion_option)?,
            require_client_certificate: raw.require_client_certificate.unwrap_or(false),
            private_key_jwt: raw.token_request_auth_method.as_deref() == Some("private_key_jwt"),
            authorization_url: filled(raw.authorization_url),
            token_url: judge_token_url(raw.token_url).map_err(Unusable::new(at(&["token_url"])))?,
            default_scopes: boxed(raw.default_scopes),
            proxy: Proxy::judge(raw.proxy.unwrap_or_default()).map_err(Unusable::new(at(&["proxy"])))?,
            scope_titles: raw.scope_titles.unwrap_or_default(),
            hints: Hints::judge(raw.hints.unwrap_or_default()).map_err(Unusable::new(at(&["hints"])))?,
            credentials_verification_script: filled(raw.credentials_verification_script),
            post_connection_script: filled(raw.post_connection_script),
            pre_connection_deletion_script: filled(raw.pre_connection_deletion_script),
            json: json.into(),
            authority,
            plain_form: OnceLock::new(),
        })
    }

    /// The resolved definition as a JSON object, in the file's order, without the alias.
    #[must_use]
    pub fn json(&self) -> &str {
        &self.json
    }

    /// The whole definition, typed. Read anew on each call: for flows, not for pages.
    pub fn definition(&self) -> Result<RawProvider, serde_json::Error> {
        serde_json::from_str(&self.json)
    }

    /// What a connection parameter does in the authority part of the provider's URLs.
    #[must_use]
    pub fn authority_roles(&self, name: &str) -> &[AuthorityRole] {
        self.authority.roles(name)
    }

    /// Whether a parameter's value must not be put in the authority part of the provider's URLs.
    #[must_use]
    pub fn host_problem(&self, name: &str, value: &str) -> Option<Problem> {
        let schema = self.connection_config.iter().find(|field| field.name.as_str() == name);
        let options = schema.and_then(|schema| schema.options.as_deref()).unwrap_or_default();
        if options.iter().any(|option| &**option == value) {
            return None;
        }
        let example = schema.and_then(|schema| schema.example.as_deref());
        check::host_problem(self.authority_roles(name), value, example)
    }
}

impl Unusable {
    fn new(at: Position) -> impl Fn(String) -> Self {
        move |reason| Self { reason, at }
    }

    fn moved(self, at: Position) -> Self {
        Self { at, ..self }
    }
}

/// The entry's key and typed keys, with a finding for each key that is unknown or missed.
fn read_entry(key: &str, node: &Node, ledger: &mut Ledger) -> Result<(ProviderKey, RawProvider), Unusable> {
    if let Some(entry) = node.duplicate() {
        return Err(Unusable { reason: format!("duplicate key `{}`", entry.key), at: entry.key_at });
    }
    let provider_key = ProviderKey::parse(key).map_err(|error| Unusable::new(node.at)(error.to_string()))?;
    let (raw, unknown) = node_de::read::<RawProvider>(node)
        .map_err(|error| Unusable { reason: error.to_string(), at: error.at.unwrap_or(node.at) })?;
    for UnknownKey { path, at } in unknown {
        ledger.find(key, &path, FindingKind::UnknownKey, at);
    }
    for (name, is_there) in [("docs", raw.docs.is_some()), ("categories", raw.categories.is_some())] {
        if !is_there {
            ledger.find(key, name, FindingKind::Missing, node.at);
        }
    }
    Ok((provider_key, raw))
}

fn judge_mode(mode: Option<String>, missing: &impl Fn(&str) -> Unusable) -> Result<AuthMode, Unusable> {
    let mode = filled(mode).ok_or_else(|| missing("auth_mode"))?;
    AuthMode::try_from(&*mode).map_err(|error| Unusable { reason: error.to_string(), ..missing("auth_mode") })
}

fn judge_fields(
    key: &str,
    section: &'static str,
    raw: Option<RawFieldMap>,
    node: &Node,
    ledger: &mut Ledger,
) -> Result<Box<[FieldSchema]>, Unusable> {
    let mut fields = Vec::new();
    for (name, raw) in raw.into_iter().flatten() {
        let (schema, finding) = FieldSchema::judge(&name, raw).map_err(|reason| Unusable {
            reason: format!("{section}.{name}: {reason}"),
            at: locate(node, &[section, &name]),
        })?;
        if let Some(kind) = finding {
            let at = locate(node, &[section, &name, "pattern"]);
            ledger.find(key, &format!("{section}.{name}.pattern"), kind, at);
        }
        fields.push(schema);
    }
    Ok(fields.into())
}

fn judge_installation(text: Option<&str>) -> Result<Installation, String> {
    match text.unwrap_or_default() {
        "" => Ok(Installation::Inbound),
        "outbound" => Ok(Installation::Outbound),
        other => Err(format!("unknown installation `{other}`")),
    }
}

fn judge_token_url(raw: Option<RawTokenUrl>) -> Result<Option<TokenUrl>, String> {
    match raw {
        None => Ok(None),
        Some(RawTokenUrl::One(url)) => Ok(filled(Some(url)).map(TokenUrl::One)),
        Some(RawTokenUrl::ByFlow(mut urls)) => {
            let mut take = |flow: &str| {
                let url = urls.shift_remove(flow).map(String::into_boxed_str);
                url.ok_or_else(|| format!("token_url: {flow} is missing"))
            };
            Ok(Some(TokenUrl::GitHubApp { user: take("OAUTH2")?, app: take("APP")? }))
        }
    }
}

fn boxed(texts: Option<Vec<String>>) -> Box<[Box<str>]> {
    texts.into_iter().flatten().map(String::into_boxed_str).collect()
}

/// Providers are shared: by the catalogue and by requests that outlive a reload of it.
pub(super) type Shared = Arc<Provider>;
