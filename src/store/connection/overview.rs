//! Connections as admin lists them: without anything sealed, with their health, page by page by a key that stays.

use indexmap::IndexMap;

use super::{end_user, search::Search};
use crate::{
    clock::Timestamp,
    id::{ConnectionRowId, EnvironmentId},
    store::{
        Db, StoreError,
        connect_session::{EndUser, Organization},
        query::{Query, query},
        row::{Reader, Row},
        statements,
    },
};

/// So many are counted.
pub const MOST_COUNTED: i64 = 1_000;

// Credentials that live longer than a day are told of a day before they end: shorter ones are renewed as they are used.
macro_rules! health {
    ($now:literal) => {
        concat!(
            "CASE WHEN c.exchange_until IS NOT NULL THEN 'waiting' \
            WHEN c.refresh_exhausted = 1 OR (c.unrenewable_since IS NOT NULL AND c.credentials_expire_at <= $", $now, ") \
            THEN 'reconnect' WHEN c.last_refresh_failure IS NOT NULL THEN 'failed' WHEN c.errors <> '[]' THEN 'reported' \
            WHEN c.credentials_expire_at > $", $now, " AND c.credentials_expire_at <= $", $now, " + 86400000 \
            AND c.credentials_expire_at - COALESCE(c.last_refresh_success, c.created_at) > 86400000 THEN 'expiring' \
            ELSE 'healthy' END"
        )
    };
}

macro_rules! from {
    () => {
        "FROM connection c JOIN integration i ON i.id = c.integration_id LEFT JOIN end_user u ON u.id = c.end_user_id WHERE "
    };
}

macro_rules! line {
    ($now:literal) => {
        concat!(
            "SELECT c.number, c.id, c.connection_id, c.tags, c.created_at, c.credentials_expire_at, i.unique_key, i.provider, \
            u.external_id, u.email, u.display_name, u.tags AS end_user_tags, u.organization_id, \
            u.organization_display_name, ", health!($now), " AS health ",
            from!()
        )
    };
}

macro_rules! wanted {
    () => {
        concat!(
            "c.environment_id = $1 AND c.deleted_at IS NULL AND i.deleted_at IS NULL \
            AND (CAST($2 AS TEXT) IS NULL OR c.search_id LIKE $2 ESCAPE '!' OR c.search_tags LIKE $2 ESCAPE '!' \
                OR u.search_text LIKE $2 ESCAPE '!' OR LOWER(u.external_id) LIKE $2 ESCAPE '!' \
                OR EXISTS (SELECT 1 FROM connection_tag w WHERE w.number = c.number \
                    AND w.key = 'end_user_id' AND LOWER(w.value) LIKE $2 ESCAPE '!')) \
            AND (CAST($3 AS TEXT) IS NULL OR i.unique_key = $3) \
            AND (CAST($4 AS TEXT) IS NULL OR EXISTS (SELECT 1 FROM connection_tag t WHERE t.number = c.number \
                AND t.key = $4 AND (CAST($5 AS TEXT) IS NULL OR t.value = $5))) \
            AND (CAST($6 AS BIGINT) = 0 OR c.errors <> '[]') AND c.created_at >= $7 AND c.created_at < $8 \
            AND (CAST($9 AS TEXT) IS NULL OR ", health!("10"), " = $9)"
        )
    };
}

statements! {
    OLDER = concat!(line!("10"), wanted!(), " AND (CAST($11 AS BIGINT) IS NULL OR c.created_at < $11 \
        OR (c.created_at = $11 AND c.number < $12)) ORDER BY c.created_at DESC, c.number DESC LIMIT $13");
    NEWER = concat!(line!("10"), wanted!(), " AND (c.created_at > $11 OR (c.created_at = $11 AND c.number > $12)) \
        ORDER BY c.created_at, c.number LIMIT $13");
    COUNT = concat!("SELECT COUNT(*) AS total FROM (SELECT 1 AS one ", from!(), wanted!(), " LIMIT $11) AS found");
    ONE = concat!(line!("3"), "c.environment_id = $1 AND c.id = $2 AND c.deleted_at IS NULL AND i.deleted_at IS NULL");
}

/// How a connection is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Health {
    /// Nothing is wrong.
    Healthy,
    /// Its code was not exchanged yet.
    Waiting,
    /// Only its person can mend it.
    Reconnect,
    /// The last refresh failed; it is tried again.
    Failed,
    /// Something else is reported.
    Reported,
    /// Its credentials end within a day.
    Expiring,
}

impl Health {
    /// All.
    pub const ALL: [Self; 6] =
        [Self::Healthy, Self::Reconnect, Self::Failed, Self::Expiring, Self::Reported, Self::Waiting];

