//! `/admin/account/two-step`: setting the second step up, and `…/off` for taking it away.

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Form},
};
use askama::Template;
use serde::Deserialize;

use crate::{
    admin::two_step::{self, Enrolment},
    store::admin::people,
    web::{
        admin::{
            confirm::ConfirmPage,
            not_found::not_found,
            page::{Entry, Frame, Spot, draw, see_other},
            session::{self, SignedIn},
            share_link::Drawing,
            words::Wait,
        },
        error::WebError,
        state::State,
    },
};

#[derive(Template)]
#[template(path = "admin/own/two_step.html")]
struct TwoStepPage {
    frame: Frame,
    is_required: bool,
    typed: String,
    qr: Option<Drawing>,
    code: Entry,
}

#[derive(Template)]
#[template(path = "admin/own/recovery.html")]
struct RecoveryPage {
    frame: Frame,
    codes: Vec<String>,
}

/// The form.
#[derive(Deserialize)]
pub struct CodeForm {
    #[serde(default)]
    code: String,
}

fn page(state: &State, who: &SignedIn, enrolment: &Enrolment, problem: Option<String>) -> TwoStepPage {
    TwoStepPage {
        frame: Frame::inside(state, who, Spot::Account),
        is_required: who.session.must_enrol,
        typed: enrolment.typed(),
        qr: Drawing::of(&enrolment.address()),
        code: Entry { value: String::new(), problem },
    }
}

/// `GET`: the secret as a QR code and as text, and a field for the first code.
pub async fn show(state: Data<State>, who: SignedIn) -> Result<HttpResponse, WebError> {
    match two_step::enrol(&state.services, &who.admin).await? {
        Some(enrolment) => draw(&state, StatusCode::OK, &page(&state, &who, &enrolment, None)),
        None => Ok(see_other("/admin/account")),
    }
}

/// `POST`: puts it to use when the code is right, and shows the recovery codes.
pub async fn confirm(
    state: Data<State>,
    request: HttpRequest,
    who: SignedIn,
    form: Form<CodeForm>,
) -> Result<HttpResponse, WebError> {
    let caller = session::caller(&state, &request);
    let (services, throttle) = (&state.services, &state.throttle);
    let code = form.into_inner().code.into();
    let (status, problem) = match two_step::confirm(services, throttle, &caller, &who.admin, &code).await? {
        Ok(Some(codes)) => {
            let page = RecoveryPage { frame: Frame::inside(&state, &who, Spot::Account), codes: codes.reveal() };
            return draw(&state, StatusCode::OK, &page);
        }
        Ok(None) => (
            StatusCode::UNPROCESSABLE_ENTITY,
            "This is not the code of this moment. Wait for the next one, and check that the phone’s clock is right."
                .to_owned(),
        ),
        Err(refused) => {
            let wait = Wait::until(refused.until, services.clock.now());
            (StatusCode::TOO_MANY_REQUESTS, format!("Too many attempts failed. Try again in {wait}."))
        }
    };
    match two_step::enrol(services, &who.admin).await? {
        Some(enrolment) => draw(&state, status, &page(&state, &who, &enrolment, Some(problem))),
        None => Ok(see_other("/admin/account")),
    }
}

/// `GET …/off`: the question.
pub async fn ask_off(state: Data<State>, who: SignedIn) -> Result<HttpResponse, WebError> {
    let page = ConfirmPage {
        frame: Frame::inside(&state, &who, Spot::Account),
        title: "Sign in with your password alone?".to_owned(),
        text: "Codes of your app and your recovery codes are no longer good.".to_owned(),
        action: "Turn the second step off",
        back: "/admin/account".to_owned(),
    };
    draw(&state, StatusCode::OK, &page)
}

/// `POST …/off`.
pub async fn off(state: Data<State>, who: SignedIn) -> Result<HttpResponse, WebError> {
    let row = people::find(&state.services.db, &who.admin.id).await?.ok_or_else(not_found)?;
    two_step::reset(&state.services, &who.admin, &row).await?;
    Ok(see_other("/admin/account?done=two-step-off"))
}
