//! `POST /admin/api-keys`: makes a key and shows it, this one time.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Form},
};
use askama::Template;

use super::list::ListPage;
use crate::{
    admin::{Deed, perform},
    id::ApiKeyId,
    secret::{ApiKey, Scope},
    store::{
        StoreError,
        api_key::{self, NewApiKey},
    },
    web::{
        admin::{
            page::{Entry, Frame, Spot, draw},
            session::SignedIn,
        },
        error::WebError,
        state::State,
    },
};

const MAX_NAME: usize = 100;
/// The protocol's own limit (wire-protocol.md §1.1).
const MOST: usize = 50;

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
    let name = values("name").next().map_or("", |name| name.trim()).to_owned();
    let scopes: Vec<Scope> = values("scope").filter_map(|text| Scope::parse(text)).collect();
    let mut problem = name_problem(&name);
    if api_key::list(&state.services.db, &who.environment.id).await?.len() >= MOST {
        problem = Some(format!("An environment has {MOST} keys at most. Revoke one that nobody uses"));
    }
    let scope_problem = scopes.is_empty().then(|| "Choose what the key may do".to_owned());
    if problem.is_none() && scope_problem.is_none() {
        let key = ApiKey::random(&state.services.random);
        match store(&state, &who, &name, &scopes, &key).await {
            Ok(()) => {
                let key = key.reveal().to_owned();
                let page = CreatedPage { frame: Frame::inside(&state, &who, Spot::ApiKeys), name, key };
                return draw(&state, StatusCode::OK, &page);
            }
            Err(StoreError::Conflict) => {
                problem = Some("Another key has this name. Choose another".to_owned());
            }
            Err(error) => return Err(error.into()),
        }
    }
    let mut page = ListPage::new(&state, &who).await?;
    page.name = Entry { value: name, problem };
    page.chosen = scopes;
    page.scope_problem = scope_problem;
    draw(&state, StatusCode::UNPROCESSABLE_ENTITY, &page)
}

fn name_problem(name: &str) -> Option<String> {
    let fits = !name.is_empty() && name.chars().count() <= MAX_NAME && !name.chars().any(char::is_control);
    (!fits).then(|| format!("Enter a name by which you will know the key, at most {MAX_NAME} characters"))
}

async fn store(
    state: &State,
    who: &SignedIn,
    name: &str,
    scopes: &[Scope],
    key: &ApiKey,
) -> Result<(), StoreError> {
    let new = NewApiKey {
        id: ApiKeyId::random(&state.services.random),
        environment_id: who.environment.id.clone(),
        display_name: name.to_owned(),
        fingerprint: key.fingerprint(),
        hint: key.hint(),
        scopes: scopes.to_vec(),
        at: state.services.clock.now(),
    };
    let deed = Deed::of(&who.admin, &who.environment.id, "api_key.create", name).with_detail(format!(
        "…{}, {}",
        new.hint,
        scopes.iter().map(Scope::as_str).collect::<Vec<_>>().join(", ")
    ));
    perform(&state.services, deed, move |tx| {
        Box::pin(async move { api_key::insert(tx, &new).await.map(|()| true) })
    })
    .await
    .map(|_| ())
}
