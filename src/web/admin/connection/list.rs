//! `/admin/connections`: searched, sieved, and leafed by a key that stays when others are added.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Query},
};
use askama::Template;

use super::{
    health::{self, HealthWords},
    path, person_of,
    sieve::Sieve,
};
use crate::{
    store::{
        connection::overview::{self, Health, Leaf, Line, MOST_COUNTED},
        integration,
    },
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

const A_PAGE: usize = 50;

#[derive(Template)]
#[template(path = "admin/connection/list.html")]
struct ListPage {
    frame: Frame,
    sieve: Sieve,
    integrations: Vec<String>,
    healths: Vec<HealthWords>,
    rows: Vec<Row>,
    count: String,
    newer_url: Option<String>,
    older_url: Option<String>,
}

struct Row {
    url: String,
    logo: String,
    integration: String,
    id: String,
    person: Option<String>,
    created: String,
    health: HealthWords,
}

/// The handler.
pub async fn list(state: Data<State>, who: SignedIn, query: Query<Sieve>) -> Result<HttpResponse, WebError> {
    let sieve = query.into_inner().cleaned();
    let (db, environment) = (&state.services.db, &who.environment.id);
    let (filter, leaf) = (sieve.filter(state.services.clock.now()), sieve.leaf());
    // One more than is shown says whether there is more that way.
    let limit = i64::try_from(A_PAGE).unwrap_or(i64::MAX - 1) + 1;
    let mut lines = overview::page(db, environment, &filter, leaf, limit).await?;
    let has_more = lines.len() > A_PAGE;
    let (has_newer, has_older) = match leaf {
        Leaf::First => (false, has_more),
        Leaf::Older(_) => (true, has_more),
        Leaf::Newer(_) => (has_more, true),
    };
    if has_more {
        let surplus = if matches!(leaf, Leaf::Newer(_)) { 0 } else { A_PAGE };
        lines.remove(surplus);
    }
    let newer = lines.first().filter(|_| has_newer).map(|line| sieve.address("after", line.key));
    let older = lines.last().filter(|_| has_older).map(|line| sieve.address("before", line.key));
    let counted = overview::count(db, environment, &filter).await?;
    let integrations = integration::list(db, environment).await?;
    let page = ListPage {
        frame: Frame::inside(&state, &who, Spot::Connections).with_notice(notice(&sieve.done)),
        integrations: integrations.into_iter().map(|row| row.unique_key).collect(),
        healths: Health::ALL.into_iter().map(health::words).collect(),
        rows: lines.into_iter().map(row).collect(),
        count: match counted {
            1 => "1 connection".to_owned(),
            many if many > MOST_COUNTED => format!("More than {MOST_COUNTED} connections"),
            many => format!("{many} connections"),
        },
        newer_url: newer,
        older_url: older,
        sieve,
    };
    draw(&state, StatusCode::OK, &page)
}

fn row(line: Line) -> Row {
    Row {
        url: path(&line.id),
        logo: listing::logo_path(&line.provider),
        person: person_of(line.end_user.as_ref().map(|(user, _)| user), &line.tags),
        created: words::moment(line.key.created_at),
        health: health::words(line.health),
        integration: line.integration_key,
        id: line.connection_id,
    }
}

fn notice(done: &str) -> Option<&'static str> {
    match done {
        "erased" => Some("Everything about this user is erased, here and at the services."),
        "erased-here" => Some(
            "Everything about this user is erased here. Not every service could end the access: \
             the account's owner can do it in the service's own settings.",
        ),
        _ => None,
    }
}
