//! `/admin/connections/{row}/edit`: tags and metadata, checked as the API checks them. An edit that was made from what
//! no longer stands there is not stored: both are shown, and nothing is lost.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Form, Path},
};
use askama::Template;
use indexmap::IndexMap;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{find_settled, path, person};
use crate::{
    admin::{Deed, perform},
    store::connection::{
        ConnectionRow,
        edit::{self, Edit},
    },
    web::{
        admin::{
            page::{Entry, Frame, Spot, draw, see_other},
            session::SignedIn,
        },
        api::input::{
            connection_change::{ConnectionPatch, read_metadata},
            issue::{Issue, Issues},
        },
        error::WebError,
        state::State,
    },
};

#[derive(Template)]
#[template(path = "admin/connection/edit.html")]
struct EditPage {
    frame: Frame,
    title: String,
    back: String,
    action: String,
    seen: String,
    tags: Entry,
    metadata: Entry,
    stored: Option<Stored>,
}

/// What somebody else has stored meanwhile.
struct Stored {
    tags: String,
    metadata: String,
}

/// The form.
#[derive(Deserialize)]
pub struct EditForm {
    #[serde(default)]
    seen: String,
    #[serde(default)]
    tags: String,
    #[serde(default)]
    metadata: String,
}

impl EditPage {
    fn new(state: &State, who: &SignedIn, row: &ConnectionRow, tags: Entry, metadata: Entry) -> Self {
        Self {
            frame: Frame::inside(state, who, Spot::Connections),
            title: person(row).unwrap_or_else(|| row.connection_id.clone()),
            back: path(&row.id),
            action: format!("{}/edit", path(&row.id)),
            seen: mark(row),
            tags,
            metadata,
            stored: None,
        }
    }

    const fn wrong(&self) -> bool {
        self.tags.problem.is_some() || self.metadata.problem.is_some()
    }
}

/// `GET`: what is stored.
pub async fn show(state: Data<State>, who: SignedIn, id: Path<String>) -> Result<HttpResponse, WebError> {
    let row = find_settled(&state, &who, id.into_inner()).await?;
    let (tags, metadata) = (Entry::new(tag_lines(&row.tags)), Entry::new(metadata_text(&row)));
    draw(&state, StatusCode::OK, &EditPage::new(&state, &who, &row, tags, metadata))
}

/// `POST`: stores all of it, or says what is wrong, or who was faster.
pub async fn submit(
    state: Data<State>,
    who: SignedIn,
    id: Path<String>,
    form: Form<EditForm>,
) -> Result<HttpResponse, WebError> {
    let id = id.into_inner();
    let row = find_settled(&state, &who, id.clone()).await?;
    let EditForm { seen, tags, metadata } = form.into_inner();
    let (read_tags, read_metadata) = (tags_of(&tags), metadata_of(&metadata));
    let (new, back) = match (read_tags, read_metadata) {
        (Ok(tags), Ok(metadata)) => (Edit { tags, metadata }, path(&row.id)),
        (read_tags, read_metadata) => {
            let tags = Entry { value: tags, problem: read_tags.err() };
            let metadata = Entry { value: metadata, problem: read_metadata.err() };
            let page = EditPage { seen, ..EditPage::new(&state, &who, &row, tags, metadata) };
            return draw(&state, StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    if seen == mark(&row) && store(&state, &who, row, new).await? {
        return Ok(see_other(&format!("{back}?done=saved")));
    }
    let row = find_settled(&state, &who, id).await?;
    let stored = Stored { tags: tag_lines(&row.tags), metadata: metadata_text(&row) };
    let page = EditPage::new(&state, &who, &row, Entry::new(tags), Entry::new(metadata));
    draw(&state, StatusCode::CONFLICT, &EditPage { stored: Some(stored), ..page })
}

async fn store(state: &State, who: &SignedIn, row: ConnectionRow, new: Edit) -> Result<bool, WebError> {
    let mut changed = Vec::new();
    changed.extend((new.tags != row.tags).then_some("tags"));
    changed.extend((new.metadata != row.metadata).then_some("metadata"));
    let deed = Deed::of(&who.admin, &who.environment.id, "connection.edit", &row.connection_id)
        .with_detail(changed.join(", "));
    let at = state.services.clock.now();
    let write = perform(&state.services, deed, move |tx| {
        Box::pin(async move { edit::edit(tx, &row, &new, at).await })
    });
    Ok(write.await?)
}

/// What an edit was made from. The row's version does not count edits: a refresh counts there.
fn mark(row: &ConnectionRow) -> String {
    let mut hasher = DefaultHasher::new();
    (tag_lines(&row.tags), metadata_text(row)).hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

fn tag_lines(tags: &IndexMap<String, String>) -> String {
    tags.iter().map(|(key, value)| format!("{key} = {value}")).collect::<Vec<_>>().join("\n")
}

fn metadata_text(row: &ConnectionRow) -> String {
    row.metadata.as_ref().filter(|data| !data.is_null()).map_or_else(String::new, |data| format!("{data:#}"))
}

/// A line each, `team = red`; judged as the API judges them.
fn tags_of(text: &str) -> Result<IndexMap<String, String>, String> {
    let mut tags = serde_json::Map::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (key, value) = line.split_once('=').ok_or_else(|| format!("Write “{line}” as name = value"))?;
        let (key, value) = (key.trim(), value.trim());
        if tags.insert(key.to_owned(), json!(value)).is_some() {
            return Err(format!("The tag {key} stands there twice"));
        }
    }
    let body = json!({ "tags": tags });
    let patch = ConnectionPatch::read(Some(&body)).map_err(|issues| said(&issues))?;
    let all = patch.all_tags().map_err(|issue| one(&issue))?.unwrap_or_default();
    Ok(all.into_iter().map(|(key, value)| (key.to_string(), value)).collect())
}

fn metadata_of(text: &str) -> Result<Option<Value>, String> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let read = |error: serde_json::Error| format!("This is not JSON: {error}");
    let value: Value = serde_json::from_str(text).map_err(read)?;
    let object = read_metadata(Some(&value)).map_err(|issues| said(&issues))?;
    Ok(Some(Value::Object(object)))
}

fn said(issues: &Issues) -> String {
    issues.as_slice().iter().map(one).collect::<Vec<_>>().join(" · ")
}

fn one(issue: &Issue) -> String {
    let place = issue.path.last().filter(|name| *name != "tags").map(|name| format!("{name}: "));
    format!("{}{}", place.unwrap_or_default(), issue.message)
}
