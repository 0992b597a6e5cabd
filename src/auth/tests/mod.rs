//! What the module promises, through its public interface, against a service on this machine.

mod app;
mod authorization;
mod catalogue;
mod client_credentials;
mod exchange;
mod mcp;
mod oauth1;
mod plugin;
mod quirk;
mod refresh;
mod revoke;
mod service;
mod signed;
mod special;
mod stored;
mod two_step;
mod unreachable;

use std::collections::BTreeMap;

use indexmap::IndexMap;
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::{Value, json};
use service::Service;

use super::{
    problem::ExchangeProblem,
    redirect::{
        Arrival, Departing, Departure, DepartureProblem, Pending, ReturnProblem, Returning, arrive, depart,
    },
    *,
};
use crate::{
    clock::{Clock, Random, Timestamp},
    outbound::{OutboundClient, OutboundPolicy, Resolver},
    provider::{AuthMode, Catalog, CatalogSource, Provider},
};

const NOW: Timestamp = Timestamp(1_767_225_600_000);
const CALLBACK: &str = "https://connect.example/oauth/callback";
const RSA_PEM: &str = include_str!("throwaway_key.pem");

/// A connection in the making: definition, client, values, and the service it speaks to.
struct Bench {
    provider: Provider,
    owner: Option<IntegrationCredential>,
    custom: ConnectionConfig,
    config: ConnectionConfig,
    service: Service,
    outbound: OutboundClient,
    clock: Clock,
    random: Random,
    params: IndexMap<String, String>,
    user_scopes: Vec<String>,
    metadata_url: Option<String>,
}

impl Bench {
    /// `{service}` in the definition stands for the service's address.
    async fn new(key: &str, definition: &str) -> Self {
        let service = Service::start().await;
        let definition = definition.replace("{service}", &service.origin());
        let indented = definition.trim_matches('\n').replace('\n', "\n  ");
        let text =
            format!("{key}:\n  display_name: Test\n  docs: https://x.example\n  {}", indented.trim_start());
        let source = CatalogSource::Text { name: "test".into(), text };
        let catalog = Catalog::load(&[source]).unwrap();
        let provider = catalog.get(key).unwrap_or_else(|| panic!("{:?}", catalog.disabled()));
        let provider = (**provider).clone();
        let owner = Some(IntegrationCredential::Client(provider.auth_mode, client("read,write")));
        let policy = OutboundPolicy::parse("127.0.0.1").unwrap();
        Self {
            provider,
            owner,
            custom: ConnectionConfig::default(),
            config: ConnectionConfig::default(),
            service,
            outbound: OutboundClient::new(policy, Resolver::System).unwrap(),
            clock: Clock::fixed(NOW),
            random: Random::seeded(7),
            params: IndexMap::new(),
            user_scopes: Vec::new(),
            metadata_url: None,
        }
    }

    fn with(mut self, name: &str, value: &str) -> Self {
        self.config.set(name, value);
        self
    }

    fn with_custom(mut self, name: &str, value: &str) -> Self {
        self.custom.set(name, value);
        self
    }

    fn with_param(mut self, name: &str, value: &str) -> Self {
        self.params.insert(name.into(), value.into());
        self
    }

    fn with_owner(mut self, owner: IntegrationCredential) -> Self {
        self.owner = Some(owner);
        self
    }

    /// The service answers with this JSON.
    fn answers(self, body: &Value) -> Self {
        self.service.answer(200, "application/json", &body.to_string());
        self
    }

    fn answers_with(self, status: u16, body: &Value) -> Self {
        self.service.answer(status, "application/json", &body.to_string());
        self
    }

    fn cx(&self) -> ServiceContext<'_> {
        ServiceContext { outbound: &self.outbound, clock: &self.clock, random: &self.random }
    }

    fn subject(&self) -> Subject<'_> {
        Subject {
            provider: &self.provider,
            owner: self.owner.as_ref(),
            custom: &self.custom,
            connection_config: &self.config,
            redirect_uri: CALLBACK,
            introduction: Introduction {
                client_name: "Acme",
                client_metadata_url: self.metadata_url.as_deref(),
            },
        }
    }

    async fn depart(&self) -> Result<Departure, DepartureProblem> {
        let departing = Departing {
            subject: self.subject(),
            state: "st",
            authorization_params: &self.params,
            user_scopes: &self.user_scopes,
            scopes: None,
            client_override: None,
        };
        depart(self.cx(), departing).await
    }

    /// The consent address, with the random challenge replaced.
    async fn page(&self) -> String {
        let url = self.depart().await.unwrap().url.expose_secret().to_owned();
        match url.split_once("code_challenge=") {
            Some((before, after)) => format!("{before}code_challenge=CHALLENGE{}", &after[43..]),
            None => url,
        }
    }

    /// Departs, is sealed and opened, and returns with these parameters.
    async fn arrive(&self, query: &[(&str, &str)]) -> Result<Arrival, ReturnProblem> {
        let pending = self.depart().await.unwrap().pending;
        let pending = Pending::from_bytes(&pending.to_bytes()).unwrap();
        let query: BTreeMap<String, String> =
            query.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        arrive(self.cx(), Returning { subject: self.subject(), pending: &pending, query: &query }).await
    }

    async fn grant(&self, query: &[(&str, &str)]) -> Grant {
        match self.arrive(query).await.unwrap() {
            Arrival::Connected(grant) => grant,
            other => panic!("{other:?}"),
        }
    }

    /// What the exchange of the code `c0de` granted.
    async fn exchanged(&self) -> Grant {
        self.grant(&[("code", "c0de"), ("state", "st")]).await
    }

    async fn renewed(&self, credential: &Credential) -> Result<Grant, renew::RenewalProblem> {
        renew::renew(self.cx(), &self.subject(), credential).await
    }
}

fn client(scopes: &str) -> OAuthClient {
    OAuthClient {
        client_id: "id:1".into(),
        client_secret: "s&cret".into(),
        scopes: scopes.split(',').filter(|scope| !scope.is_empty()).map(str::to_owned).collect(),
        webhook_secret: None,
    }
}

fn wire(grant: &Grant) -> Value {
    grant.credential.to_wire()
}

fn values(grant: &Grant) -> Value {
    grant.connection_config.to_wire()
}

/// A token as if it had been granted before.
fn old_token(raw: &Value) -> Credential {
    let mut wire = json!({ "type": "OAUTH2", "access_token": "old", "refresh_token": "r-old", "raw": raw });
    if let Some(refresh_token) = raw.get("refresh_token") {
        wire["refresh_token"] = refresh_token.clone();
    }
    Credential::from_wire(&wire).unwrap()
}
