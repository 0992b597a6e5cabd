//! The editor: the text on one side, the form that it gives on the other.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path, Query},
};
use askama::Template;
use serde::Deserialize;

use super::{
    Place,
    finding::{Finding, findings},
};
use crate::{
    admin::definition::{find_draft, hosts_changed},
    provider::{DestinationChange, MAX_DEFINITION, edited},
    store::definition as stored,
    web::{
        admin::{
            not_found::not_found,
            page::{Frame, Spot, draw},
            session::SignedIn,
        },
        error::WebError,
        state::State,
    },
};

/// The page.
#[derive(Template)]
#[template(path = "admin/definition/edit.html")]
pub struct EditPage {
    frame: Frame,
    path: String,
    provider: String,
    revision: i64,
    max: usize,
    /// What is typed.
    pub source: String,
    /// Whether it can be used.
    pub usable: bool,
    findings: Vec<Finding>,
    /// Where credentials would go that do not go there now.
    change: DestinationChange,
    /// What is said above the text.
    pub said: Said,
}

/// What the editor says above the text.
pub enum Said {
    /// Nothing.
    Nothing,
    /// An earlier draft is shown rather than what is in force.
    Continued,
    /// Nothing was saved, because the text cannot be used.
    Refused,
    /// Nothing was saved, because the change of hosts must be confirmed.
    Asks,
    /// Nothing was saved, because somebody else did meanwhile.
    Conflict {
        /// Who.
        author: String,
        /// What is typed, against what is saved now.
        difference: String,
    },
}

impl EditPage {
    /// The page with this text in its field.
    pub fn of(state: &State, who: &SignedIn, place: &Place, source: String) -> Self {
        let judged = edited(&state.services.catalog, place.provider(), &source);
        let after = judged.provider.as_deref();
        let environment = &who.environment.id;
        Self {
            frame: Frame::inside(state, who, Spot::Integrations),
            path: place.path(),
            provider: place.provider().to_owned(),
            revision: place.revision(),
            max: MAX_DEFINITION,
            usable: after.is_some(),
            findings: findings(&judged.remarks, &source),
            change: after
                .map(|after| hosts_changed(&state.services, environment, place.provider(), Some(after)))
                .unwrap_or_default(),
            source,
            said: Said::Nothing,
        }
    }

    /// The same for a text that was begun on another revision than the newest.
    pub fn begun_on(self, revision: &str) -> Self {
        Self { revision: revision.parse().unwrap_or(-1), ..self }
    }

    const fn asks(&self) -> bool {
        matches!(self.said, Said::Asks)
    }

    fn errors(&self) -> usize {
        self.findings.iter().filter(|one| one.severity == "error").count()
    }
}

/// Which text is to be edited.
#[derive(Deserialize)]
pub struct FromQuery {
    revision: Option<i64>,
}

/// `GET`: the draft of who is signed in, an earlier revision, or what is in force.
pub async fn show(
    state: Data<State>,
    who: SignedIn,
    key: Path<String>,
    query: Query<FromQuery>,
) -> Result<HttpResponse, WebError> {
    let place = Place::of(&state, &who, &key).await?;
    let (services, environment) = (&state.services, &who.environment.id);
    if let Some(number) = query.revision {
        let found = stored::revision(&services.db, environment, place.provider(), number).await?;
        let source = found.ok_or_else(not_found)?;
        super::act::keep(&state, &who, &place, &source).await?;
        return draw(&state, StatusCode::OK, &EditPage::of(&state, &who, &place, source));
    }
    let draft = find_draft(services, &who.admin, environment, place.provider()).await?;
    let continued = draft.as_deref().is_some_and(|draft| draft != place.text());
    let source = draft.unwrap_or_else(|| place.text().to_owned());
    let mut page = EditPage::of(&state, &who, &place, source);
    if continued {
        page.said = Said::Continued;
    }
    draw(&state, StatusCode::OK, &page)
}
