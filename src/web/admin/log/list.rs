//! `/admin/logs`: the attempts, the newest first, and the funnel below.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Query},
};
use askama::Template;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;

use super::{
    funnel::{self, Bars},
    words::{self, Verdict},
};
use crate::{
    session::person_of_tags,
    store::{
        connect_attempt::{self, AttemptFilter, AttemptRow, Outcome},
        integration,
    },
    trace::Code,
    web::{
        admin::{
            page::{Frame, Spot, draw},
            session::SignedIn,
            words::moment,
        },
        code_words,
        connect::listing,
        error::WebError,
        state::State,
        tr::{Language, Tr},
    },
};

const SHOWN: i64 = 50;
const MAX_QUERY: usize = 100;

#[derive(Template)]
#[template(path = "admin/log/list.html")]
struct ListPage {
    frame: Frame,
    filter: LogQuery,
    integrations: Vec<String>,
    codes: Vec<(&'static str, String)>,
    lines: Vec<Line>,
    older_url: Option<String>,
    funnel: Vec<Bars>,
}

struct Line {
    url: String,
    logo: Option<String>,
    person: Option<String>,
    integration: String,
    verdict: Verdict,
    meaning: String,
    at: String,
}

/// What is searched for.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct LogQuery {
    #[serde(default)]
    q: String,
    #[serde(default)]
    integration: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    outcome: String,
    before: Option<i64>,
}

impl LogQuery {
    fn is_all(&self) -> bool {
        [&self.q, &self.integration, &self.code, &self.outcome].iter().all(|text| text.is_empty())
            && self.before.is_none()
    }

    /// The same search, told in an address.
    fn address(&self, before: Option<i64>) -> String {
        let pairs = [
            ("q", &self.q),
            ("integration", &self.integration),
            ("code", &self.code),
            ("outcome", &self.outcome),
        ];
        let given = pairs.into_iter().filter(|(_, value)| !value.is_empty());
        let mut said: Vec<String> = given
            .map(|(name, value)| format!("{name}={}", utf8_percent_encode(value, NON_ALPHANUMERIC)))
            .collect();
        said.extend(before.map(|number| format!("before={number}")));
        format!("{}?{}", super::PATH, said.join("&"))
    }

    /// The same search with another outcome.
    fn with_outcome(&self, outcome: &str) -> String {
        Self { outcome: outcome.to_owned(), ..self.clone() }.address(None)
    }

    fn filter(&self) -> AttemptFilter {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        AttemptFilter {
            outcome: Outcome::parse(&self.outcome),
            integration_key: some(&self.integration),
            code: some(&self.code),
            person: some(&self.q),
            before: self.before,
            limit: SHOWN + 1,
        }
    }
}

/// The handler.
pub async fn list(
    state: Data<State>,
    who: SignedIn,
    query: Query<LogQuery>,
) -> Result<HttpResponse, WebError> {
    let mut filter = query.into_inner();
    filter.q = filter.q.trim().chars().take(MAX_QUERY).filter(|c| *c != '\0').collect();
    filter.integration.retain(|c| c != '\0');
    filter.code.retain(|c| c != '\0');
    let (db, environment) = (&state.services.db, &who.environment.id);
    let mut rows = connect_attempt::list(db, environment, &filter.filter()).await?;
    let has_more = i64::try_from(rows.len()).is_ok_and(|count| count > SHOWN);
    rows.truncate(usize::try_from(SHOWN).unwrap_or_default());
    let older_url = rows.last().filter(|_| has_more).map(|row| filter.address(Some(row.number)));
    let tr = state.wardrobe.translations.reader(Language::ENGLISH);
    let integrations = integration::list(db, environment).await?;
    let page = ListPage {
        frame: Frame::inside(&state, &who, Spot::Logs),
        lines: rows.iter().map(|row| line(&state, &tr, row)).collect(),
        integrations: integrations.into_iter().map(|row| row.unique_key).collect(),
        codes: Code::ALL.iter().map(|code| (code.as_str(), tr.text(code_words::keys(*code).0))).collect(),
        funnel: funnel::of(&state, environment, &filter.integration).await?,
        older_url,
        filter,
    };
    draw(&state, StatusCode::OK, &page)
}

fn line(state: &State, tr: &Tr, row: &AttemptRow) -> Line {
    Line {
        url: format!("{}/{}", super::PATH, row.id),
        logo: row.provider.as_deref().map(listing::logo_path),
        person: person_of_tags(&row.tags),
        integration: row.integration_key.clone(),
        verdict: words::verdict(row, state.services.clock.now()),
        meaning: row.code.as_deref().map_or_else(String::new, |code| words::explained(tr, code).meaning),
        at: moment(row.updated_at),
    }
}
