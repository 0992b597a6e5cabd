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
    admin::{Deed, perform},
    id::ShareLinkId,
    session::ShareLinkToken,
    store::share_link::{self, ShareLinkRow},
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
    let token = ShareLinkToken::random(&state.services.random);
    let row = row(&state, &who, &new);
    let (person, until) = (new.person_id.value.clone(), words::moment(row.expires_at));
    // The audit outlives the person: it names the link alone.
    let deed = Deed::of(&who.admin, &who.environment.id, "share_link.create", row.id.as_str())
        .with_detail(format!("until {until}"));
    let print = token.fingerprint();
    perform(&state.services, deed, move |tx| {
        Box::pin(async move { share_link::insert(tx, &row, &print).await.map(|()| true) })
    })
    .await?;
    let url = state.public_url.join(&format!("/l/{}", token.reveal()));
    created(&state, &who, person, url, until, new.is_once)
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

fn row(state: &State, who: &SignedIn, new: &NewLink) -> ShareLinkRow {
    let now = state.services.clock.now();
    ShareLinkRow {
        id: ShareLinkId::random(&state.services.random),
        environment_id: who.environment.id.clone(),
        end_user: new.person(),
        allowed_integrations: (!new.integrations.is_empty()).then(|| new.integrations.clone()),
        asks_for_code: new.asks_for_code,
        is_once: new.is_once,
        reconnects: None,
        created_by: who.admin.name.clone(),
        created_at: now,
        expires_at: now.plus_minutes(new.hours * 60),
        revoked_at: None,
        used_at: None,
        opens: 0,
        last_opened_at: None,
    }
}
