//! `/admin/integrations/{key}`: one integration, and its few settings.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Form, Path, Query},
};
use serde::Deserialize;

use super::{
    client_form::{ClientForm, ClientView, Needs},
    display_name_problem, find, is_built, name, path,
    view::ShowPage,
};
use crate::{
    admin::{Deed, perform},
    auth::IntegrationCredential,
    connection,
    store::integration::{self, IntegrationRow},
    web::{
        admin::{
            page::{Entry, Frame, Spot, draw, see_other},
            session::SignedIn,
            words,
        },
        connect::listing,
        error::WebError,
        oauth::home::has_own_callback,
        state::State,
    },
};

/// What the address may say.
#[derive(Debug, Deserialize)]
pub struct DoneQuery {
    #[serde(default)]
    done: String,
}

/// The form.
#[derive(Deserialize)]
pub struct ChangeForm {
    // Texts: beside a flattened struct, serde knows no numbers.
    #[serde(default)]
    version: String,
    #[serde(default)]
    display_name: String,
    own_callback: Option<String>,
    #[serde(flatten)]
    client: ClientForm,
}

/// `GET`.
pub async fn show(
    state: Data<State>,
    who: SignedIn,
    key: Path<String>,
    query: Query<DoneQuery>,
) -> Result<HttpResponse, WebError> {
    let row = find(&state, &who, &key).await?;
    let stored = connection::open_credential(&state.services, &row)?;
    let mut page = page(&state, &who, &row, stored.as_ref()).await?;
    page.frame = page.frame.with_notice(match query.done.as_str() {
        "created" if page.built => Some("The integration is made. Your users can connect it from now on."),
        "created" => Some("The integration is made."),
        "saved" => Some("Saved."),
        _ => None,
    });
    draw(&state, StatusCode::OK, &page)
}

/// `POST`.
pub async fn submit(
    state: Data<State>,
    who: SignedIn,
    key: Path<String>,
    form: Form<ChangeForm>,
) -> Result<HttpResponse, WebError> {
    let row = find(&state, &who, &key).await?;
    let stored = connection::open_credential(&state.services, &row)?;
    let ChangeForm { version, display_name, own_callback, client } = form.into_inner();
    let mut entry = Entry::new(display_name.trim());
    entry.problem = display_name_problem(&entry.value);
    let mut shown = page(&state, &who, &row, stored.as_ref()).await?;
    let own_callback = shown.own_callback.map_or(row.own_callback, |_| own_callback.is_some());
    shown.own_callback = shown.own_callback.map(|_| own_callback);
    let typed = client.check(shown.needs, stored.as_ref());
    let credential = match typed {
        Ok(credential) if entry.problem.is_none() => credential,
        typed => {
            let client = typed.err().map_or(shown.client.clone(), |view| *view);
            let again = ShowPage { display_name: entry, client, wrong: true, ..shown };
            return draw(&state, StatusCode::UNPROCESSABLE_ENTITY, &again);
        }
    };
    let changed =
        IntegrationRow { own_callback, ..changed(&state, &row, &entry.value, &version, credential.as_ref()) };
    let deed = Deed::of(&who.admin, &who.environment.id, "integration.update", &row.unique_key);
    let done = perform(&state.services, deed, move |tx| {
        Box::pin(async move { integration::update(tx, &changed).await })
    });
    if done.await? {
        return Ok(see_other(&format!("{}?done=saved", path(&row.unique_key))));
    }
    let client = ClientView::of(credential.as_ref(), &[]);
    let again = ShowPage { display_name: entry, client, conflict: true, ..shown };
    draw(&state, StatusCode::CONFLICT, &again)
}

fn changed(
    state: &State,
    row: &IntegrationRow,
    display_name: &str,
    version: &str,
    credential: Option<&IntegrationCredential>,
) -> IntegrationRow {
    let services = &state.services;
    let sealed =
        credential.map(|known| connection::seal_credential(services, &row.environment_id, &row.id, known));
    IntegrationRow {
        display_name: (!display_name.is_empty()).then(|| display_name.to_owned()),
        credentials: sealed.or_else(|| row.credentials.clone()),
        updated_at: services.clock.now(),
        version: version.parse().unwrap_or(0),
        ..row.clone()
    }
}

async fn page(
    state: &State,
    who: &SignedIn,
    row: &IntegrationRow,
    stored: Option<&IntegrationCredential>,
) -> Result<ShowPage, WebError> {
    let provider = state.services.definition(&who.environment.id, &row.provider);
    let provider = provider.as_deref();
    let mode = provider.map_or(crate::provider::AuthMode::None, |provider| provider.auth_mode);
    let of_environment = who.environment.callback_url.as_deref();
    let callback = |own| connection::redirect_uri(state.public_url.origin().as_str(), of_environment, own);
    Ok(ShowPage {
        frame: Frame::inside(state, who, Spot::Integrations),
        action: path(&row.unique_key),
        logo: listing::logo_path(&row.provider),
        name: name(state, row),
        key: row.unique_key.clone(),
        provider: row.provider.clone(),
        provider_name: provider.map(|provider| provider.display_name.to_string()),
        mode: words::mode(mode),
        built: provider.is_some_and(is_built),
        warning: provider.and_then(super::warning),
        created: words::moment(row.created_at),
        connections: integration::count_connections(&state.services.db, &row.id).await?,
        tries_url: format!(
            "/admin/connections?integration={}&tag={}",
            listing::segment(&row.unique_key),
            super::try_it::TAG
        ),
        needs: provider.map(Needs::of).unwrap_or_default(),
        version: row.version,
        display_name: Entry::new(row.display_name.clone().unwrap_or_default()),
        client: ClientView::of(stored, &[]),
        callback_url: callback(row.own_callback.then_some(&row.id)),
        own_callback: provider
            .is_some_and(|provider| super::comes_back(provider) && !has_own_callback(provider))
            .then_some(row.own_callback),
        own_callback_url: callback(Some(&row.id)),
        wrong: false,
        conflict: false,
    })
}
