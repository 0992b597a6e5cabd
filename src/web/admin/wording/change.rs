//! `/admin/environment/wording/{language}/{key}`: one text: its default, the environment's own, and how it reads.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Form, Path},
};
use askama::Template;
use serde::Deserialize;

use super::{PATH, Spoken, preview};
use crate::{
    admin::{
        Deed,
        wording::{self, OwnWording, Worded},
    },
    web::{
        admin::{
            page::{Entry, Frame, Spot, draw, see_other},
            session::SignedIn,
        },
        error::WebError,
        state::State,
        tr::wording::check,
    },
};

#[derive(Template)]
#[template(path = "admin/wording/change.html")]
struct TextPage {
    frame: Frame,
    spoken: Spoken,
    own: Entry,
    version: i64,
    is_own: bool,
    reads: Option<String>,
    conflict: bool,
}

/// What the page sends.
#[derive(Deserialize)]
pub struct TextForm {
    #[serde(default)]
    text: String,
    #[serde(default)]
    version: i64,
    #[serde(default)]
    act: String,
}

/// `GET`.
pub async fn show(
    state: Data<State>,
    who: SignedIn,
    path: Path<(String, String)>,
) -> Result<HttpResponse, WebError> {
    let spoken = Spoken::find(&path.0, &path.1)?;
    let own = wording::open(&state.services, &who.environment.id).await?;
    draw(&state, StatusCode::OK, &TextPage::new(&state, &who, spoken, &own))
}

/// `POST`: stores the text, puts the default back, or only shows how it reads.
pub async fn submit(
    state: Data<State>,
    who: SignedIn,
    path: Path<(String, String)>,
    form: Form<TextForm>,
) -> Result<HttpResponse, WebError> {
    let spoken = Spoken::find(&path.0, &path.1)?;
    let form = form.into_inner();
    let text = form.text.replace("\r\n", "\n").trim().to_owned();
    let own = wording::open(&state.services, &who.environment.id).await?;
    let (language, key) = (spoken.language.tag(), spoken.key.clone());
    let is_reset = form.act == "reset";
    let problem = if is_reset { None } else { check(&key, &text).err().map(|problem| problem.to_string()) };
    if problem.is_some() || form.act == "preview" {
        let is_wrong = problem.is_some();
        let mut page = TextPage::new(&state, &who, spoken, &own).with(&state, &who, text, problem);
        page.version = form.version;
        let status = if is_wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
        return draw(&state, status, &page);
    }
    let texts = own.with(language, &key, (!is_reset).then(|| text.clone()));
    let action = if is_reset { "wording.reset" } else { "wording.set" };
    let deed = Deed::of(&who.admin, &who.environment.id, action, &format!("{language} {key}"));
    let deed = if is_reset { deed } else { deed.with_detail(text.clone()) };
    match wording::replace(&state.services, deed, &who.environment.id, &texts, form.version).await? {
        Worded::Done => {
            let done = if is_reset { "reset" } else { "saved" };
            Ok(see_other(&format!("{PATH}?language={language}&done={done}")))
        }
        Worded::Conflict => {
            let mut page = TextPage::new(&state, &who, spoken, &own);
            page.conflict = true;
            if !is_reset {
                page = page.with(&state, &who, text, None);
            }
            draw(&state, StatusCode::CONFLICT, &page)
        }
        Worded::TooMuch => {
            let problem =
                "An environment cannot have more wordings. Put some back to their default".to_owned();
            let page = TextPage::new(&state, &who, spoken, &own).with(&state, &who, text, Some(problem));
            draw(&state, StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

impl TextPage {
    fn new(state: &State, who: &SignedIn, spoken: Spoken, own: &OwnWording) -> Self {
        let text = own.get(spoken.language.tag(), &spoken.key);
        let page = Self {
            frame: Frame::inside(state, who, Spot::Wording),
            is_own: text.is_some(),
            version: own.version,
            own: Entry::default(),
            reads: None,
            conflict: false,
            spoken,
        };
        let text = text.unwrap_or(&page.spoken.default).to_owned();
        page.with(state, who, text, None)
    }

    /// The same with a text in the field.
    fn with(self, state: &State, who: &SignedIn, text: String, problem: Option<String>) -> Self {
        let app = who.environment.app_name.clone().unwrap_or_else(|| state.public_url.host().to_owned());
        let Spoken { language, key, .. } = &self.spoken;
        let reads = match problem {
            Some(_) => None,
            None => preview::spoken(&state.wardrobe.translations, *language, key, &text, &app),
        };
        Self { own: Entry { value: text, problem }, reads, ..self }
    }

    fn wrong(&self) -> bool {
        self.own.problem.is_some()
    }
}
