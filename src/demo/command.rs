//! `connect-ui demo`: the product on a throw-away database, the mock service, the host application, one address.

use std::{os::unix::fs::DirBuilderExt, path::PathBuf, sync::Arc};

use secrecy::SecretString;
use serde_json::Value;
use url::Url;

use super::{
    CreateSession, HostPage, MockService, Session, SessionRequest, announcement,
    definitions::{DemoIntegration, FAULTS, INTEGRATIONS, provider_file},
    mock_service::{MockSettings, RedirectUris},
    run as run_all,
};
use crate::{
    app::{Ambient, App},
    clock::Random,
    config::{self, ServeArguments},
    outbound::{Method, OutboundClient, OutboundPolicy, OutboundRequest, Resolver},
    provider::CatalogSource,
};

/// The host application's port; any free one where it is taken.
const HOST_PORT: u16 = 3004;

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// Runs until it is stopped; nothing of it stays. With the services that fail on purpose, if asked for.
pub async fn run(mut arguments: ServeArguments, with_faults: bool, random: Random) -> Outcome {
    let folder = ThrowAway::new(&random)?;
    let key = arguments.api_key.get_or_insert_with(|| random.uuid()).clone();
    arguments.data_dir = Some(folder.0.display().to_string());
    arguments.database_url = None;
    arguments.outbound_allow.get_or_insert_with(|| "127.0.0.1/32,localhost".to_owned());
    arguments.log.get_or_insert_with(|| "warn".to_owned());
    let settings = config::settings(&arguments, &random)?;
    config::start_logging(&settings, &random);
    let connect_ui = Url::parse(settings.public_url.origin().as_str())?;
    let redirect_uris = RedirectUris::OfOrigin(connect_ui.clone());
    let mock = MockService::bind_with(MockSettings {
        random: random.clone(),
        redirect_uris,
        ..MockSettings::default()
    })?;
    let definitions = CatalogSource::Text { name: "demo".to_owned(), text: provider_file(&mock.url) };
    let ambient = Ambient { definitions: vec![definitions], ..Ambient::default() };
    let app = App::build(settings, ambient).await?;
    let backend = Backend::new(connect_ui.clone(), &key)?;
    let faults = if with_faults { FAULTS } else { &[] };
    let host = HostPage {
        connect_ui: connect_ui.clone(),
        integrations: INTEGRATIONS,
        faults,
        create_session: backend.clone().into_create_session(),
    };
    let (address, host_server) = host.bind(HOST_PORT)?;
    let (setup_link, mock_service) = (app.setup_link.clone(), mock.url.clone());
    let announced = async move {
        let product = tokio::spawn(app.run());
        backend
            .create_integrations(INTEGRATIONS.iter().chain(faults))
            .await
            .map_err(|problem| std::io::Error::other(problem.to_string()))?;
        println!("{}", announcement(&address));
        if let Some(link) = setup_link {
            println!("Connect UI itself answers at {connect_ui}, its admin begins at {link}");
        }
        println!("The make-believe service answers at {mock_service}");
        product.await.map_err(std::io::Error::other)?
    };
    run_all(announced, mock.server, host_server).await?;
    Ok(())
}

/// A folder that goes with the process.
struct ThrowAway(PathBuf);

impl ThrowAway {
    fn new(random: &Random) -> std::io::Result<Self> {
        let path = std::env::temp_dir().join(format!("connect-ui-demo-{}", random.hex::<6>()));
        std::fs::DirBuilder::new().mode(0o700).create(&path)?;
        Ok(Self(path))
    }
}

impl Drop for ThrowAway {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

/// The host application's backend, as any customer's: an API key and HTTP.
#[derive(Clone)]
struct Backend {
    client: OutboundClient,
    connect_ui: Url,
    authorization: SecretString,
}

impl Backend {
    fn new(connect_ui: Url, key: &str) -> Outcome<Self> {
        let policy = OutboundPolicy::parse("127.0.0.1/32,::1/128,localhost")?;
        let client = OutboundClient::new(policy, Resolver::System)?;
        Ok(Self { client, connect_ui, authorization: SecretString::from(format!("Bearer {key}")) })
    }

    async fn create_integrations(&self, integrations: impl Iterator<Item = &DemoIntegration>) -> Outcome {
        for integration in integrations {
            self.post("/integrations", &integration.body()).await?;
        }
        Ok(())
    }

    async fn create_session(&self, request: SessionRequest) -> Result<Session, String> {
        let answer =
            self.post("/connect/sessions", &request.body()).await.map_err(|error| error.to_string())?;
        Session::from_answer(&answer)
    }

    fn into_create_session(self) -> CreateSession {
        let backend = Arc::new(self);
        Arc::new(move |request| {
            let backend = Arc::clone(&backend);
            Box::pin(async move { backend.create_session(request).await })
        })
    }

    async fn post(&self, path: &str, body: &Value) -> Outcome<Value> {
        let request = OutboundRequest::new(Method::POST, self.connect_ui.join(path)?)
            .with_secret_header("authorization", &self.authorization)?
            .with_header("content-type", "application/json")?
            .with_body(&SecretString::from(body.to_string()));
        let response = self.client.send(request).await?;
        let answer: Value = response.json()?;
        if response.status.is_success() {
            Ok(answer)
        } else {
            Err(format!("{path} answered {}: {answer}", response.status).into())
        }
    }
}

impl std::fmt::Debug for Backend {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Backend({})", self.connect_ui)
    }
}
