//! People: their roles, their end, and what is true for all of them.

use super::{Admin, Deed, Role, perform};
use crate::{
    services::Services,
    store::{
        StoreError,
        admin::{AdminRow, people},
    },
};

/// What became of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// It is stored.
    Done,
    /// They are the only owner, and somebody has to be.
    LastOwner,
    /// Somebody else changed the account since it was looked at; nothing was stored.
    Meanwhile,
}

/// Gives somebody another role, as of the version that was looked at.
pub async fn set_role(
    services: &Services,
    by: &Admin,
    of: &AdminRow,
    version: i64,
    role: Role,
) -> Result<Changed, StoreError> {
    let words = format!("{} → {}", of.role.as_str(), role.as_str());
    let deed = Deed::of_person(by, "people.role", &of.name).with_detail(words);
    let (id, at) = (of.id.clone(), services.clock.now());
    let change = perform(services, deed, move |tx| {
        Box::pin(async move { people::set_role(tx, &id, version, role, at).await })
    });
    if change.await? { Ok(Changed::Done) } else { why_not(services, of, version).await }
}

/// Removes somebody; their sessions end with them, their name stays in the audit.
pub async fn remove(
    services: &Services,
    by: &Admin,
    of: &AdminRow,
    version: i64,
) -> Result<Changed, StoreError> {
    let deed = Deed::of_person(by, "people.remove", &of.name).with_detail(of.role.as_str());
    let id = of.id.clone();
    let change =
        perform(services, deed, move |tx| Box::pin(async move { people::remove(tx, &id, version).await }));
    if change.await? { Ok(Changed::Done) } else { why_not(services, of, version).await }
}

async fn why_not(services: &Services, of: &AdminRow, version: i64) -> Result<Changed, StoreError> {
    let now = people::find(&services.db, &of.id).await?;
    let same = now.is_some_and(|row| row.version == version);
    Ok(if same { Changed::LastOwner } else { Changed::Meanwhile })
}

/// Whether everybody must have a second factor; false when somebody changed it since.
pub async fn require_totp(
    services: &Services,
    by: &Admin,
    required: bool,
    version: i64,
) -> Result<bool, StoreError> {
    let words = if required { "required for everyone" } else { "each decides" };
    let deed = Deed::of_person(by, "people.two-step", "everyone").with_detail(words);
    perform(services, deed, move |tx| {
        Box::pin(async move { people::set_policy(tx, required, version).await })
    })
    .await
}
