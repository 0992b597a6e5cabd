//! Webhooks on their way to one address each: whose turn it is, what came of it, and the log of both.

mod log;

pub use log::{DeliveryFilter, DeliveryRow, find, list, replay};

use super::{
    Db, NamedStatement, StoreError, Tx,
    query::query,
    row::{Reader, Row},
    statements,
};
use crate::{
    clock::Timestamp,
    id::{ConnectionRowId, DeliveryId, EnvironmentId, WebhookId},
};

statements! {
    INSERT = "INSERT INTO webhook_delivery (id, environment_id, webhook_id, connection_row, url, state, attempts, \
        next_attempt_at, created_at) VALUES ($1, $2, $3, $4, $5, 'waiting', 0, $6, $6)";
    // Address by address: what waits at one must not hide what is due at another.
    ADDRESSES = "WITH RECURSIVE address (url) AS (SELECT MIN(url) FROM webhook_delivery WHERE state = 'waiting' \
        UNION ALL SELECT (SELECT MIN(d.url) FROM webhook_delivery d WHERE d.state = 'waiting' AND d.url > address.url) \
        FROM address WHERE address.url IS NOT NULL) SELECT url FROM address WHERE url IS NOT NULL AND EXISTS \
        (SELECT 1 FROM webhook_delivery d WHERE d.url = address.url AND d.state = 'waiting' \
        AND d.next_attempt_at <= $1 AND (d.lease_until IS NULL OR d.lease_until < $1)) ORDER BY url";
    // Of one connection and address only the oldest has its turn: they arrive in the order in which they happened.
    CLAIM = "UPDATE webhook_delivery SET lease_until = $1 WHERE id IN (SELECT d.id FROM webhook_delivery d \
        WHERE d.url = $4 AND d.state = 'waiting' AND d.next_attempt_at <= $2 \
        AND (d.lease_until IS NULL OR d.lease_until < $2) \
        AND NOT EXISTS (SELECT 1 FROM webhook_delivery e WHERE e.connection_row = d.connection_row \
        AND e.url = d.url AND e.state = 'waiting' AND e.number < d.number) \
        ORDER BY d.next_attempt_at, d.number LIMIT $3) \
        AND state = 'waiting' AND (lease_until IS NULL OR lease_until < $2) \
        RETURNING id, environment_id, webhook_id, url, attempts, lease_until, \
        (SELECT w.body FROM webhook_outbox w WHERE w.id = webhook_delivery.webhook_id) AS body";
    GIVE_BACK = "UPDATE webhook_delivery SET lease_until = NULL WHERE id = $1 AND lease_until = $2";
    SETTLE = "UPDATE webhook_delivery SET state = $1, attempts = attempts + 1, next_attempt_at = $2, \
        last_status = $3, last_error = $4, finished_at = $5, lease_until = NULL WHERE id = $6 AND lease_until = $7";
    POSTPONE = "UPDATE webhook_delivery SET next_attempt_at = $1, lease_until = NULL \
        WHERE id = $2 AND lease_until = $3";
}

/// All statements about deliveries.
#[must_use]
pub fn statements() -> Vec<NamedStatement> {
    [STATEMENTS, log::STATEMENTS].concat()
}

/// How far a delivery has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeliveryState {
    /// It has not arrived yet.
    Waiting,
    /// The address has answered with a success.
    Delivered,
    /// It was tried for hours; nobody tries any more, unless somebody asks for it.
    GivenUp,
}

impl DeliveryState {
    /// The column's text.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Delivered => "delivered",
            Self::GivenUp => "given_up",
        }
    }

    /// Reads the column's text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Waiting, Self::Delivered, Self::GivenUp].into_iter().find(|state| state.as_str() == text)
    }
}

/// A delivery to be made.
#[derive(Debug)]
pub struct NewDelivery {
    /// Its id.
    pub id: DeliveryId,
    /// The environment.
    pub environment_id: EnvironmentId,
    /// What is delivered.
    pub webhook_id: WebhookId,
    /// The connection it tells of.
    pub connection_row: Option<ConnectionRowId>,
    /// To where.
    pub url: String,
    /// Now, which is when it is due.
    pub at: Timestamp,
}

