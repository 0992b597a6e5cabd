//! Inviting somebody: a link, shown once and sent where letters can be; and taking it back.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Form, Path},
};
use askama::Template;
use serde::Deserialize;

use super::{choices, list::PeoplePage, role_name};
use crate::{
    admin::{
        Role,
        invitation::{self, PersonalAddress},
    },
    mail::{EmailAddress, Letter},
    store::admin::{invitation as rows, people},
    web::{
        admin::{
            not_found::not_found,
            page::{Entry, Frame, Spot, draw, see_other},
            session::SignedIn,
            words::moment,
        },
        error::WebError,
        state::State,
    },
};

#[derive(Template)]
#[template(path = "admin/person/invited.html")]
struct InvitedPage {
    frame: Frame,
    email: String,
    role: &'static str,
    url: String,
    until: String,
    is_sent: bool,
}

/// The form.
#[derive(Debug, Deserialize)]
pub struct InviteForm {
    #[serde(default)]
    email: String,
    #[serde(default)]
    role: String,
}

/// `POST /admin/people/invite`.
pub async fn invite(
    state: Data<State>,
    who: SignedIn,
    form: Form<InviteForm>,
) -> Result<HttpResponse, WebError> {
    let role = Role::parse(&form.role).unwrap_or(Role::Viewer);
    let problem = match PersonalAddress::parse(&form.email) {
        None => "Enter an address such as sam@example.com.",
        Some(address) => {
            if people::find_by_email(&state.services.db, address.as_str()).await?.is_none() {
                return invited(&state, &who, &address, role).await;
            }
            "Somebody with this address is here already."
        }
    };
    let mut page = PeoplePage::new(&state, &who).await?;
    page.email = Entry { value: form.email.clone(), problem: Some(problem.to_owned()) };
    page.roles = choices(role);
    draw(&state, StatusCode::UNPROCESSABLE_ENTITY, &page)
}

async fn invited(
    state: &State,
    who: &SignedIn,
    address: &PersonalAddress,
    role: Role,
) -> Result<HttpResponse, WebError> {
    let (row, token) = invitation::invite(&state.services, &who.admin, address, role).await?;
    let url = state.public_url.join(&format!("/admin/invitation/{}", token.reveal()));
    let until = moment(row.expires_at);
    let page = InvitedPage {
        frame: Frame::inside(state, who, Spot::People),
        is_sent: send(state, who, &row.email, &url, &until).await,
        email: row.email,
        role: role_name(role),
        url,
        until,
    };
    draw(state, StatusCode::OK, &page)
}

/// Sends the link where letters can be sent; false when it was not.
async fn send(state: &State, who: &SignedIn, email: &str, url: &str, until: &str) -> bool {
    let (Some(mailer), Some(to)) = (&state.mailer, EmailAddress::parse(email)) else { return false };
    let name = &who.admin.name;
    let letter = Letter {
        to,
        subject: "You are invited to Connect UI".to_owned(),
        text: format!(
            "{name} invites you to the admin of Connect UI.\n\n\
             Choose a name and a password here, until {until}:\n{url}\n\n\
             The link works once. If you did not expect it, ignore it: without you nothing happens.\n"
        ),
    };
    match mailer.send(letter).await {
        Ok(()) => true,
        Err(error) => {
            tracing::error!(%error, "an invitation was not sent");
            false
        }
    }
}

/// `POST /admin/people/invitations/{id}/withdraw`.
pub async fn withdraw(state: Data<State>, who: SignedIn, id: Path<String>) -> Result<HttpResponse, WebError> {
    let rows = rows::list(&state.services.db).await?;
    let row = rows.into_iter().find(|row| row.id.as_str() == id.as_str()).ok_or_else(not_found)?;
    invitation::withdraw(&state.services, &who.admin, &row).await?;
    Ok(see_other("/admin/people?done=withdrawn"))
}
