//! Lists of connections, the newest first. Each begins with the filter that few connections pass, and finds the rows of
//! its page in indexes before it reads one of them: a deep page among a million costs little more than the first.

use super::{ConnectionRow, read, search::Search};
use crate::{
    id::EnvironmentId,
    store::{
        Db, StoreError,
        query::{Query, query},
        row::{Reader, Row},
        statements,
    },
};

/// The most tags that a list can be filtered by: as many as a connection can have.
pub const TAG_FILTERS: usize = 10;
/// The most integrations whose connections are merged; of more, all connections are looked through.
const MERGED: usize = 8;

/// A pair of parameters that a tag must match, unless no tag is asked for. Not `EXISTS`: PostgreSQL would rather read all
/// that have the tag than look at those of a page.
macro_rules! tag {
    ($key:literal, $value:literal) => {
        concat!(
            " AND (CAST($",
            $key,
            " AS TEXT) IS NULL OR (SELECT t.value FROM connection_tag t WHERE t.number = m.number AND t.key = $",
            $key,
            ") = $",
            $value,
            ")"
        )
    };
}

/// A list with every filter: the tables that it begins with and their condition, and its order. The environment is kept out
/// of the choice of an index.
macro_rules! found {
    ($from:literal, $begin:expr, $order:literal) => {
        concat!(
            select!("c.number IN (SELECT m.number FROM "),
            $from,
            "connection m CROSS JOIN integration j LEFT JOIN end_user p ON p.id = m.end_user_id WHERE j.id = m.integration_id AND ",
            $begin,
            " AND m.environment_id || '' = $1 AND m.deleted_at IS NULL AND j.deleted_at IS NULL \
            AND (CAST($2 AS TEXT) IS NULL OR m.connection_id = $2) \
            AND (CAST($3 AS TEXT) IS NULL OR (SELECT l.text FROM connection_search l \
                WHERE l.environment_id = m.environment_id AND l.sort_key = ", sort_key!("m"), ") LIKE $3 ESCAPE '!') \
            AND (CAST($4 AS TEXT) IS NULL OR p.external_id = $4) \
            AND (CAST($5 AS TEXT) IS NULL OR p.organization_id = $5) \
            AND (CAST($6 AS TEXT) IS NULL OR REPLACE($6, ',' || j.unique_key || ',', '') <> $6)",
            tag!("7", "8"), tag!("9", "10"), tag!("11", "12"), tag!("13", "14"), tag!("15", "16"),
            tag!("17", "18"), tag!("19", "20"), tag!("21", "22"), tag!("23", "24"), tag!("25", "26"),
            " ORDER BY ", $order, " LIMIT $27 OFFSET $28) ORDER BY c.created_at DESC, c.number DESC"
        )
    };
}

/// The newest of an integration, by the parameter of its key: `$3` of them.
macro_rules! of_one {
    ($key:literal) => {
        concat!(
            "SELECT * FROM (SELECT n.created_at, n.number FROM connection n WHERE n.deleted_at IS NULL AND n.integration_id = \
             (SELECT g.id FROM integration g WHERE g.environment_id = $1 AND g.unique_key = $",
            $key,
            " AND g.deleted_at IS NULL) ORDER BY n.created_at DESC, n.number DESC LIMIT $3) AS of_",
            $key
        )
    };
}

