//! `import nango`: integrations and connections of a Nango environment, read through its public API and written as they
//! are: ids, tags, metadata and end users stay, nobody is told by a webhook.
//!
//! What is here already is left alone and is not read again. That makes a second run the way to go on after a failure.

mod connections;
mod integrations;
mod report;
mod source;

pub use report::Report;
pub use source::{Source, SourceError};

use super::Outcome;
use crate::{
    app::{self, Ambient},
    config::{NangoArguments, Settings},
    id::EnvironmentId,
    outbound::{AllowedTarget, OutboundPolicy},
    services::Services,
    store::{Db, StoreError, environment},
};

/// Whether anything is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    /// It is only said what would come.
    Dry,
    /// What comes is stored.
    Real,
}

/// Why an import ends before its end. What was written stays, and the next run goes on.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The other server.
    #[error("{0}")]
    Source(#[from] SourceError),
    /// Our database.
    #[error("the database failed: {0}")]
    Store(#[from] StoreError),
}

/// The command.
pub async fn command(mut settings: Settings, arguments: &NangoArguments) -> Outcome {
    let run = if arguments.dry_run { Run::Dry } else { Run::Real };
    settings.outbound = reaching(&settings.outbound, &arguments.url)?;
    let db = Db::open_as_it_is(&settings.database_url);
    let services = app::services(&settings, Ambient::default(), db).await?;
    let environments = environment::list(&services.db).await?;
    let Some(environment) = environments.iter().find(|row| row.name == arguments.environment) else {
        return Err(unknown(&arguments.environment, &environments).into());
    };
    let source = Source::new(&settings.outbound, &arguments.url, &arguments.key)?;
    let report = import(&services, &environment.id, &source, run, |line| println!("{line}")).await;
    services.db.close().await;
    let report = report?;
    println!("{}", report.text(run, &settings.public_url.join("/oauth/callback")));
    match report.left_out() {
        0 => Ok(()),
        count => Err(format!("{count} of them could not be taken over; the reasons stand above").into()),
    }
}

/// Takes over everything; `progress` is told a line now and then.
pub async fn import(
    services: &Services,
    environment: &EnvironmentId,
    source: &Source,
    run: Run,
    mut progress: impl FnMut(&str),
) -> Result<Report, ImportError> {
    let mut report = Report::default();
    let integrations = integrations::import(services, environment, source, run, &mut report).await?;
    progress(&format!("{} integrations were looked at", integrations.len()));
    connections::import(services, environment, source, run, &integrations, &mut report, &mut progress)
        .await?;
    Ok(report)
}

/// The operator names the server himself: it may be anywhere, also on a private network.
fn reaching(policy: &OutboundPolicy, url: &url::Url) -> Result<OutboundPolicy, String> {
    let host = url.host_str().ok_or("--url has no host")?;
    let target: AllowedTarget = host.parse().map_err(|_| format!("--url: {host} cannot be reached"))?;
    let mut allowed = policy.allowed().to_vec();
    allowed.push(target);
    Ok(OutboundPolicy::new(allowed))
}

fn unknown(name: &str, all: &[environment::EnvironmentRow]) -> String {
    let names: Vec<&str> = all.iter().map(|row| row.name.as_str()).collect();
    match names.as_slice() {
        [] => "the database has no environment yet: start the server once, then import".to_owned(),
        names => format!("there is no environment {name:?} here; there are: {}", names.join(", ")),
    }
}
