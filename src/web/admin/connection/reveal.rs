//! `/admin/connections/{row}/reveal`: a connection's secrets, once, to whoever types the password again (security.md E8).

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
    web::{Data, Form, Path},
};
use askama::Template;
use serde_json::Value;

use super::{find_settled, path, person};
use crate::{
    admin::{Deed, perform},
    connection::{OpenedConnection, open},
    store::connection::ConnectionRow,
    web::{
        admin::{
            page::{Frame, Spot, draw},
            reauthentication::{Proof, Unproven, prove},
            session::SignedIn,
        },
        error::WebError,
        state::State,
    },
};

#[derive(Template)]
#[template(path = "admin/connection/reveal.html")]
struct AskPage {
    frame: Frame,
    title: String,
    back: String,
    action: String,
    problem: Option<String>,
}

#[derive(Template)]
#[template(path = "admin/connection/revealed.html")]
struct RevealedPage {
    frame: Frame,
    title: String,
    back: String,
    values: Vec<Revealed>,
}

/// One value, for the one page that shows it: neither printed nor kept.
struct Revealed {
    id: String,
    name: String,
    value: String,
}

/// `GET`: asks for the password.
pub async fn ask(state: Data<State>, who: SignedIn, id: Path<String>) -> Result<HttpResponse, WebError> {
    let row = find_settled(&state, &who, id.into_inner()).await?;
    draw(&state, StatusCode::OK, &question(&state, &who, &row, None))
}

/// `POST`: shows them. It is noted before they are shown, and else they are not.
pub async fn reveal(
    state: Data<State>,
    request: HttpRequest,
    who: SignedIn,
    id: Path<String>,
    form: Form<Proof>,
) -> Result<HttpResponse, WebError> {
    let row = find_settled(&state, &who, id.into_inner()).await?;
    if let Err(unproven) = prove(&state, &request, &who, form.into_inner()).await? {
        return refused(&state, &question(&state, &who, &row, Some(unproven.problem.clone())), &unproven);
    }
    let opened = open(&state.services, &row)?;
    let deed = Deed::of(&who.admin, &who.environment.id, "connection.reveal", &row.connection_id)
        .with_detail(format!("integration {}", row.integration_key));
    perform(&state.services, deed, |_| Box::pin(async { Ok(true) })).await?;
    let page = RevealedPage {
        frame: Frame::inside(&state, &who, Spot::Connections),
        title: title(&row),
        back: path(&row.id),
        values: values(&opened),
    };
    let mut response = draw(&state, StatusCode::OK, &page)?;
    response.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    Ok(response)
}

fn refused(state: &State, page: &AskPage, unproven: &Unproven) -> Result<HttpResponse, WebError> {
    let mut response = draw(state, unproven.status, page)?;
    if let Some(seconds) = unproven.wait_seconds {
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    }
    Ok(response)
}

fn question(state: &State, who: &SignedIn, row: &ConnectionRow, problem: Option<String>) -> AskPage {
    AskPage {
        frame: Frame::inside(state, who, Spot::Connections),
        title: title(row),
        back: path(&row.id),
        action: format!("{}/reveal", path(&row.id)),
        problem,
    }
}

fn title(row: &ConnectionRow) -> String {
    person(row).unwrap_or_else(|| row.connection_id.clone())
}

/// The credentials, then the configuration, as the owner's backend gets them.
fn values(opened: &OpenedConnection) -> Vec<Revealed> {
    let parts = [("", opened.credential.to_wire()), ("Configuration: ", opened.connection_config.to_wire())];
    let mut all = Vec::new();
    for (group, part) in parts {
        let Value::Object(members) = part else { continue };
        for (name, value) in members {
            let value = match value {
                Value::Null => continue,
                Value::String(text) => text,
                other => format!("{other:#}"),
            };
            all.push(Revealed {
                id: format!("value-{}", all.len() + 1),
                name: format!("{group}{name}"),
                value,
            });
        }
    }
    all
}
