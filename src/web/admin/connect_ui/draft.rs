//! The form of the settings as it is sent, and what of it can be stored.

use serde::Deserialize;

use crate::{
    origin::OriginPattern,
    store::environment::EnvironmentRow,
    theme::{Mode, ModeChoice, ThemeDraft, ThemeSettings},
};

const MAX_APP_NAME: usize = 255;
const MAX_ORIGINS: usize = 50;

/// The form as it is sent: every value still a text.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct SettingsForm {
    /// The version it was made on.
    #[serde(default)]
    pub version: i64,
    /// `light`, `dark` or `system`.
    #[serde(default)]
    pub default_theme: String,
    /// The colour of light pages.
    #[serde(default)]
    pub light: String,
    /// The colour of dark pages.
    #[serde(default)]
    pub dark: String,
    /// Present when the box is ticked.
    #[serde(default)]
    pub show_watermark: Option<String>,
    /// The app's name.
    #[serde(default)]
    pub app_name: String,
    /// One origin a line.
    #[serde(default)]
    pub allowed_origins: String,
}

/// What can be stored.
pub struct Valid {
    /// The settings of wire-protocol.md §8.
    pub theme: ThemeSettings,
    /// The app's name.
    pub app_name: Option<String>,
    /// Origins as browsers write them, each once.
    pub allowed_origins: Vec<String>,
}

/// What is wrong, field by field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    /// The default theme.
    pub default_theme: Option<String>,
    /// The colour of light pages.
    pub light: Option<String>,
    /// The colour of dark pages.
    pub dark: Option<String>,
    /// The app's name.
    pub app_name: Option<String>,
    /// The origins.
    pub allowed_origins: Option<String>,
}

impl SettingsForm {
    /// What is stored, as a form.
    pub fn stored(environment: &EnvironmentRow) -> Self {
        let settings: ThemeSettings =
            serde_json::from_str(&environment.connect_ui_settings).unwrap_or_default();
        Self {
            version: environment.version,
            default_theme: settings.default_theme.as_str().to_owned(),
            light: settings.primary(Mode::Light).as_entered().to_owned(),
            dark: settings.primary(Mode::Dark).as_entered().to_owned(),
            show_watermark: settings.show_watermark.then(|| "on".to_owned()),
            app_name: environment.app_name.clone().unwrap_or_default(),
            allowed_origins: environment.allowed_origins.join("\n"),
        }
    }

    /// The mode that is chosen, where it is one.
    pub fn mode(&self) -> Option<ModeChoice> {
        ModeChoice::parse(&self.default_theme)
    }

    /// What can be stored, or everything that is wrong at once.
    pub fn check(&self) -> Result<Valid, Problems> {
        let mode = self.mode();
        let draft = ThemeDraft::new(
            self.light.clone(),
            self.dark.clone(),
            mode.unwrap_or_default(),
            self.show_watermark.is_some(),
        );
        let theme = draft.check();
        let refused = |mode| theme.as_ref().err().and_then(|all| all.of(mode)).map(|why| why.to_string());
        let origins = origins(&self.allowed_origins);
        let problems = Problems {
            default_theme: mode.is_none().then(|| "Choose light, dark or as the device says".to_owned()),
            light: refused(Mode::Light),
            dark: refused(Mode::Dark),
            app_name: app_name_problem(self.app_name.trim()),
            allowed_origins: origins.as_ref().err().cloned(),
        };
        match (theme, origins) {
            (Ok(theme), Ok(allowed_origins)) if problems == Problems::default() => {
                let name = self.app_name.trim();
                Ok(Valid { theme, app_name: (!name.is_empty()).then(|| name.to_owned()), allowed_origins })
            }
            _ => Err(problems),
        }
    }

    /// The names of the settings that differ.
    pub fn changed_since(&self, other: &Self) -> Vec<&'static str> {
        let lines = |text: &str| text.lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>();
        [
            (self.default_theme != other.default_theme, "default theme"),
            (self.light != other.light, "light colour"),
            (self.dark != other.dark, "dark colour"),
            (self.show_watermark.is_some() != other.show_watermark.is_some(), "badge"),
            (self.app_name.trim() != other.app_name, "app name"),
            (lines(&self.allowed_origins) != lines(&other.allowed_origins), "allowed origins"),
        ]
        .into_iter()
        .filter_map(|(differs, name)| differs.then_some(name))
        .collect()
    }
}

fn app_name_problem(name: &str) -> Option<String> {
    if name.chars().count() > MAX_APP_NAME {
        Some("Enter a name of at most 255 characters".to_owned())
    } else if name.chars().any(char::is_control) {
        Some("Enter a name without control characters".to_owned())
    } else {
        None
    }
}

fn origins(text: &str) -> Result<Vec<String>, String> {
    let mut origins = Vec::new();
    let mut wrong = Vec::new();
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    for (index, line) in lines {
        match OriginPattern::parse(line) {
            Ok(origin) if origins.contains(&origin.to_string()) => {}
            Ok(origin) => origins.push(origin.to_string()),
            Err(_) => wrong.push((index + 1).to_string()),
        }
    }
    if !wrong.is_empty() {
        let line = if wrong.len() == 1 { "Line" } else { "Lines" };
        return Err(format!(
            "{line} {}: enter an origin such as https://app.example.com, that is http or https, a host, maybe a port, \
             and nothing behind it; a * stands only for the port of localhost",
            wrong.join(", ")
        ));
    }
    if origins.len() > MAX_ORIGINS {
        return Err(format!("Enter at most {MAX_ORIGINS} origins"));
    }
    Ok(origins)
}
