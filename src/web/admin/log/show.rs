//! `/admin/logs/{id}`: one attempt as a time line.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;

use super::words::{self, Explained, Verdict};
use crate::{
    session::person_of_tags,
    store::connect_attempt::{self, DeliveryLine, StepRow},
    trace::Code,
    web::{
        admin::{
            not_found::not_found,
            page::{Frame, Spot, draw},
            session::SignedIn,
            words::moment,
        },
        error::WebError,
        state::State,
        tr::{Language, Tr},
    },
};

#[derive(Template)]
#[template(path = "admin/log/show.html")]
struct ShowPage {
    frame: Frame,
    title: String,
    integration: String,
    verdict: Verdict,
    problem: Option<Explained>,
    began: String,
    session: String,
    connection: Option<String>,
    lines: Vec<Line>,
}

/// A step as the time line shows it.
struct Line {
    at: String,
    what: &'static str,
    tone: &'static str,
    detail: String,
    problem: Option<Explained>,
}

/// The handler.
pub async fn show(state: Data<State>, who: SignedIn, id: Path<String>) -> Result<HttpResponse, WebError> {
    let (db, environment) = (&state.services.db, &who.environment.id);
    let id = id.into_inner();
    if id.contains('\0') {
        return Err(not_found());
    }
    let row = connect_attempt::find(db, environment, &id).await?.ok_or_else(not_found)?;
    let tr = state.wardrobe.translations.reader(Language::ENGLISH);
    let steps = connect_attempt::steps(db, &row.session_id, &row.integration_key).await?;
    let mut lines: Vec<_> = steps.iter().map(|step| (step.at, line(&tr, step))).collect();
    if let Some(connection) = &row.connection_id {
        let told = connect_attempt::deliveries(db, environment, connection).await?;
        lines.extend(told.iter().map(|told| (told.finished_at.unwrap_or(told.created_at), delivery(told))));
    }
    // Stable: what happened in the same thousandth stays in its order.
    lines.sort_by_key(|(at, _)| *at);
    let page = ShowPage {
        frame: Frame::inside(&state, &who, Spot::Logs),
        title: person_of_tags(&row.tags).unwrap_or_else(|| "Unnamed user".to_owned()),
        verdict: words::verdict(&row, state.services.clock.now()),
        problem: row.code.as_deref().map(|code| words::explained(&tr, code)),
        began: moment(row.created_at),
        session: row.session_id.to_string(),
        integration: row.integration_key,
        connection: row.connection_id,
        lines: lines.into_iter().map(|(_, line)| line).collect(),
    };
    draw(&state, StatusCode::OK, &page)
}

fn line(tr: &Tr, row: &StepRow) -> Line {
    let tone = match (row.kind.as_str(), &row.code) {
        ("connected", _) => "good",
        (_, Some(_)) => "bad",
        _ => "",
    };
    // What a step's own words say already is not said twice.
    let is_said = row.code.as_deref() == Some(Code::FieldsRefused.as_str());
    Line {
        at: words::exact(row.at),
        what: words::step(row),
        tone,
        detail: words::detail(row),
        problem: row.code.as_deref().filter(|_| !is_said).map(|code| words::explained(tr, code)),
    }
}

fn delivery(told: &DeliveryLine) -> Line {
    use crate::store::webhook_delivery::DeliveryState;
    let (what, detail) = words::delivery(told);
    let tone = match told.state {
        DeliveryState::Delivered => "good",
        DeliveryState::GivenUp => "bad",
        DeliveryState::Waiting => "",
    };
    let at = words::exact(told.finished_at.unwrap_or(told.created_at));
    Line { at, what, tone, detail, problem: None }
}
