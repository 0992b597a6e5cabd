//! Forgetting an end user: their grants are ended at the services, then everything that names them is deleted. What a
//! killed process has left is finished by a job; asking twice is as good as once.
//!
//! Of the person only a fingerprint stays, in the audit: whoever knows the id can see that it was erased.

use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use serde::{Deserialize, Serialize};

use super::revoke::{Revocation, revoke};
use crate::{
    auth::renew::Revoked,
    id::AuditId,
    secret::Fingerprint,
    services::Services,
    store::{
        StoreError,
        audit::{self, AuditRow},
        connection::{
            ConnectionRow,
            erasure::{self, Person},
        },
    },
};

/// Connections that are looked at together.
const BATCH: i64 = 50;
/// Services are asked about so many at once.
const AT_ONCE: usize = 4;
/// After so long without a step, an erasure is taken over: longer than any step takes.
const LEFT_AFTER_MILLIS: i64 = 2 * 60 * 1000;

/// What was forgotten, and what came of it at the services.
#[derive(Debug, Default)]
pub struct Erased {
    /// The connections, also those that an interrupted attempt had deleted.
    pub connections: Vec<ErasedConnection>,
}

/// A connection that is gone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErasedConnection {
    /// The protocol's id.
    pub connection_id: String,
    /// The integration's key.
    pub provider_config_key: String,
    /// The provider's key.
    pub provider: String,
    /// What became of its grant.
    pub revocation: Ending,
    /// The same in a sentence.
    pub detail: String,
    /// Where the person can end the access, unless that is done.
    pub end_access_at: Option<String>,
}

/// What became of a grant at its service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// All of it has ended.
    Revoked,
    /// Some of its tokens have ended.
    Partly,
    /// The service offers no way to end it.
    NotOffered,
    /// It was tried, and failed.
    Failed,
}

/// Forgets an end user.
pub async fn erase(
    services: &Services,
    public_origin: &str,
    person: &Person,
    actor: &str,
) -> Result<Erased, StoreError> {
    let (begun, at) = ((person.clone(), actor.to_owned()), services.clock.now());
    services
        .db
        .write(move |tx| Box::pin(async move { erasure::begin(tx, &begun.0, &begun.1, at).await }))
        .await?;
    loop {
        let rows = erasure::live(&services.db, person, BATCH).await?;
        if rows.is_empty() {
            if let Some(erased) = finish(services, person, actor).await? {
                return Ok(erased);
            }
            continue;
        }
        stream::iter(rows)
            .map(|row| end(services, public_origin, person, row))
            .buffer_unordered(AT_ONCE)
            .try_collect::<()>()
            .await?;
    }
}

/// Finishes what killed processes have left; answers how many those were.
pub async fn finish_erasures(services: &Services, public_origin: &str) -> Result<usize, StoreError> {
    let before = services.clock.now().plus_millis(-LEFT_AFTER_MILLIS);
    let left = erasure::left_behind(&services.db, before).await?;
    for one in &left {
        erase(services, public_origin, &one.person, &one.actor).await?;
    }
    Ok(left.len())
}

/// How the audit names a person who is not to be named.
#[must_use]
pub fn fingerprint_of(person: &Person) -> String {
    let fingerprint = Fingerprint::of_all([person.environment.as_str(), &person.end_user_id]);
    format!("end user {}", hex::encode(&fingerprint.as_bytes()[..8]))
}

async fn end(
    services: &Services,
    public_origin: &str,
    person: &Person,
    row: ConnectionRow,
) -> Result<(), StoreError> {
    let revocation = revoke(services, public_origin, &row).await;
    let ended = told(services, &row, &revocation);
    // A report is read by nobody but `read`, line by line.
    let line = serde_json::to_string(&ended).map_or_else(|_| String::new(), |line| format!("{line}\n"));
    let (person, at) = (person.clone(), services.clock.now());
    services
        .db
        .write(move |tx| {
            Box::pin(async move { erasure::drop_connection(tx, &person, &row.id, &line, at).await.map(drop) })
        })
        .await
}

pub(super) fn told(services: &Services, row: &ConnectionRow, revocation: &Revocation) -> ErasedConnection {
    let ending = match revocation {
        Revocation::Revoked(Revoked { access_token: true, .. }) => Ending::Revoked,
        Revocation::Revoked(_) => Ending::Partly,
        Revocation::NotOffered => Ending::NotOffered,
        Revocation::Failed(_) => Ending::Failed,
    };
    ErasedConnection {
        connection_id: row.connection_id.clone(),
        provider_config_key: row.integration_key.clone(),
        provider: row.provider.clone(),
        revocation: ending,
        detail: revocation.to_string(),
        end_access_at: (ending != Ending::Revoked).then(|| site_of(services, row)).flatten(),
    }
}

/// The service's own site, where its definition names one that is the same for everybody.
fn site_of(services: &Services, row: &ConnectionRow) -> Option<String> {
    let provider = services.definition(&row.environment_id, &row.provider)?;
    let addresses = [provider.authorization_url.as_deref(), provider.proxy.base_url.as_deref()];
    let fixed = addresses.into_iter().flatten().find(|address| !address.contains("${"))?;
    let url = url::Url::parse(fixed).ok()?;
    Some(url.origin().ascii_serialization())
}

async fn finish(services: &Services, person: &Person, actor: &str) -> Result<Option<Erased>, StoreError> {
    let entry = AuditRow {
        number: 0,
        id: AuditId::random(&services.random),
        environment_id: Some(person.environment.clone()),
        actor: actor.to_owned(),
        action: "end-user.erase".to_owned(),
        subject: fingerprint_of(person),
        detail: String::new(),
        created_at: services.clock.now(),
    };
    let person = person.clone();
    services
        .db
        .write(move |tx| {
            Box::pin(async move {
                let Some(report) = erasure::finish(tx, &person).await? else { return Ok(None) };
                let erased = read(&report);
                audit::insert(tx, &AuditRow { detail: summary(&erased), ..entry }).await?;
                Ok(Some(erased))
            })
        })
        .await
}

fn read(report: &str) -> Erased {
    Erased { connections: report.lines().filter_map(|line| serde_json::from_str(line).ok()).collect() }
}

fn summary(erased: &Erased) -> String {
    let revoked = erased.connections.iter().filter(|one| one.revocation == Ending::Revoked).count();
    format!("{} connections deleted, {revoked} of them revoked at the service", erased.connections.len())
}
