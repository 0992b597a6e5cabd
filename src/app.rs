//! Settings in, running server out. The only file that knows every part.

mod health;
mod jobs;

use std::{net::SocketAddr, sync::Arc, time::Duration};

use actix_web::{
    App as ActixApp, HttpServer,
    dev::Server,
    middleware::{Compress, from_fn},
    web::Data,
};

pub use health::health;

use crate::{
    admin::{Throttle, definition},
    bootstrap,
    checks::posture::Doors,
    clock::{Clock, Random},
    config::Settings,
    connection::{CheckGate, LookupGate, RefreshGate, proxy::Subjects},
    metrics::Metrics,
    otlp::Tracing,
    outbound::{OutboundClient, OutboundError, Resolver},
    provider::{Catalog, CatalogSource, LoadError, Overrides},
    secret::{ApiKey, Keyring, KeyringProblem},
    services::Services,
    store::{Db, Remembered, StoreError, installation, relay::RelayListener},
    trace::{self, Traces},
    web::{
        admin, api, body_deadline,
        body_deadline::BODY_DEADLINE,
        connect::dress::Wardrobe,
        cors,
        drain::{Drain, Phase},
        edge,
        key_use::KeyUses,
        metrics, proxy, rate_limit,
        rate_limit::RateLimiter,
        routes,
        socket::Sockets,
        state::State,
    },
};

/// How long a stopping server waits for requests under way.
const DRAIN: Duration = Duration::from_secs(20);

/// A server that listens and is ready to run.
pub struct App {
    /// The address it listens on; the port is known even if 0 was asked for.
    pub address: SocketAddr,
    /// What was said at the first start: the one-time set-up link.
    pub setup_link: Option<String>,
    /// What its handlers share.
    pub state: Data<State>,
    relay: Option<RelayListener>,
    webhooks: WebhookSender,
    drain_delay: Duration,
    /// Where Prometheus may ask, where the settings say so.
    pub metrics_address: Option<SocketAddr>,
    metrics: Option<Server>,
    tracing: Option<Tracing>,
    server: Server,
}