    /// Its name in addresses and statements.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Healthy => "healthy",
            Self::Waiting => "waiting",
            Self::Reconnect => "reconnect",
            Self::Failed => "failed",
            Self::Reported => "reported",
            Self::Expiring => "expiring",
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|health| health.as_str() == text)
    }
}

/// A place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// When that connection was made.
    pub created_at: Timestamp,
    /// Its number.
    pub number: i64,
}

/// Which way one leafs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Leaf {
    /// The newest.
    #[default]
    First,
    /// Those behind this one.
    Older(Key),
    /// Those before this one.
    Newer(Key),
}

/// What is listed.
#[derive(Clone, Debug)]
pub struct OverviewFilter {
    /// Part of the id, or of the person's id, name or e-mail address, in any case.
    pub search: Option<String>,
    /// The integration's key.
    pub integration_key: Option<String>,
    /// A tag's key, and its value where that matters too.
    pub tag: Option<(String, Option<String>)>,
    /// How they are.
    pub health: Option<Health>,
    /// Only those with errors.
    pub errors_only: bool,
    /// Made at this moment or later.
    pub from: Timestamp,
    /// Made before this moment.
    pub until: Timestamp,
    /// Now.
    pub now: Timestamp,
}

/// A connection in the list.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its place.
    pub key: Key,
    /// The row's id.
    pub id: ConnectionRowId,
    /// The protocol's id.
    pub connection_id: String,
    /// The integration's key.
    pub integration_key: String,
    /// The provider's key.
    pub provider: String,
    /// Whose account it is.
    pub end_user: Option<(EndUser, Option<Organization>)>,
    /// Tags.
    pub tags: IndexMap<String, String>,
    /// When its credentials end, where that is known.
    pub expires_at: Option<Timestamp>,
    /// How it is.
    pub health: Health,
}

/// A page of them, the newest first; `limit` says how many at most.
pub async fn page(
    db: &Db,
    environment: &EnvironmentId,
    filter: &OverviewFilter,
    leaf: Leaf,
    limit: i64,
) -> Result<Vec<Line>, StoreError> {
    let (statement, key) = match leaf {
        Leaf::First => (OLDER, None),
        Leaf::Older(key) => (OLDER, Some(key)),
        Leaf::Newer(key) => (NEWER, Some(key)),
    };
    let mut lines = bound(statement, environment, filter)
        .bind(key.map(|key| key.created_at.0))
        .bind(key.map(|key| key.number))
        .bind(limit)
        .fetch_all(db, read)
        .await?;
    if matches!(leaf, Leaf::Newer(_)) {
        lines.reverse();
    }
    Ok(lines)
}

/// How many there are, at most one more than [`MOST_COUNTED`].
pub async fn count(db: &Db, environment: &EnvironmentId, filter: &OverviewFilter) -> Result<i64, StoreError> {
    let read = |row: &Row<'_>| Reader::new("connection", row).number("total");
    let counted = bound(COUNT, environment, filter).bind(MOST_COUNTED + 1).fetch_optional(db, read);
    Ok(counted.await?.unwrap_or_default())
}

/// One of them.
pub async fn one(
    db: &Db,
    environment: &EnvironmentId,
    id: &ConnectionRowId,
    now: Timestamp,
) -> Result<Option<Line>, StoreError> {
    query(ONE).bind(environment.as_str()).bind(id.as_str()).bind(now.0).fetch_optional(db, read).await
}

fn bound<'q>(
    statement: &'static str,
    environment: &'q EnvironmentId,
    filter: &'q OverviewFilter,
) -> Query<'q> {
    let tag = filter.tag.as_ref();
    query(statement)
        .bind(environment.as_str())
        .bind(filter.search.as_deref().map(|text| Search::of(text).pattern().to_owned()))
        .bind(filter.integration_key.as_deref())
        .bind(tag.map(|(key, _)| key.as_str()))
        .bind(tag.and_then(|(_, value)| value.as_deref()))
        .bind(i64::from(filter.errors_only))
        .bind(filter.from.0)
        .bind(filter.until.0)
        .bind(filter.health.map(Health::as_str))
        .bind(filter.now.0)
}

fn read(row: &Row<'_>) -> Result<Line, StoreError> {
    let row = Reader::new("connection", row);
    let health = Health::parse(&row.text("health")?);
    Ok(Line {
        key: Key { created_at: row.moment("created_at")?, number: row.number("number")? },
        id: ConnectionRowId::from_stored(row.text("id")?),
        connection_id: row.text("connection_id")?,
        integration_key: row.text("unique_key")?,
        provider: row.text("provider")?,
        end_user: end_user(&row)?,
        tags: row.json("tags")?,
        expires_at: row.optional_moment("credentials_expire_at")?,
        health: health.ok_or_else(|| row.corrupt("health", "it is none"))?,
    })
}