statements! {
    NAMED = found!("", "m.number IN (SELECT n.number FROM connection n WHERE n.environment_id = $1 AND n.connection_id = $2 \
        AND n.deleted_at IS NULL)", "m.created_at DESC, m.number DESC");
    OF_END_USER = found!("", "m.end_user_id IN (SELECT q.id FROM end_user q WHERE q.environment_id = $1 AND q.external_id = $4)",
        "m.created_at DESC, m.number DESC");
    OF_ORGANIZATION = found!("", "m.end_user_id IN (SELECT q.id FROM end_user q WHERE q.environment_id = $1 \
        AND q.organization_id = $5)", "m.created_at DESC, m.number DESC");
    // Among the newest, down to the place $29.
    SEARCHED_NEWEST = found!("", "m.number IN (SELECT s.number FROM connection_search s WHERE s.environment_id = $1 \
        AND s.sort_key > $29 AND s.text LIKE $3 ESCAPE '!')", "m.created_at DESC, m.number DESC");
    SEARCHED = found!("", concat!("m.number IN (", candidates!("$3", "$29"), ")"), "m.created_at DESC, m.number DESC");
    TAGGED_AND_MORE = found!("connection_tag f CROSS JOIN ", "f.environment_id = $1 AND f.key = $7 AND f.value = $8 AND f.is_live = 1 \
        AND m.number = f.number", "f.created_at DESC, f.number DESC");
    // How many have a tag, as far as it matters.
    WITH_TAG = "SELECT COUNT(*) AS found FROM (SELECT 1 FROM connection_tag f WHERE f.environment_id = $1 AND f.key = $2 \
        AND f.value = $3 AND f.is_live = 1 LIMIT 1000) AS few";
    OF_MANY_INTEGRATIONS = found!("", "m.number IN (SELECT n.number FROM connection n WHERE n.environment_id = $1 \
        AND n.deleted_at IS NULL)", "m.created_at DESC, m.number DESC");
    TAGGED = select!("c.number IN (SELECT f.number FROM connection_tag f WHERE f.environment_id = $1 AND f.key = $2 AND f.value = $3 \
        AND f.is_live = 1 ORDER BY f.created_at DESC, f.number DESC LIMIT $4 OFFSET $5) ORDER BY c.created_at DESC, c.number DESC");
    OF_INTEGRATION = select!("c.number IN (SELECT n.number FROM connection n WHERE n.deleted_at IS NULL AND n.integration_id = \
        (SELECT g.id FROM integration g WHERE g.environment_id = $1 AND g.unique_key = $2 AND g.deleted_at IS NULL) \
        ORDER BY n.created_at DESC, n.number DESC LIMIT $3 OFFSET $4) ORDER BY c.created_at DESC, c.number DESC");
    OF_INTEGRATIONS = concat!(select!("c.number IN (SELECT merged.number FROM ("),
        of_one!("5"), " UNION ALL ", of_one!("6"), " UNION ALL ", of_one!("7"), " UNION ALL ", of_one!("8"), " UNION ALL ",
        of_one!("9"), " UNION ALL ", of_one!("10"), " UNION ALL ", of_one!("11"), " UNION ALL ", of_one!("12"),
        ") AS merged ORDER BY merged.created_at DESC, merged.number DESC LIMIT $2 OFFSET $4) ORDER BY c.created_at DESC, c.number DESC");
    // Those of a deleted integration are deleted.
    NEWEST = select!("c.number IN (SELECT n.number FROM connection n WHERE n.environment_id = $1 \
        AND n.deleted_at IS NULL ORDER BY n.created_at DESC, n.number DESC LIMIT $2 OFFSET $3) \
        ORDER BY c.created_at DESC, c.number DESC");
}

/// What a list is limited to (wire-protocol.md §5.2).
#[derive(Clone, Debug, Default)]
pub struct ConnectionFilter {
    /// The protocol's id.
    pub connection_id: Option<String>,
    /// Part of the id, the end user's name or e-mail address, in any case. Fewer than three characters are looked for among
    /// the newest [`super::search::NEWEST`] connections.
    pub search: Option<String>,
    /// The application's own id of the end user.
    pub end_user_id: Option<String>,
    /// The application's own id of the organization.
    pub organization_id: Option<String>,
    /// Keys of integrations; any of them.
    pub integration_keys: Vec<String>,
    /// Tags; all of them, at most [`TAG_FILTERS`].
    pub tags: Vec<(String, String)>,
    /// How many at most.
    pub limit: i64,
    /// How many are passed over.
    pub offset: i64,
}

/// The connections that pass the filter, the newest first.
pub async fn list(
    db: &Db,
    environment: &EnvironmentId,
    filter: &ConnectionFilter,
) -> Result<Vec<ConnectionRow>, StoreError> {
    let search = filter.search.as_deref().map(Search::of);
    let keys = filter.integration_keys.as_slice();
    match (filter, search) {
        (ConnectionFilter { connection_id: Some(_), .. }, search) => {
            with_all(db, environment, filter, NAMED, search.as_ref()).await
        }
        (ConnectionFilter { end_user_id: Some(_), .. }, search) => {
            with_all(db, environment, filter, OF_END_USER, search.as_ref()).await
        }
        (ConnectionFilter { organization_id: Some(_), .. }, search) => {
            with_all(db, environment, filter, OF_ORGANIZATION, search.as_ref()).await
        }
        (_, Some(search)) if keys.is_empty() && filter.tags.is_empty() => {
            search.list(db, environment, filter.limit, filter.offset).await
        }
        (_, Some(search)) => searched(db, environment, filter, &search).await,
        (_, None) if !filter.tags.is_empty() => tagged(db, environment, filter).await,
        (_, None) if keys.len() > MERGED => {
            with_all(db, environment, filter, OF_MANY_INTEGRATIONS, None).await
        }
        (_, None) => newest(db, environment, filter).await,
    }
}

