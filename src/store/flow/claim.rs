//! The way back: exactly one request may take a flow from `departed` to `returned`, and it gets all it needs to finish.

use crate::{
    clock::Timestamp,
    id::{EnvironmentId, FlowId, IntegrationId, SessionId, ShareLinkId},
    secret::{Fingerprint, Sealed},
    store::{
        Db, StoreError, Tx,
        connect_session::{Completion, EndUser, Organization, Reconnects},
        query::query,
        row::{Reader, Row},
        statements,
    },
};
use indexmap::IndexMap;

statements! {
    // One statement: what it checks is what it changes, and the sub-selects go by primary keys.
    CLAIM = "UPDATE flow SET state = 'returned' WHERE id = $1 AND state_fingerprint = $2 AND cookie_fingerprint = $3 \
        AND state = 'departed' AND expires_at > $4 AND (CAST($5 AS TEXT) IS NULL OR integration_id = $5) \
        RETURNING id, environment_id, session_id, integration_id, context, socket_id, expires_at, \
        (SELECT e.name FROM environment e WHERE e.id = flow.environment_id) AS environment_name, \
        (SELECT s.tags FROM connect_session s WHERE s.id = flow.session_id) AS tags, \
        (SELECT s.end_user FROM connect_session s WHERE s.id = flow.session_id) AS end_user, \
        (SELECT s.organization FROM connect_session s WHERE s.id = flow.session_id) AS organization, \
        (SELECT s.webhook_url_override FROM connect_session s WHERE s.id = flow.session_id) AS webhook_url_override, \
        (SELECT s.reconnects FROM connect_session s WHERE s.id = flow.session_id) AS reconnects, \
        (SELECT s.reconnect_replaces FROM connect_session s WHERE s.id = flow.session_id) AS reconnect_replaces, \
        (SELECT s.share_link_id FROM connect_session s WHERE s.id = flow.session_id) AS share_link_id, \
        (SELECT s.completion FROM connect_session s WHERE s.id = flow.session_id) AS completion, \
        (SELECT i.unique_key FROM integration i WHERE i.id = flow.integration_id) AS unique_key, \
        (SELECT i.provider FROM integration i WHERE i.id = flow.integration_id) AS provider, \
        (SELECT i.credentials FROM integration i WHERE i.id = flow.integration_id) AS credentials, \
        (SELECT i.custom FROM integration i WHERE i.id = flow.integration_id) AS custom";
    CHECK = "SELECT integration_id, state, state_fingerprint, cookie_fingerprint, expires_at FROM flow WHERE id = $1";
}

/// A flow whose person came back in time, in the browser that left: the caller alone may finish it.
#[derive(Clone, Debug)]
pub struct ClaimedFlow {
    /// Its id.
    pub id: FlowId,
    /// The environment.
    pub environment_id: EnvironmentId,
    /// The environment's name.
    pub environment_name: String,
    /// The session it was made in.
    pub session_id: SessionId,
    /// The integration.
    pub integration_id: IntegrationId,
    /// The integration's key.
    pub integration_key: String,
    /// The provider's key.
    pub provider: String,
    /// The owner's credential (`integration.credentials`), as it is now.
    pub owner: Option<Sealed>,
    /// The owner's further settings (`integration.custom`).
    pub custom: Option<Sealed>,
    /// What the departure kept (`flow.context`).
    pub context: Option<Sealed>,
    /// The SDK's socket that waits for the end.
    pub socket_id: Option<String>,
    /// The session's tags.
    pub tags: IndexMap<String, String>,
    /// Who connects.
    pub end_user: Option<EndUser>,
    /// Their organization.
    pub organization: Option<Organization>,
    /// The only address that gets the webhooks.
    pub webhook_url_override: Option<String>,
    /// The connection that is reconnected, where one is.
    pub reconnects: Option<Reconnects>,
    /// The link by which the session was opened, where one was.
    pub share_link: Option<ShareLinkId>,
    /// When its connection can be used.
    pub completion: Completion,
}

/// Why a way back is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReturnCheck {
    /// No such flow, or another `state`.
    Unknown,
    /// Not the browser that left.
    OtherBrowser,
    /// Somebody came back before, or it was ended.
    Used,
    /// Too late.
    Expired,
}

/// Takes the flow for the caller, or nothing; at an integration's own address, only a flow of that integration.
pub async fn claim(
    tx: &mut Tx,
    id: &FlowId,
    state: &Fingerprint,
    cookie: &Fingerprint,
    at_address_of: Option<&IntegrationId>,
    now: Timestamp,
) -> Result<Option<ClaimedFlow>, StoreError> {
    query(CLAIM)
        .bind(id.as_str())
        .bind(state.as_bytes())
        .bind(cookie.as_bytes())
        .bind(now.0)
        .bind(at_address_of.map(IntegrationId::as_str))
        .returning_optional(tx, read)
        .await
}

/// Why [`claim`] gave nothing; a missing cookie is another browser's.
pub async fn check(
    db: &Db,
    id: &FlowId,
    state: &Fingerprint,
    cookie: Option<&Fingerprint>,
    at_address_of: Option<&IntegrationId>,
    now: Timestamp,
) -> Result<ReturnCheck, StoreError> {
    let read = |row: &Row<'_>| {
        let row = Reader::new("flow", row);
        let is_stored =
            |print: &Fingerprint, stored: Option<Vec<u8>>| stored.is_some_and(|bytes| print.matches(&bytes));
        let integration = row.text("integration_id")?;
        let is_other = at_address_of.is_some_and(|id| id.as_str() != integration);
        Ok(if is_other || !is_stored(state, row.optional_bytes("state_fingerprint")?) {
            ReturnCheck::Unknown
        } else if row.text("state")? != "departed" {
            ReturnCheck::Used
        } else if row.moment("expires_at")? <= now {
            ReturnCheck::Expired
        } else {
            let bytes = row.optional_bytes("cookie_fingerprint")?;
            let same = cookie.is_some_and(|print| is_stored(print, bytes));
            if same { ReturnCheck::Used } else { ReturnCheck::OtherBrowser }
        })
    };
    let found = query(CHECK).bind(id.as_str()).fetch_optional(db, read).await?;
    Ok(found.unwrap_or(ReturnCheck::Unknown))
}

fn read(row: &Row<'_>) -> Result<ClaimedFlow, StoreError> {
    let row = Reader::new("flow", row);
    Ok(ClaimedFlow {
        id: FlowId::from_stored(row.text("id")?),
        environment_id: EnvironmentId::from_stored(row.text("environment_id")?),
        environment_name: row.text("environment_name")?,
        session_id: SessionId::from_stored(row.text("session_id")?),
        integration_id: IntegrationId::from_stored(row.text("integration_id")?),
        integration_key: row.text("unique_key")?,
        provider: row.text("provider")?,
        owner: row.optional_sealed("credentials")?,
        custom: row.optional_sealed("custom")?,
        context: row.optional_sealed("context")?,
        socket_id: row.optional_text("socket_id")?,
        tags: row.json("tags")?,
        end_user: row.optional_json("end_user")?,
        organization: row.optional_json("organization")?,
        webhook_url_override: row.optional_text("webhook_url_override")?,
        reconnects: Reconnects::read(&row)?,
        share_link: row.optional_text("share_link_id")?.map(ShareLinkId::from_stored),
        completion: Completion::read(&row)?,
    })
}
