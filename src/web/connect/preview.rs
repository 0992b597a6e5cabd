//! Admin's live preview: the production pages with a sample integration, in a state of choice and in a draft's theme.

mod definition;
mod sample;
mod state;
mod trouble;

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web::Query};
use serde::Deserialize;
use serde_json::json;

use super::{
    dress::{Dress, Policy, Scripts},
    page::Surface,
    shell::ShellQuery,
};
use crate::{
    id::EnvironmentId,
    store::theme::{self as stored, ThemeKey},
    theme::{self, Mode, ModeChoice, PrimaryColour, ThemeDocument, ThemeDraft},
    web::{admin::session, default_dress::default_dress, error::WebError, state::State as App},
};

pub use definition::definition;
pub use state::{Group, State};

/// The sample page; only our own pages may frame it.
pub async fn page(app: &App, request: &HttpRequest, query: &ShellQuery) -> Result<HttpResponse, WebError> {
    let mut dress = Dress {
        theme: query.theme.as_deref().and_then(ModeChoice::parse),
        language: query.lang.clone(),
        surface: if query.layer.is_some() { Surface::Overlay } else { Surface::Hosted },
        parent_origin: Some(app.public_url.origin().to_string()),
        frame_ancestors: "'self'".to_owned(),
        ..default_dress(app).await
    };
    if query.draft.is_some() || query.environment.is_some() {
        wear_environment(app, request, query, &mut dress).await?;
    }
    let (mut chrome, sheet) = app.wardrobe.chrome(&dress, request);
    chrome.preview = true;
    // In a layer the cross is seen; it closes nothing here.
    chrome.closable = query.layer.is_some();
    let state = query.state.as_deref().and_then(State::parse).unwrap_or(State::Form);
    let html = sample::render(state, chrome, app.wardrobe.assets.flow_script_url())?;
    let policy = Policy {
        sheet: &sheet,
        frame_ancestors: &dress.frame_ancestors,
        scripts: Scripts::File,
        forms: false,
    };
    Ok(app.wardrobe.respond(StatusCode::OK, html, &policy))
}

/// The environment that an admin works in and the draft they work on, for the admin alone. Everybody else sees what the
/// first environment has published.
async fn wear_environment(
    app: &App,
    request: &HttpRequest,
    query: &ShellQuery,
    dress: &mut Dress,
) -> Result<(), WebError> {
    let asked = query.environment.clone().map(EnvironmentId::from_stored);
    let Some(who) = session::find_in(app, request, asked.as_ref()).await? else { return Ok(()) };
    let environment = &who.environment;
    dress.settings.clone_from(&environment.connect_ui_settings);
    dress.themes = environment.themes.clone();
    if let Some(name) = &environment.app_name {
        dress.app_name.clone_from(name);
    }
    if query.draft.is_none() {
        return Ok(());
    }
    let name = query.draft_name.as_deref().unwrap_or_default();
    let key = match query.draft.as_deref() {
        Some("instance") => ThemeKey::instance(),
        _ => ThemeKey::named(&environment.id, name),
    };
    let of_environment = key.is_of_environment();
    let Some(row) = stored::find(&app.services.db, &key).await? else { return Ok(()) };
    let Some(text) = row.draft.or(row.published) else { return Ok(()) };
    let themes = &mut dress.themes;
    if of_environment {
        let document = ThemeDocument::parse(&text).unwrap_or_default();
        dress.settings = serde_json::to_string(&document.settings()).unwrap_or_default();
        themes.environment = Some(text);
    } else if name.is_empty() {
        themes.instance = Some(text);
    } else {
        themes.named = Some(text);
    }
    Ok(())
}

/// A draft of the four settings, as far as tokens depend on them.
#[derive(Debug, Deserialize)]
pub struct DraftQuery {
    mode: Option<String>,
    light: Option<String>,
    dark: Option<String>,
}

/// `GET /ui/preview/theme`: the draft's tokens from the same module that themes every page, or why there are none.
pub async fn theme(query: Query<DraftQuery>) -> HttpResponse {
    let query = query.into_inner();
    let mode = query.mode.as_deref().and_then(ModeChoice::parse).unwrap_or_default();
    let or_default = |colour: Option<String>| {
        colour.unwrap_or_else(|| PrimaryColour::product_blue().as_entered().to_owned())
    };
    match ThemeDraft::new(or_default(query.light), or_default(query.dark), mode, true).check() {
        Ok(settings) => HttpResponse::Ok().content_type("text/css; charset=utf-8").body(theme::stylesheet(
            &settings,
            mode,
            theme::Surface::Hosted,
        )),
        Err(refusals) => {
            let reasons: Vec<_> = [Mode::Light, Mode::Dark]
                .into_iter()
                .filter_map(|mode| Some((mode, refusals.of(mode)?)))
                .map(|(mode, refusal)| {
                    json!({ "mode": mode.as_str(), "code": refusal.code(), "message": refusal.to_string() })
                })
                .collect();
            HttpResponse::UnprocessableEntity().json(json!({ "errors": reasons }))
        }
    }
}
