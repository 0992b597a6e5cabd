//! Links that are handed out: made and revoked, by a person in admin or by a backend. Owns how long they may last and
//! that no deed is without its entry; must not know how they are asked for.

use super::{Deed, perform};
use crate::{
    id::{EnvironmentId, ShareLinkId},
    services::Services,
    session::ShareLinkToken,
    store::{
        StoreError,
        connect_session::EndUser,
        share_link::{self, ShareLinkRow},
    },
};

/// The longest a link lasts, in hours: thirty days.
pub const LONGEST_HOURS: i64 = 720;
/// How long it lasts where nobody says.
pub const USUAL_HOURS: i64 = 24;

/// A link to be made.
#[derive(Clone, Debug)]
pub struct NewShareLink {
    /// Whom it is for.
    pub person: EndUser,
    /// Keys of the integrations it is limited to; without them it offers all.
    pub allowed_integrations: Option<Vec<String>>,
    /// How long it is good, in hours.
    pub hours: i64,
    /// Whether it is over after the first success.
    pub is_once: bool,
    /// Whether a code is sent to the person's address first.
    pub asks_for_code: bool,
}

/// Makes a link. Its token is told here and nowhere else.
pub async fn create(
    services: &Services,
    actor: &str,
    environment: &EnvironmentId,
    new: NewShareLink,
) -> Result<(ShareLinkRow, ShareLinkToken), StoreError> {
    let (token, now) = (ShareLinkToken::random(&services.random), services.clock.now());
    let row = ShareLinkRow {
        id: ShareLinkId::random(&services.random),
        environment_id: environment.clone(),
        end_user: new.person,
        allowed_integrations: new.allowed_integrations.filter(|keys| !keys.is_empty()),
        asks_for_code: new.asks_for_code,
        is_once: new.is_once,
        reconnects: None,
        created_by: actor.to_owned(),
        created_at: now,
        expires_at: now.plus_minutes(new.hours.clamp(1, LONGEST_HOURS) * 60),
        revoked_at: None,
        used_at: None,
        opens: 0,
        last_opened_at: None,
    };
    // The audit outlives the person: it names the link alone.
    let deed = Deed::by(actor, environment, "share_link.create", row.id.as_str())
        .with_detail(format!("until {}", row.expires_at.to_z_iso()));
    let (stored, print) = (row.clone(), token.fingerprint());
    perform(services, deed, move |tx| {
        Box::pin(async move { share_link::insert(tx, &stored, &print).await.map(|()| true) })
    })
    .await?;
    Ok((row, token))
}

/// Ends a link with all its sessions; false where it was ended before.
pub async fn revoke(
    services: &Services,
    actor: &str,
    environment: &EnvironmentId,
    id: &ShareLinkId,
) -> Result<bool, StoreError> {
    let at = services.clock.now();
    let deed = Deed::by(actor, environment, "share_link.revoke", id.as_str());
    let (environment, id) = (environment.clone(), id.clone());
    perform(services, deed, move |tx| {
        Box::pin(async move { share_link::revoke(tx, &environment, &id, at).await })
    })
    .await
}