/// A delivery whose turn it is: the caller alone may make it until the lease ends.
#[derive(Debug)]
pub struct ClaimedDelivery {
    /// Its id.
    pub id: DeliveryId,
    /// The environment.
    pub environment_id: EnvironmentId,
    /// What is delivered: the same for each attempt, by which a receiver knows that it has seen it.
    pub webhook_id: WebhookId,
    /// To where.
    pub url: String,
    /// The attempts before this one.
    pub attempts: i64,
    /// The lease, by which the caller is known.
    pub lease_until: Timestamp,
    /// The exact body.
    pub body: String,
}

/// What came of an attempt.
#[derive(Debug)]
pub struct Settled {
    /// How far it has come.
    pub state: DeliveryState,
    /// When it is tried again, where it waits.
    pub next_attempt_at: Timestamp,
    /// What the address answered.
    pub status: Option<u16>,
    /// Why there was no success: a stable code.
    pub error: Option<&'static str>,
    /// Now.
    pub at: Timestamp,
}

/// Adds a delivery.
pub async fn insert(tx: &mut Tx, new: &NewDelivery) -> Result<(), StoreError> {
    query(INSERT)
        .bind(new.id.as_str())
        .bind(new.environment_id.as_str())
        .bind(new.webhook_id.as_str())
        .bind(new.connection_row.as_ref().map(ConnectionRowId::as_str))
        .bind(&new.url)
        .bind(new.at.0)
        .execute(tx)
        .await?;
    Ok(())
}

/// The addresses at which something is due, in the order of their texts.
pub async fn addresses(db: &Db, now: Timestamp) -> Result<Vec<String>, StoreError> {
    query(ADDRESSES).bind(now.0).fetch_all(db, |row| Reader::new("webhook_delivery", row).text("url")).await
}

/// Takes the deliveries to an address whose turn it is, the longest due first.
pub async fn claim(
    tx: &mut Tx,
    url: &str,
    now: Timestamp,
    lease_until: Timestamp,
    limit: i64,
) -> Result<Vec<ClaimedDelivery>, StoreError> {
    query(CLAIM).bind(lease_until.0).bind(now.0).bind(limit).bind(url).returning_all(tx, read_claimed).await
}

/// Ends the lease of a delivery that is not made now: any process may take it at once.
pub async fn give_back(tx: &mut Tx, id: &DeliveryId, lease_until: Timestamp) -> Result<(), StoreError> {
    query(GIVE_BACK).bind(id.as_str()).bind(lease_until.0).execute(tx).await?;
    Ok(())
}

/// Stores what came of an attempt; false when the lease has ended and another process has taken it over.
pub async fn settle(tx: &mut Tx, claimed: &ClaimedDelivery, settled: &Settled) -> Result<bool, StoreError> {
    let is_over = settled.state != DeliveryState::Waiting;
    let done = query(SETTLE)
        .bind(settled.state.as_str())
        .bind(settled.next_attempt_at.0)
        .bind(settled.status.map(i64::from))
        .bind(settled.error)
        .bind(is_over.then_some(settled.at.0))
        .bind(claimed.id.as_str())
        .bind(claimed.lease_until.0)
        .execute(tx)
        .await?;
    Ok(done == 1)
}

/// Puts a delivery off without counting an attempt.
pub async fn postpone(tx: &mut Tx, claimed: &ClaimedDelivery, until: Timestamp) -> Result<(), StoreError> {
    query(POSTPONE).bind(until.0).bind(claimed.id.as_str()).bind(claimed.lease_until.0).execute(tx).await?;
    Ok(())
}

fn read_claimed(row: &Row<'_>) -> Result<ClaimedDelivery, StoreError> {
    let row = Reader::new("webhook_delivery", row);
    Ok(ClaimedDelivery {
        id: DeliveryId::from_stored(row.text("id")?),
        environment_id: EnvironmentId::from_stored(row.text("environment_id")?),
        webhook_id: WebhookId::from_stored(row.text("webhook_id")?),
        url: row.text("url")?,
        attempts: row.number("attempts")?,
        lease_until: row.moment("lease_until")?,
        body: row.text("body")?,
    })
}
