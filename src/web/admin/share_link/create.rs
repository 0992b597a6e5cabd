//! `POST /admin/connect-links`: makes a link and shows it, this one time, with its QR code.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Form},
};
use askama::Template;

use super::{
    address::NewLink,
    list::{ListPage, choices},
    qr::Drawing,
};
use crate::{
    admin::share_link::{self, NewShareLink},
    web::{
        admin::{
            page::{Frame, Spot, draw},
            session::SignedIn,
            words,
        },
        error::WebError,
        state::State,
    },
};

#[derive(Template)]
#[template(path = "admin/share_link/created.html")]
struct CreatedPage {
    frame: Frame,
    person: String,
    url: String,
    until: String,
    is_once: bool,
    code: Option<Drawing>,
}

/// The handler.
pub async fn create(
    state: Data<State>,
    who: SignedIn,
    form: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, WebError> {
    let known = choices(&state, &who).await?;
    let exists = |key: &str| known.iter().any(|choice| choice.key == key);
    let new = NewLink::read(&form, exists, state.mailer.is_some());
    if new.is_wrong() {
        let mut page = ListPage::new(&state, &who).await?;
        page.new = new;
        return draw(&state, StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let (person, is_once) = (new.person_id.value.clone(), new.is_once);
    let (row, token) =
        share_link::create(&state.services, &who.admin.name, &who.environment.id, wish(new)).await?;
    let url = state.public_url.join(&format!("/l/{}", token.reveal()));
    created(&state, &who, person, url, words::moment(row.expires_at), is_once)
}

/// The page that shows a new link, this one time.
pub fn created(
    state: &State,
    who: &SignedIn,
    person: String,
    url: String,
    until: String,
    is_once: bool,
) -> Result<HttpResponse, WebError> {
    let frame = Frame::inside(state, who, Spot::ShareLinks);
    let page = CreatedPage { frame, person, code: Drawing::of(&url), url, until, is_once };
    draw(state, StatusCode::OK, &page)
}

fn wish(new: NewLink) -> NewShareLink {
    NewShareLink {
        person: new.person(),
        allowed_integrations: Some(new.integrations),
        hours: new.hours,
        is_once: new.is_once,
        asks_for_code: new.asks_for_code,
    }
}
