//! Making a session: one row, its token told once.

use indexmap::IndexMap;

use super::{Defaults, SessionToken};
use crate::{
    clock::Timestamp,
    id::{EndUserId, EnvironmentId, SessionId, ShareLinkId},
    secret::Fingerprint,
    services::Services,
    store::{
        StoreError,
        connect_session::{
            self, Completion, ConnectSessionRow, EndUser, IntegrationOverride, Organization, Reconnects,
            Verification, View,
        },
        end_user,
        theme::SessionTheme,
    },
};

/// How long a token is valid, used or not (wire-protocol.md §1.1).
pub const SESSION_MINUTES: i64 = 30;

/// What a backend asks for, validated.
#[derive(Debug, Default)]
pub struct NewSession {
    /// Who connects.
    pub end_user: Option<EndUser>,
    /// The organization of who connects.
    pub organization: Option<Organization>,
    /// The tags of the connections made in it.
    pub tags: IndexMap<String, String>,
    /// Keys of the integrations it is limited to; none means all.
    pub allowed_integrations: Option<Vec<String>>,
    /// Presets.
    pub defaults: Defaults,
    /// Overrides per integration.
    pub overrides: Option<IndexMap<String, IntegrationOverride>>,
    /// The only address that gets its webhooks.
    pub webhook_url_override: Option<String>,
    /// The application's name, where it differs from the environment's.
    pub app_name: Option<String>,
    /// The origins that may frame it, where they are fewer than the environment's.
    pub allowed_origins: Option<Vec<String>>,
    /// The connection that is reconnected, and what of it is replaced.
    pub reconnects: Option<Reconnects>,
    /// The link by which it is opened.
    pub share_link: Option<ShareLinkId>,
    /// When its connections can be used.
    pub completion: Completion,
    /// How its hosted link makes sure who has opened it.
    pub verification: Verification,
    /// How its pages differ from the environment's.
    pub theme: SessionTheme,
    /// What its pages are for.
    pub view: View,
}

/// A session that was made.
#[derive(Debug)]
pub struct CreatedSession {
    /// Its token; not stored, so this is the only time it can be told.
    pub token: SessionToken,
    /// When it ends.
    pub expires_at: Timestamp,
    /// As it is stored.
    pub session: ConnectSessionRow,
}

/// Makes a session in an environment, and stores or renews its end user.
pub async fn create(
    services: &Services,
    environment: &EnvironmentId,
    new: NewSession,
) -> Result<CreatedSession, StoreError> {
    let token = SessionToken::random(&services.random);
    let session = row(services, environment, new);
    // A connection that is reconnected keeps the person that is known of it, as that row is by then.
    let brings_person = session.reconnects.as_ref().is_none_or(|own| own.replaces.end_user);
    match session.end_user.clone().filter(|_| brings_person) {
        Some(person) => store_with(services, session.clone(), token.fingerprint(), person).await?,
        None => connect_session::insert_alone(&services.db, &session, &token.fingerprint()).await?,
    }
    Ok(CreatedSession { token, expires_at: session.expires_at, session })
}

async fn store_with(
    services: &Services,
    row: ConnectSessionRow,
    fingerprint: Fingerprint,
    person: EndUser,
) -> Result<(), StoreError> {
    let id = EndUserId::random(&services.random);
    let write = services.db.write(move |tx| {
        Box::pin(async move {
            let (environment, organization) = (&row.environment_id, row.organization.as_ref());
            end_user::upsert(tx, &id, environment, &person, organization, row.created_at).await?;
            connect_session::insert(tx, &row, &fingerprint).await
        })
    });
    write.await
}

fn row(services: &Services, environment: &EnvironmentId, new: NewSession) -> ConnectSessionRow {
    let id = SessionId::random(&services.random);
    let now = services.clock.now();
    let seal = |defaults: &Defaults| {
        defaults.seal(&services.keyring, &services.random, id.as_str(), environment.as_str())
    };
    let defaults = (!new.defaults.is_empty()).then(|| seal(&new.defaults));
    ConnectSessionRow {
        environment_id: environment.clone(),
        end_user: new.end_user,
        organization: new.organization,
        tags: new.tags,
        allowed_integrations: new.allowed_integrations,
        integrations_config_defaults: defaults,
        overrides: new.overrides,
        webhook_url_override: new.webhook_url_override,
        app_name: new.app_name,
        allowed_origins: new.allowed_origins,
        reconnects: new.reconnects,
        share_link: new.share_link,
        completion: new.completion,
        verification: new.verification,
        theme: new.theme,
        view: new.view,
        created_at: now,
        expires_at: now.plus_minutes(SESSION_MINUTES),
        ended_at: None,
        id,
    }
}
