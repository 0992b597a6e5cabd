//! Admin's live preview: the production form with a sample integration, and the tokens of a draft theme.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web::Query};
use askama::Template;
use serde::Deserialize;
use serde_json::json;

use super::{
    dress::{Dress, Policy, Scripts},
    listing,
    page::{Affixes, Control, Field, FormPage, FormState, PasswordKind, Submit, Surface},
    shell::ShellQuery,
};
use crate::{
    theme::{self, Mode, ModeChoice, PrimaryColour, ThemeDraft},
    web::{default_dress::default_dress, error::WebError, state::State},
};

/// The sample form; only our own pages may frame it.
pub async fn page(
    state: &State,
    request: &HttpRequest,
    query: &ShellQuery,
) -> Result<HttpResponse, WebError> {
    let dress = Dress {
        theme: query.theme.as_deref().and_then(ModeChoice::parse),
        language: query.lang.clone(),
        surface: Surface::Hosted,
        parent_origin: Some(state.public_url.origin().to_string()),
        frame_ancestors: "'self'".to_owned(),
        ..default_dress(state).await
    };
    let (mut chrome, sheet) = state.wardrobe.chrome(&dress, request);
    chrome.preview = true;
    chrome.closable = false;
    let page = FormPage {
        service: listing::service("Zendesk", "zendesk-api-key"),
        person: Some("alice@acme.com".to_owned()),
        reconnect: None,
        already_connected: false,
        repairs: Vec::new(),
        failure: None,
        fields: sample_fields(),
        external_id: None,
        guide_url: Some("https://support.zendesk.com/".to_owned()),
        submit: Submit::CheckAndConnect,
        action: None,
        start: None,
        attempt: None,
        state: FormState::Open,
        chrome,
    };
    let policy = Policy {
        sheet: &sheet,
        frame_ancestors: &dress.frame_ancestors,
        scripts: Scripts::File,
        forms: false,
    };
    Ok(state.wardrobe.respond(StatusCode::OK, page.render()?, &policy))
}

fn sample_fields() -> Vec<Field> {
    let field = |name: &str, label: &str, affixes, control| Field {
        name: name.to_owned(),
        label: label.to_owned(),
        required: true,
        description: None,
        documentation_url: Some("https://support.zendesk.com/".to_owned()),
        affixes,
        control,
        problem: None,
        enter_again: false,
    };
    let text = |value: &str, placeholder: &str| Control::Text {
        value: value.to_owned(),
        placeholder: Some(placeholder.to_owned()),
        username: false,
    };
    let affixes = Affixes { prefix: Some("https://".to_owned()), suffix: Some(".zendesk.com".to_owned()) };
    vec![
        field("params.subdomain", "Subdomain", affixes, text("acme", "acme")),
        field("credentials.username", "Email", Affixes::default(), text("", "alice@acme.com")),
        field(
            "credentials.password",
            "API token",
            Affixes::default(),
            Control::Password { placeholder: None, kind: PasswordKind::Secret },
        ),
    ]
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
