//! `/admin/catalogue/{provider}`: a new integration.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Form, Path},
};
use serde::Deserialize;

use super::{
    client_form::{ClientForm, ClientView, Needs},
    display_name_problem, is_built, path,
    view::NewPage,
};
use crate::{
    admin::{Deed, perform},
    auth::IntegrationCredential,
    connection,
    id::IntegrationId,
    provider::Provider,
    store::{
        StoreError,
        integration::{self, IntegrationRow},
    },
    web::{
        admin::{
            not_found::not_found,
            page::{Entry, Frame, Spot, draw, see_other},
            session::SignedIn,
            words,
        },
        api::input::key::IntegrationKey,
        connect::listing,
        error::WebError,
        oauth::home::{has_own_callback, home_of_new},
        state::State,
    },
};

/// The form.
#[derive(Deserialize)]
pub struct NewForm {
    #[serde(default)]
    key: String,
    #[serde(default)]
    display_name: String,
    #[serde(flatten)]
    client: ClientForm,
}

/// `GET`: the form with a key that is free.
pub async fn show(
    state: Data<State>,
    who: SignedIn,
    provider: Path<String>,
) -> Result<HttpResponse, WebError> {
    let provider = &state.services.definition(&who.environment.id, &provider).ok_or_else(not_found)?;
    let key = free_key(&state, &who, provider.key.as_str()).await?;
    let client = ClientView::of(None, &provider.default_scopes);
    let page = page(&state, &who, provider, Entry::new(key), Entry::default(), client);
    draw(&state, StatusCode::OK, &page)
}

/// `POST`: makes it.
pub async fn submit(
    state: Data<State>,
    who: SignedIn,
    provider: Path<String>,
    form: Form<NewForm>,
) -> Result<HttpResponse, WebError> {
    let provider = &state.services.definition(&who.environment.id, &provider).ok_or_else(not_found)?;
    let NewForm { key, display_name, client } = form.into_inner();
    let mut key = Entry::new(key.trim());
    let mut display_name = Entry::new(display_name.trim());
    let parsed = IntegrationKey::parse_new(&key.value).ok();
    if parsed.is_none() {
        key.problem = Some(
            "Enter 1 to 255 letters, digits, blanks or any of ~ : . @ _ -, and not only dots".to_owned(),
        );
    }
    display_name.problem = display_name_problem(&display_name.value);
    let typed = client.check(Needs::of(provider), None);
    let again = |key, client| {
        let page = NewPage { wrong: true, ..page(&state, &who, provider, key, display_name.clone(), client) };
        draw(&state, StatusCode::UNPROCESSABLE_ENTITY, &page)
    };
    let (credential, parsed) = match (typed, parsed) {
        (Ok(credential), Some(parsed)) if display_name.problem.is_none() => (credential, parsed),
        (Err(view), _) => return again(key, *view),
        (Ok(credential), _) => {
            return again(key, ClientView::of(credential.as_ref(), &provider.default_scopes).unsaved());
        }
    };
    let id = IntegrationId::random(&state.services.random);
    let home = home_of_new(&state, &who.environment, &id, parsed.as_str(), provider);
    let credential = match connection::register(&state.services, provider, &home).await {
        Ok(registered) => credential.or(registered),
        Err(problem) => {
            key.problem = Some(format!("{} did not register us: {problem}", provider.display_name));
            return again(key, ClientView::of(None, &provider.default_scopes));
        }
    };
    let row = row(&state, &who, provider, id, parsed.as_str(), &display_name.value, credential.as_ref());
    let deed = Deed::of(&who.admin, &who.environment.id, "integration.create", parsed.as_str())
        .with_detail(format!("provider {}", provider.key));
    let stored = perform(&state.services, deed, move |tx| {
        Box::pin(async move { integration::insert(tx, &row).await.map(|()| true) })
    });
    match stored.await {
        Ok(_) => Ok(see_other(&format!("{}?done=created", path(parsed.as_str())))),
        Err(StoreError::Conflict) => {
            key.problem = Some("Another integration has this key. Choose another".to_owned());
            again(key, ClientView::of(credential.as_ref(), &provider.default_scopes).unsaved())
        }
        Err(error) => Err(error.into()),
    }
}

fn page(
    state: &State,
    who: &SignedIn,
    provider: &Provider,
    key: Entry,
    display_name: Entry,
    client: ClientView,
) -> NewPage {
    NewPage {
        frame: Frame::inside(state, who, Spot::Integrations),
        action: format!("/admin/catalogue/{}", listing::segment(provider.key.as_str())),
        logo: listing::logo_path(provider.key.as_str()),
        provider_name: provider.display_name.to_string(),
        mode: words::mode(provider.auth_mode),
        built: is_built(provider),
        warning: super::warning(provider),
        needs: Needs::of(provider),
        key,
        display_name,
        client,
        callback_url: connection::redirect_uri(
            state.public_url.origin().as_str(),
            who.environment.callback_url.as_deref(),
            None,
        ),
        wrong: false,
    }
}

/// The provider's key, or the first of `key-2`, `key-3` … that is free.
async fn free_key(state: &State, who: &SignedIn, provider: &str) -> Result<String, WebError> {
    let taken = integration::list(&state.services.db, &who.environment.id).await?;
    let is_free = |key: &String| !taken.iter().any(|row| row.unique_key == *key);
    let numbered = (2..=taken.len() + 2).map(|number| format!("{provider}-{number}"));
    let mut keys = std::iter::once(provider.to_owned()).chain(numbered);
    Ok(keys.find(is_free).unwrap_or_default())
}

fn row(
    state: &State,
    who: &SignedIn,
    provider: &Provider,
    id: IntegrationId,
    key: &str,
    display_name: &str,
    credential: Option<&IntegrationCredential>,
) -> IntegrationRow {
    let (services, environment) = (&state.services, &who.environment.id);
    let now = services.clock.now();
    IntegrationRow {
        credentials: credential.map(|known| connection::seal_credential(services, environment, &id, known)),
        id,
        environment_id: environment.clone(),
        unique_key: key.to_owned(),
        provider: provider.key.to_string(),
        display_name: (!display_name.is_empty()).then(|| display_name.to_owned()),
        custom: None,
        forward_webhooks: true,
        own_callback: has_own_callback(provider),
        created_at: now,
        updated_at: now,
        version: 1,
    }
}
