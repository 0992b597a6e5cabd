//! `POST /admin/api-keys`: makes a key and shows it, this one time.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Form},
};
use askama::Template;

use super::list::ListPage;
use crate::{
    admin::api_key::{self, KeyName, MOST, Making},
    secret::Scope,
    web::{
        admin::{
            page::{Entry, Frame, Spot, draw},
            session::SignedIn,
        },
        error::WebError,
        state::State,
    },
};

const NAME_PROBLEM: &str = "Enter a name by which you will know the key, at most 100 characters";

/// The one page that shows a key.
#[derive(Template)]
#[template(path = "admin/api_key/created.html")]
pub struct CreatedPage {
    /// Its frame.
    pub frame: Frame,
    /// What the key is called.
    pub name: String,
    /// The key.
    pub key: String,
}

/// The handler.
pub async fn create(
    state: Data<State>,
    who: SignedIn,
    form: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, WebError> {
    let form = form.into_inner();
    let values = |name: &'static str| form.iter().filter(move |(key, _)| key == name).map(|(_, value)| value);
    let typed = values("name").next().map_or("", |name| name.trim()).to_owned();
    let name = KeyName::parse(&typed);
    let scopes: Vec<Scope> = values("scope").filter_map(|text| Scope::parse(text)).collect();
    let scope_problem = scopes.is_empty().then(|| "Choose what the key may do".to_owned());
    let problem = match (&name, &scope_problem) {
        (None, _) => Some(NAME_PROBLEM.to_owned()),
        (Some(_), Some(_)) => None,
        (Some(name), None) => {
            let environment = &who.environment.id;
            let made =
                api_key::create(&state.services, &who.admin.name, environment, name, scopes.clone()).await?;
            match made {
                Making::Made(made) => {
                    let (frame, key) =
                        (Frame::inside(&state, &who, Spot::ApiKeys), made.key.reveal().to_owned());
                    return draw(&state, StatusCode::OK, &CreatedPage { frame, name: typed, key });
                }
                Making::NameTaken => Some("Another key has this name. Choose another".to_owned()),
                Making::TooMany => {
                    Some(format!("An environment has {MOST} keys at most. Revoke one that nobody uses"))
                }
            }
        }
    };
    let mut page = ListPage::new(&state, &who).await?;
    page.name = Entry { value: typed, problem };
    page.chosen = scopes;
    page.scope_problem = scope_problem;
    draw(&state, StatusCode::UNPROCESSABLE_ENTITY, &page)
}