async fn newest(
    db: &Db,
    environment: &EnvironmentId,
    filter: &ConnectionFilter,
) -> Result<Vec<ConnectionRow>, StoreError> {
    let ConnectionFilter { limit, offset, .. } = *filter;
    let asked = match filter.integration_keys.as_slice() {
        [] => query(NEWEST).bind(environment.as_str()).bind(limit).bind(offset),
        [key] => query(OF_INTEGRATION).bind(environment.as_str()).bind(key).bind(limit).bind(offset),
        keys => {
            let reach = limit.saturating_add(offset);
            let asked =
                query(OF_INTEGRATIONS).bind(environment.as_str()).bind(limit).bind(reach).bind(offset);
            // A key that stands there twice counts once.
            let once = |at: usize| keys.get(at).filter(|key| !keys[..at].contains(key));
            (0..MERGED).fold(asked, |asked, at| asked.bind(once(at).map(String::as_str)))
        }
    };
    asked.fetch_all(db, read).await
}

async fn tagged(
    db: &Db,
    environment: &EnvironmentId,
    filter: &ConnectionFilter,
) -> Result<Vec<ConnectionRow>, StoreError> {
    match (filter.tags.as_slice(), filter.integration_keys.as_slice()) {
        ([(key, value)], []) => {
            let asked = query(TAGGED).bind(environment.as_str()).bind(key).bind(value);
            asked.bind(filter.limit).bind(filter.offset).fetch_all(db, read).await
        }
        ([_], _) => with_all(db, environment, filter, TAGGED_AND_MORE, None).await,
        (tags, _) => {
            let tags = rarest_first(db, environment, tags).await?;
            let filter = ConnectionFilter { tags, ..filter.clone() };
            with_all(db, environment, &filter, TAGGED_AND_MORE, None).await
        }
    }
}

/// The tags, that first which the fewest connections have: the list is read along it.
async fn rarest_first(
    db: &Db,
    environment: &EnvironmentId,
    tags: &[(String, String)],
) -> Result<Vec<(String, String)>, StoreError> {
    let found = |row: &Row<'_>| Reader::new("connection_tag", row).number("found");
    let mut counted = Vec::new();
    for tag in tags {
        let asked = query(WITH_TAG).bind(environment.as_str()).bind(&tag.0).bind(&tag.1);
        counted.push((asked.fetch_one(db, found).await?, tag.clone()));
    }
    counted.sort_by_key(|(found, _)| *found);
    Ok(counted.into_iter().map(|(_, tag)| tag).collect())
}

async fn searched(
    db: &Db,
    environment: &EnvironmentId,
    filter: &ConnectionFilter,
    search: &Search,
) -> Result<Vec<ConnectionRow>, StoreError> {
    let asked = |statement| all_of(environment, filter, statement, Some(search));
    match (search.beyond(db), search.boundary(db, environment).await?) {
        (Some(wanted), Some(_)) => asked(SEARCHED).bind(wanted).fetch_all(db, read).await,
        (_, boundary) => asked(SEARCHED_NEWEST).bind(boundary.unwrap_or(-1)).fetch_all(db, read).await,
    }
}

async fn with_all(
    db: &Db,
    environment: &EnvironmentId,
    filter: &ConnectionFilter,
    statement: &'static str,
    search: Option<&Search>,
) -> Result<Vec<ConnectionRow>, StoreError> {
    all_of(environment, filter, statement, search).fetch_all(db, read).await
}

fn all_of<'q>(
    environment: &'q EnvironmentId,
    filter: &'q ConnectionFilter,
    statement: &'static str,
    search: Option<&'q Search>,
) -> Query<'q> {
    let keys = &filter.integration_keys;
    let mut asked = query(statement)
        .bind(environment.as_str())
        .bind(&filter.connection_id)
        .bind(search.map(Search::pattern))
        .bind(&filter.end_user_id)
        .bind(&filter.organization_id)
        .bind((!keys.is_empty()).then(|| format!(",{},", keys.join(",,"))));
    for index in 0..TAG_FILTERS {
        let tag = filter.tags.get(index);
        asked = asked.bind(tag.map(|(key, _)| key.as_str())).bind(tag.map(|(_, value)| value.as_str()));
    }
    asked.bind(filter.limit).bind(filter.offset)
}