/// Why a server does not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The provider files.
    #[error("{0}")]
    Providers(#[from] LoadError),
    /// The encryption keys.
    #[error("CONNECT_UI_ENCRYPTION_KEYS: {0}")]
    Keys(#[from] KeyringProblem),
    /// The database.
    #[error("the database cannot be opened: {0}")]
    Store(#[from] StoreError),
    /// The outbound client.
    #[error("the outbound client cannot be built: {0}")]
    Outbound(#[from] OutboundError),
    /// The address.
    #[error("cannot listen on {0}: {1}")]
    Listen(SocketAddr, std::io::Error),
    /// The first account or key.
    #[error("{0}")]
    Bootstrap(#[from] bootstrap::BootstrapError),
}

/// What tests replace.
pub struct Ambient {
    /// The time.
    pub clock: Clock,
    /// Randomness.
    pub random: Random,
    /// How names are resolved.
    pub resolver: Resolver,
    /// How long a request's body may take.
    pub body_deadline: Duration,
    /// Definitions beside those of the settings.
    pub definitions: Vec<CatalogSource>,
    /// Who sends the webhooks.
    pub webhooks: WebhookSender,
}

/// Who sends what stands in the outbox.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WebhookSender {
    /// A job of the server.
    #[default]
    Job,
    /// Whoever calls [`crate::webhook::work`]: tests, one step at a time.
    ByHand,
}

impl Default for Ambient {
    fn default() -> Self {
        Self {
            clock: Clock::System,
            random: Random::system(),
            resolver: Resolver::System,
            body_deadline: BODY_DEADLINE,
            definitions: Vec::new(),
            webhooks: WebhookSender::Job,
        }
    }
}

impl App {
    /// Loads definitions, opens the database, listens.
    pub async fn build(settings: Settings, ambient: Ambient) -> Result<Self, StartError> {
        let webhooks = ambient.webhooks;
        let state = Data::new(build_state(&settings, ambient).await?);
        let setup_link = bootstrap::bootstrap(&state, &settings).await?;
        let relay = RelayListener::open(&settings.database_url, &state.services.db).await?;
        let shared = state.clone();
        let server = HttpServer::new(move || {
            ActixApp::new()
                .app_data(shared.clone())
                // The last one named is the outermost.
                .wrap(from_fn(admin::place))
                .wrap(from_fn(body_deadline::body_deadline))
                .wrap(from_fn(rate_limit::rate_limit))
                .wrap(from_fn(api::only_json))
                .wrap(from_fn(cors::cors))
                .wrap(from_fn(edge::edge))
                .wrap(Compress::default())
                .wrap(from_fn(proxy::uncompressed))
                .configure(routes::configure)
        })
        // A page on a connection that was used before would wait 40 ms for the browser to acknowledge its beginning.
        .tcp_nodelay(true)
        .disable_signals()
        .shutdown_timeout(DRAIN.as_secs())
        .bind(settings.listen)
        .map_err(|error| StartError::Listen(settings.listen, error))?;
        let address = server.addrs().first().copied().unwrap_or(settings.listen);
        let drain_delay = settings.drain_delay;
        let metrics = settings.metrics_listen.map(|listen| {
            metrics::serve(state.clone(), listen).map_err(|error| StartError::Listen(listen, error))
        });
        let (metrics_address, metrics) = metrics.transpose()?.unzip();
        let server = server.run();
        Ok(Self {
            address,
            setup_link,
            state,
            relay,
            webhooks,
            drain_delay,
            metrics_address,
            metrics,
            tracing: settings.tracing,
            server,
        })
    }

    /// Serves until SIGTERM or Ctrl-C; then finishes what is under way and what is written.
    pub async fn run(self) -> std::io::Result<()> {
        let (handle, state) = (self.server.handle(), self.state.clone().into_inner());
        let leaving = Arc::clone(&state);
        tokio::spawn(async move {
            stop_signal().await;
            leaving.drain.enter(Phase::Unready);
            tokio::time::sleep(self.drain_delay).await;
            tracing::info!("stopping: requests under way are finished first");
            leaving.drain.enter(Phase::Stopping);
            handle.stop(true).await;
        });
        let mut jobs = tokio::spawn(jobs::run(Arc::clone(&state), self.relay, self.webhooks));
        let metrics = self.metrics.map(tokio::spawn);
        let tracing = self.tracing.clone().map(|tracing| tokio::spawn(async move { tracing.run().await }));
        let outcome = self.server.await;
        // Whoever asks can still see how the rest was finished, until now.
        if let Some(metrics) = metrics {
            metrics.abort();
        }
        // Whoever stopped the server: the jobs end with it.
        state.drain.enter(Phase::Stopping);
        if tokio::time::timeout(DRAIN, &mut jobs).await.is_err() {
            jobs.abort();
        }
        // A refresh that was begun is stored before the database closes.
        if tokio::time::timeout(DRAIN, self.state.services.refreshes.settle()).await.is_err() {
            tracing::error!("a refresh was still under way when the server stopped");
        }
        trace::store(&self.state.services).await;
        if let (Some(running), Some(tracing)) = (tracing, &self.tracing) {
            running.abort();
            tracing.send().await;
        }
        self.state.services.db.close().await;
        outcome
    }

    /// Splits off what stops the server, for tests.
    #[must_use]
    pub fn handle(&self) -> actix_web::dev::ServerHandle {
        self.server.handle()
    }
}

/// What the domain verbs work with, for the server and for commands that do the same without one.
pub async fn services(
    settings: &Settings,
    ambient: Ambient,
    db: impl Future<Output = Result<Db, StoreError>>,
) -> Result<Services, StartError> {
    let mut sources = vec![CatalogSource::Bundled];
    sources.extend(ambient.definitions);
    sources.extend(settings.providers.iter().cloned().map(CatalogSource::Path));
    let catalog = Catalog::load(&sources)?;
    for disabled in catalog.disabled() {
        tracing::warn!("{disabled}");
    }
    let services = Services {
        db: db.await?,
        keyring: Keyring::parse(&settings.encryption_keys)?,
        clock: ambient.clock,
        random: ambient.random,
        catalog,
        overrides: Overrides::default(),
        outbound: OutboundClient::new(settings.outbound.clone(), ambient.resolver)?,
        checks: CheckGate::new(),
        refreshes: RefreshGate::default(),
        lookups: LookupGate::default(),
        metrics: Metrics::default(),
        traces: Traces::default(),
    };
    definition::reload(&services).await?;
    Ok(services)
}

async fn build_state(settings: &Settings, ambient: Ambient) -> Result<State, StartError> {
    let body_deadline = ambient.body_deadline;
    let services = services(settings, ambient, Db::open(&settings.database_url)).await?;
    Ok(State {
        installation: installation::find_or_make(&services.db, services.random.uuid()).await?,
        services: Arc::new(services),
        wardrobe: Wardrobe::new().with_pseudo_locale(settings.public_url.is_loopback_http()),
        public_url: settings.public_url.clone(),
        allowed_origins: settings.allowed_origins.clone(),
        trusted_proxies: settings.trusted_proxies.clone(),
        rate_limit: settings.rate_limit,
        base_url_override: settings.base_url_override.clone(),
        doors: Doors::of(settings),
        mailer: settings.mail.clone(),
        throttle: Throttle::new(),
        body_deadline,
        traces_requests: settings.tracing.is_some(),
        counts_requests: settings.metrics_listen.is_some(),
        key_uses: KeyUses::default(),
        api_keys: Remembered::of_keys(1_000),
        account_key: settings.account_key.as_ref().map(ApiKey::fingerprint),
        proxied: Subjects::default(),
        rate_limiter: RateLimiter::default(),
        replica: Random::system().uuid(),
        drain: Drain::default(),
        sockets: Sockets::default(),
    })
}

async fn stop_signal() {
    use tokio::signal::unix::{SignalKind, signal};
    let listening = signal(SignalKind::terminate())
        .and_then(|terminate| signal(SignalKind::interrupt()).map(|interrupt| (terminate, interrupt)));
    match listening {
        Ok((mut terminate, mut interrupt)) => tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        },
        // A server that cannot hear is no server that was told to stop.
        Err(error) => {
            tracing::error!(%error, "signals cannot be heard: only SIGKILL ends this process");
            std::future::pending::<()>().await;
        }
    }
}
