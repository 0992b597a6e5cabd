//! The form that a definition gives, drawn with the real page's views, for who edits the definition.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode};
use askama::Template as _;

use super::super::{
    dress::{Dress, Policy, Scripts},
    form,
    form_view::{self, Filled},
    listing,
    page::{FormPage, FormState, Surface},
};
use crate::{
    provider::{Form, FormContext, Provider},
    store::environment::EnvironmentRow,
    web::{default_dress::bare_dress, error::WebError, state::State as App},
};

/// The page; only our own pages may frame it, and its button sends nothing.
pub fn definition(
    app: &App,
    request: &HttpRequest,
    environment: &EnvironmentRow,
    name: Option<&str>,
    provider: &Provider,
) -> Result<HttpResponse, WebError> {
    let bare = bare_dress(app);
    let dress = Dress {
        settings: environment.connect_ui_settings.clone(),
        themes: environment.themes.clone(),
        app_name: environment.app_name.clone().unwrap_or_else(|| bare.app_name.clone()),
        surface: Surface::Hosted,
        parent_origin: Some(app.public_url.origin().to_string()),
        frame_ancestors: "'self'".to_owned(),
        ..bare
    };
    let (mut chrome, sheet) = app.wardrobe.chrome(&dress, request);
    chrome.preview = true;
    chrome.closable = false;
    let asked = Form::shared(provider, &FormContext::default());
    let page = FormPage {
        service: listing::service(&listing::name_of(name, provider), provider.key.as_str()),
        person: None,
        reconnect: None,
        already_connected: false,
        repairs: Vec::new(),
        failure: None,
        fields: form_view::fields(&asked, &Filled::default()),
        external_id: form_view::external_id(&asked, None, || app.services.random.uuid()),
        resume: None,
        guide_url: asked.guide.as_ref().map(ToString::to_string),
        submit: form::submit(provider),
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
    Ok(app.wardrobe.respond(StatusCode::OK, page.render()?, &policy))
}
