//! The editor as it is drawn.

use std::collections::BTreeMap;

use askama::Template;

use super::{
    Place,
    fields::{Control, FieldSpec, GROUPS, Problems, texts, theme_path},
    path,
    proof_sheet::ProofSheet,
};
use crate::{
    store::theme::{self, RevisionRow},
    theme::{Difference, Layer, ThemeDocument},
    web::{
        admin::{
            page::{Frame, Spot},
            session::SignedIn,
            words,
        },
        connect::worn,
        error::WebError,
        state::State,
    },
};

/// The page.
#[derive(Template)]
#[template(path = "admin/theme.html")]
pub struct ThemePage {
    /// The page's frame.
    pub frame: Frame,
    /// What was sent and cannot be taken, by field.
    pub problems: Problems,
    /// What somebody else stored meanwhile, as far as it differs from what was sent.
    pub conflict: Option<Vec<Difference>>,
    /// Pairs that do not read, to be confirmed before they are published.
    pub unread: Vec<String>,
    /// What is typed, by field.
    pub texts: BTreeMap<String, String>,
    action: String,
    export: String,
    live: String,
    scope: String,
    name: String,
    version: i64,
    environment_version: i64,
    has_draft: bool,
    is_published: bool,
    differences: Vec<Difference>,
    sources: BTreeMap<String, (String, Layer)>,
    sheets: [ProofSheet; 2],
    history: Vec<Revision>,
    /// The environment's themes that sessions may name, and their addresses.
    names: Vec<(String, String)>,
    app_name: String,
    /// Its id, for the preview.
    environment: String,
}

/// An earlier publication.
struct Revision {
    number: i64,
    at: String,
    author: String,
    note: String,
    differences: Vec<Difference>,
    is_worn: bool,
}

impl ThemePage {
    /// The page of a theme with this document in its fields.
    pub async fn of(
        state: &State,
        who: &SignedIn,
        place: &Place,
        document: &ThemeDocument,
    ) -> Result<Self, WebError> {
        let open = &place.open;
        let layers = open.layers(document);
        let below = open.layers(&ThemeDocument::default()).sources().into_iter();
        let revisions = theme::revisions(&state.services.db, &open.key).await?;
        let name = open.key.name().to_owned();
        Ok(Self {
            frame: Frame::inside(state, who, Spot::Theme),
            problems: Problems::new(),
            conflict: None,
            unread: Vec::new(),
            texts: texts(document),
            action: place.path.clone(),
            export: format!("/admin/{}/theme/export?theme={name}", place.scope),
            live: format!("/admin/{}/theme/live?theme={name}", place.scope),
            version: open.row.version,
            environment_version: open.environment_version,
            has_draft: open.row.draft.is_some(),
            is_published: open.row.revision > 0,
            differences: open.draft.differences_from(&open.published),
            sources: below.map(|(path, value, layer)| (path, (value, layer))).collect(),
            sheets: ProofSheet::both(&layers.worn()),
            history: history(&revisions),
            names: names(state, who).await?,
            app_name: who.environment.app_name.clone().unwrap_or_else(|| state.public_url.host().to_owned()),
            scope: place.scope.clone(),
            name,
            environment: who.environment.id.to_string(),
        })
    }

    fn text(&self, spec: &FieldSpec) -> &str {
        self.texts.get(spec.path).map_or("", String::as_str)
    }

    fn problem(&self, spec: &FieldSpec) -> Option<&str> {
        self.problems.get(spec.path).map(String::as_str)
    }

    /// What the field holds where it is left empty, and whose it is.
    fn inherited(&self, spec: &FieldSpec) -> String {
        let Some((value, layer)) = self.sources.get(theme_path(spec.path)) else {
            return nothing(spec.path).to_owned();
        };
        let value = match spec.control {
            Control::Choice(options) => {
                options.iter().find(|(one, _)| one == value).map_or("your own", |(_, words)| words)
            }
            Control::File(_) => "a file",
            _ => value,
        };
        format!("{value} ({})", whose(*layer))
    }

    /// Whether it stands in half a line; whose an inherited value is needs a whole one.
    fn is_short(&self, spec: &FieldSpec) -> bool {
        spec.is_paired() && !self.sources.contains_key(theme_path(spec.path))
    }

    fn wrong(&self) -> Vec<(String, String)> {
        let specs = GROUPS.iter().flat_map(|group| group.fields);
        let named =
            specs.filter_map(|spec| Some((spec.id(), format!("{}: {}", spec.label, self.problem(spec)?))));
        let others = ["theme-file", "theme-name"];
        let other = others.into_iter().filter_map(|id| Some((id.to_owned(), self.problems.get(id)?.clone())));
        named.chain(other).collect()
    }

    fn title(&self) -> String {
        match (self.scope.as_str(), self.name.as_str()) {
            ("instance", _) => "Theme of the instance".to_owned(),
            (_, "") => "Theme".to_owned(),
            (_, name) => format!("Theme {name}"),
        }
    }

    fn logo_url(&self, spec: &FieldSpec) -> Option<String> {
        let file = crate::theme::FileName::parse(self.text(spec))?;
        Some(worn::file_url(&file))
    }

    fn preview_src(&self, mode: &str) -> String {
        let draft = if self.scope == "instance" { "instance" } else { "environment" };
        format!(
            "/?preview=true&embedded=true&theme={mode}&draft={draft}&draft_name={}&environment={}",
            self.name, self.environment
        )
    }
}

/// What a field holds for which no layer has a value.
fn nothing(path: &str) -> &'static str {
    match path.split('.').next() {
        Some("accent") => "Primary",
        Some("background" | "danger" | "success" | "warning") => "Built in",
        _ => "Not set",
    }
}

async fn names(state: &State, who: &SignedIn) -> Result<Vec<(String, String)>, WebError> {
    let names = theme::names(&state.services.db, &who.environment.id).await?;
    let with_path = |name: String| {
        let path = path("environment", &name, "");
        (name, path)
    };
    Ok(names.into_iter().map(with_path).collect())
}

/// Whose a value is, in words.
pub const fn whose(layer: Layer) -> &'static str {
    match layer {
        Layer::BuiltIn => "built in",
        Layer::Instance => "from the instance",
        Layer::Environment => "from the environment",
        Layer::Named => "from this theme",
        Layer::Session => "from the session",
    }
}

fn history(rows: &[RevisionRow]) -> Vec<Revision> {
    let documents: Vec<ThemeDocument> = rows.iter().map(|row| worn::document(&row.document)).collect();
    let nothing = ThemeDocument::default();
    let each = rows.iter().enumerate().map(|(index, row)| Revision {
        number: row.revision,
        at: words::moment(row.at),
        author: row.author.clone(),
        note: row.note.clone(),
        differences: documents[index].differences_from(documents.get(index + 1).unwrap_or(&nothing)),
        is_worn: index == 0,
    });
    each.collect()
}

/// A value of a difference as people read it.
pub fn shown(value: Option<&String>) -> String {
    match value {
        None => "inherited".to_owned(),
        Some(text) if text.len() == 64 => format!("file {}", &text[..8]),
        Some(text) => text.clone(),
    }
}
