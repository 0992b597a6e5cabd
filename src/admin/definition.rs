//! An environment's own definitions: saved, taken away, and held in memory. Owns that no new host gets credentials
//! unseen, that nobody overwrites what he has not read, and what the audit is told. Must not know forms.

use super::{Admin, Deed, perform};
use crate::{
    id::EnvironmentId,
    provider::{DestinationChange, Edited, Provider, edited},
    services::Services,
    store::{
        StoreError,
        definition::{self, OverrideChange, draft},
    },
};

/// Reads all overrides that are in force. To be called at the start, after each change, and when one is told of.
pub async fn reload(services: &Services) -> Result<(), StoreError> {
    services.reload_definitions().await
}

/// A definition to put in the catalogue's place, or the wish to take one away.
#[derive(Clone, Debug)]
pub struct SaveDefinition<'a> {
    /// In which environment.
    pub environment: &'a EnvironmentId,
    /// Of which provider.
    pub provider: &'a str,
    /// The YAML; none for the catalogue's.
    pub source: Option<String>,
    /// The revision that was read before.
    pub revision: i64,
    /// The change of hosts that was confirmed, as [`DestinationChange::summary`] has it.
    pub confirmed: &'a str,
}

/// What came of it.
#[derive(Clone)]
pub enum Saved {
    /// It holds from now on.
    Done,
    /// The text cannot be used.
    Unusable(Edited),
    /// Credentials would go elsewhere, and nobody has confirmed that.
    Elsewhere(DestinationChange),
    /// Somebody else changed it since.
    Conflict,
}

/// Saves a definition, or takes the environment's own away.
pub async fn save(services: &Services, admin: &Admin, wish: SaveDefinition<'_>) -> Result<Saved, StoreError> {
    let SaveDefinition { environment, provider, source, revision, confirmed } = wish;
    let after = match &source {
        Some(text) => {
            let edited = edited(&services.catalog, provider, text);
            if edited.provider.is_none() {
                return Ok(Saved::Unusable(edited));
            }
            edited.provider
        }
        None => services.catalog.get(provider).cloned(),
    };
    // The newest picture, also of what another process has changed.
    reload(services).await?;
    if definition::find(&services.db, environment, provider).await?.map_or(0, |row| row.revision) != revision
    {
        return Ok(Saved::Conflict);
    }
    let change = hosts_changed(services, environment, provider, after.as_deref());
    if !change.is_empty() && change.summary() != confirmed {
        return Ok(Saved::Elsewhere(change));
    }
    let action = if source.is_some() { "definition.save" } else { "definition.reset" };
    let detail = if change.is_empty() { String::new() } else { format!("hosts {}", change.summary()) };
    let deed = Deed::of(admin, environment, action, provider).with_detail(detail);
    let row = OverrideChange {
        environment: environment.clone(),
        provider: provider.to_owned(),
        source,
        revision,
        author: admin.name.clone(),
        at: services.clock.now(),
    };
    let draft = draft_of(admin, environment, provider);
    let stored = perform(services, deed, move |tx| {
        Box::pin(async move {
            let done = definition::change(&mut *tx, &row).await?;
            if done {
                draft::drop_draft(tx, &draft).await?;
            }
            Ok(done)
        })
    });
    if !stored.await? {
        return Ok(Saved::Conflict);
    }
    reload(services).await?;
    Ok(Saved::Done)
}

/// Where credentials would go that do not go there now, and the reverse.
#[must_use]
pub fn hosts_changed(
    services: &Services,
    environment: &EnvironmentId,
    provider: &str,
    after: Option<&Provider>,
) -> DestinationChange {
    // What cannot be used sends nothing: every host of the new one is new.
    let before = services.definition(environment, provider);
    DestinationChange::between(before.as_deref(), after)
}

/// Keeps what somebody types, for the preview and for another day.
pub async fn keep_draft(
    services: &Services,
    admin: &Admin,
    environment: &EnvironmentId,
    provider: &str,
    source: &str,
) -> Result<(), StoreError> {
    let (key, source, at) = (draft_of(admin, environment, provider), source.to_owned(), services.clock.now());
    let write =
        services.db.write_aside(move |tx| Box::pin(async move { draft::keep(tx, &key, &source, at).await }));
    write.await
}

/// Forgets it.
pub async fn drop_draft(
    services: &Services,
    admin: &Admin,
    environment: &EnvironmentId,
    provider: &str,
) -> Result<(), StoreError> {
    let key = draft_of(admin, environment, provider);
    services.db.write_aside(move |tx| Box::pin(async move { draft::drop_draft(tx, &key).await })).await
}

/// What somebody works on.
pub async fn find_draft(
    services: &Services,
    admin: &Admin,
    environment: &EnvironmentId,
    provider: &str,
) -> Result<Option<String>, StoreError> {
    draft::find(&services.db, &draft_of(admin, environment, provider)).await
}

fn draft_of(admin: &Admin, environment: &EnvironmentId, provider: &str) -> draft::DraftKey {
    draft::DraftKey {
        environment: environment.clone(),
        provider: provider.to_owned(),
        admin: admin.id.clone(),
    }
}
