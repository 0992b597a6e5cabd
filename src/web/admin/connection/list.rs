//! `/admin/connections`.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Query},
};
use askama::Template;
use serde::Deserialize;

use super::{path, person, waits, works};
use crate::{
    store::connection::{self, ConnectionFilter},
    web::{
        admin::{
            page::{Frame, Spot, draw},
            session::SignedIn,
            words,
        },
        connect::listing,
        error::WebError,
        state::State,
    },
};

const A_PAGE: i64 = 50;
const MAX_QUERY: usize = 100;

#[derive(Template)]
#[template(path = "admin/connection/list.html")]
struct ListPage {
    frame: Frame,
    query: String,
    rows: Vec<Row>,
    page: i64,
    more: bool,
}

struct Row {
    url: String,
    logo: String,
    integration: String,
    id: String,
    person: Option<String>,
    created: String,
    works: bool,
    waits: bool,
}

/// What is searched for, and how far one has leafed.
#[derive(Debug, Deserialize)]
pub struct ListQuery {
    #[serde(default)]
    q: String,
    #[serde(default)]
    page: Option<i64>,
    #[serde(default)]
    done: String,
}

/// The handler.
pub async fn list(
    state: Data<State>,
    who: SignedIn,
    query: Query<ListQuery>,
) -> Result<HttpResponse, WebError> {
    let ListQuery { q, page, done } = query.into_inner();
    let search: String = q.trim().chars().take(MAX_QUERY).collect();
    let page = page.unwrap_or(1).clamp(1, 100_000);
    let filter = ConnectionFilter {
        search: (!search.is_empty()).then(|| search.clone()),
        // One more than is shown says whether there is a next page.
        limit: A_PAGE + 1,
        offset: (page - 1) * A_PAGE,
        ..ConnectionFilter::default()
    };
    let found = connection::list(&state.services.db, &who.environment.id, &filter).await?;
    let a_page = usize::try_from(A_PAGE).unwrap_or(usize::MAX);
    let more = found.len() > a_page;
    let rows = found.into_iter().take(a_page).map(|row| Row {
        url: path(&row.id),
        logo: listing::logo_path(&row.provider),
        person: person(&row),
        created: words::moment(row.created_at),
        works: works(&row),
        waits: waits(&row),
        integration: row.integration_key,
        id: row.connection_id,
    });
    let notice = match done.as_str() {
        "revoked" => Some("Disconnected, here and at the service."),
        "kept" => Some(
            "Disconnected here. The service offers no way to end the access there: the account's owner can.",
        ),
        "not-revoked" => {
            Some("Disconnected here. At the service the access could not be ended: the audit log says why.")
        }
        "erased" => Some("Everything about this user is erased, here and at the services."),
        "erased-here" => Some(
            "Everything about this user is erased here. Not every service could end the access: \
             the account's owner can do it in the service's own settings.",
        ),
        _ => None,
    };
    let frame = Frame::inside(&state, &who, Spot::Connections).with_notice(notice);
    let page = ListPage { frame, query: search, rows: rows.collect(), page, more };
    draw(&state, StatusCode::OK, &page)
}
