//! The settings page as it is drawn.

use askama::Template;

use super::{
    super::{
        page::{Frame, Spot},
        proof::{Judged, judge},
        session::SignedIn,
    },
    draft::{Problems, SettingsForm},
};
use crate::{
    theme::{Mode, ModeChoice},
    web::state::State,
};

/// The page.
#[derive(Template)]
#[template(path = "admin/connect_ui.html")]
pub struct ConnectUiPage {
    /// The page's frame.
    pub frame: Frame,
    form: SettingsForm,
    problems: Problems,
    /// What somebody else stored meanwhile, as far as it differs: name and value.
    conflict: Option<Vec<(&'static str, String)>>,
    light: Judged,
    dark: Judged,
    instance_origins: Vec<String>,
    public_host: String,
    /// Its id, for the preview.
    environment: String,
}

impl ConnectUiPage {
    /// The page of a form without problems.
    pub fn new(state: &State, who: &SignedIn, form: SettingsForm) -> Self {
        Self {
            frame: Frame::inside(state, who, Spot::ConnectUi),
            light: judge(&form.light, Mode::Light),
            dark: judge(&form.dark, Mode::Dark),
            form,
            problems: Problems::default(),
            conflict: None,
            instance_origins: state.allowed_origins.iter().map(ToString::to_string).collect(),
            public_host: state.public_url.host().to_owned(),
            environment: who.environment.id.to_string(),
        }
    }

    /// The page of a form that cannot be stored.
    pub fn refused(state: &State, who: &SignedIn, form: SettingsForm, problems: Problems) -> Self {
        let mut page = Self { problems, ..Self::new(state, who, form) };
        // The preview shows what is stored until a colour is one.
        let stored = SettingsForm::stored(&who.environment);
        page.light.shown = page.light.shown.or_else(|| judge(&stored.light, Mode::Light).shown);
        page.dark.shown = page.dark.shown.or_else(|| judge(&stored.dark, Mode::Dark).shown);
        page
    }

    /// The page of a form that was made on an older version; sent again, it replaces what is stored now.
    pub fn conflicting(state: &State, who: &SignedIn, form: SettingsForm) -> Self {
        let stored = SettingsForm::stored(&who.environment);
        let differing = form.changed_since(&stored);
        let values = differing.into_iter().map(|name| (name, value(&stored, name))).collect();
        let form = SettingsForm { version: stored.version, ..form };
        Self { conflict: Some(values), ..Self::new(state, who, form) }
    }

    fn chooses(&self, mode: &str) -> bool {
        self.form.mode().unwrap_or_default().as_str() == mode
    }

    fn wrong(&self) -> Vec<(&'static str, &str)> {
        let Problems { default_theme, light, dark, app_name, allowed_origins } = &self.problems;
        let all = [
            ("default-theme", default_theme),
            ("light", light),
            ("dark", dark),
            ("app-name", app_name),
            ("allowed-origins", allowed_origins),
        ];
        all.into_iter().filter_map(|(id, problem)| Some((id, problem.as_deref()?))).collect()
    }

    /// Where the preview begins; scripts keep it in step from there.
    fn preview_url(&self) -> String {
        let mode = self.form.mode().unwrap_or(ModeChoice::System).as_str();
        format!("/?preview=true&embedded=true&theme={mode}&environment={}", self.environment)
    }
}

fn value(stored: &SettingsForm, name: &str) -> String {
    let text = match name {
        "default theme" => &stored.default_theme,
        "light colour" => &stored.light,
        "dark colour" => &stored.dark,
        "badge" => return if stored.show_watermark.is_some() { "shown" } else { "hidden" }.to_owned(),
        "app name" => &stored.app_name,
        _ => return stored.allowed_origins.replace('\n', ", "),
    };
    if text.is_empty() { "none".to_owned() } else { text.clone() }
}
