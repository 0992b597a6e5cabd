//! `POST`: what the editor's buttons do.

use actix_multipart::Multipart;
use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path, Query},
};

use super::{
    Place, ThemeQuery,
    fields::{Problems, document, texts},
    is_name, path,
    sent::Sent,
    view::ThemePage,
};
use crate::{
    admin::{
        Deed, perform,
        theme::{PublishTheme, Published, judge_logos, publish, store_file},
    },
    store::theme,
    theme::{CheckedFile, ThemeDocument, file as theme_file},
    web::{
        admin::{
            not_found::not_found,
            page::{draw, see_other},
            session::SignedIn,
        },
        connect::worn,
        error::WebError,
        state::State,
    },
};

/// The handler.
pub async fn act(
    state: Data<State>,
    who: SignedIn,
    scope: Path<String>,
    query: Query<ThemeQuery>,
    body: Multipart,
) -> Result<HttpResponse, WebError> {
    let sent = Sent::read(body).await?;
    let place = Place::of(&state, &who, &scope, &query.theme).await?;
    let editor = Editor { state: &state, who: &who, place: &place, sent: &sent };
    match sent.text("act") {
        "new" => editor.create().await,
        "discard" => editor.discard().await,
        "delete" => editor.delete().await,
        "import" => editor.import().await,
        "back" => editor.roll_back().await,
        "publish" => editor.take(true).await,
        _ => editor.take(false).await,
    }
}

struct Editor<'a> {
    state: &'a State,
    who: &'a SignedIn,
    place: &'a Place,
    sent: &'a Sent,
}

impl Editor<'_> {
    /// Saves what was sent as the draft, and publishes it.
    async fn take(&self, publishes: bool) -> Result<HttpResponse, WebError> {
        let document = match document(self.sent) {
            Ok(document) => document,
            Err(problems) => return self.refused(problems).await,
        };
        let files: Vec<CheckedFile> = self.sent.files.values().cloned().collect();
        let document = self.stored(document, &files).await?;
        if publishes {
            return self.publish(document, "", "published").await;
        }
        self.save(document, "saved").await
    }

    async fn save(&self, document: ThemeDocument, done: &str) -> Result<HttpResponse, WebError> {
        let (key, at) = (self.place.open.key.clone(), self.state.services.clock.now());
        let (text, version) = (document.to_json().to_string(), self.sent.number("version"));
        if !self.knows_the_settings() {
            return self.conflict(&document).await;
        }
        let saved = perform(&self.state.services, self.deed("theme.draft"), move |tx| {
            Box::pin(async move { theme::set_draft(tx, &key, Some(&text), version, at).await })
        });
        if saved.await? { Ok(self.back(done)) } else { self.conflict(&document).await }
    }

    /// The four settings are fields of an environment's theme, and may have been changed beside it. A file brings its
    /// own, whatever they are.
    fn knows_the_settings(&self) -> bool {
        let known = self.sent.number("environment_version") == self.place.open.environment_version;
        known || self.sent.text("act") == "import" || !self.place.open.key.is_of_environment()
    }

    async fn publish(
        &self,
        document: ThemeDocument,
        note: &str,
        done: &str,
    ) -> Result<HttpResponse, WebError> {
        let wish = PublishTheme {
            document: document.clone(),
            version: self.sent.number("version"),
            environment_version: self.sent.number("environment_version"),
            accepts_failing: self.sent.text("accept") == "yes",
            note: note.to_owned(),
        };
        let (services, environment) = (&self.state.services, &self.who.environment.id);
        match publish(services, self.deed("theme.publish"), environment, &self.place.open, wish).await? {
            Published::Done => Ok(self.back(done)),
            Published::Conflict => self.conflict(&document).await,
            Published::Failing(rows) => {
                let mut page = self.page(&document).await?;
                page.unread = rows.iter().map(|(mode, row)| row.in_words(*mode)).collect();
                draw(self.state, StatusCode::UNPROCESSABLE_ENTITY, &page)
            }
        }
    }

    async fn discard(&self) -> Result<HttpResponse, WebError> {
        let (key, at) = (self.place.open.key.clone(), self.state.services.clock.now());
        let version = self.sent.number("version");
        let gone = perform(&self.state.services, self.deed("theme.discard"), move |tx| {
            Box::pin(async move { theme::set_draft(tx, &key, None, version, at).await })
        });
        if gone.await? { Ok(self.back("discarded")) } else { self.conflict(&self.place.open.published).await }
    }

    /// Only themes that sessions name can go; the others are what all pages wear.
    async fn delete(&self) -> Result<HttpResponse, WebError> {
        if self.place.open.key.name().is_empty() {
            return Err(not_found());
        }
        let (key, version) = (self.place.open.key.clone(), self.sent.number("version"));
        let gone = perform(&self.state.services, self.deed("theme.delete"), move |tx| {
            Box::pin(async move { theme::delete(tx, &key, version).await })
        });
        if gone.await? {
            return Ok(see_other(&path(&self.place.scope, "", "deleted")));
        }
        self.conflict(&self.place.open.draft).await
    }

    async fn create(&self) -> Result<HttpResponse, WebError> {
        let name = self.sent.text("name");
        if is_name(name) {
            return Ok(see_other(&path("environment", name, "")));
        }
        let text = "Enter a name of small letters, digits and dashes".to_owned();
        self.refused(Problems::from([("theme-name".to_owned(), text)])).await
    }

    async fn import(&self) -> Result<HttpResponse, WebError> {
        let refused = |text: String| self.refused(Problems::from([("theme-file".to_owned(), text)]));
        let Some(text) = &self.sent.theme_file else {
            let why = self.sent.refused.get("theme-file").cloned();
            return refused(why.unwrap_or_else(|| "Choose a theme file".to_owned())).await;
        };
        match theme_file::read(text) {
            Ok(file) => {
                let document = self.stored(file.document, &file.files).await?;
                self.save(document, "imported").await
            }
            Err(faults) => {
                let lines = faults.iter().map(|fault| match fault.path.as_str() {
                    "" => fault.message.clone(),
                    path => format!("{path}: {}", fault.message),
                });
                refused(lines.collect::<Vec<_>>().join("; ")).await
            }
        }
    }

    async fn roll_back(&self) -> Result<HttpResponse, WebError> {
        let number = self.sent.number("revision");
        let key = &self.place.open.key;
        let row = theme::revision(&self.state.services.db, key, number).await?.ok_or_else(not_found)?;
        self.publish(worn::document(&row.document), &format!("back to {number}"), "back").await
    }

    /// Stores the files, and judges the logos on their grounds.
    async fn stored(
        &self,
        mut document: ThemeDocument,
        files: &[CheckedFile],
    ) -> Result<ThemeDocument, WebError> {
        for file in files {
            store_file(&self.state.services, file).await?;
        }
        let worn = self.place.open.layers(&document).worn();
        judge_logos(&self.state.services, &mut document, &worn).await?;
        Ok(document)
    }

    fn deed(&self, action: &'static str) -> Deed {
        let subject = match (self.place.scope.as_str(), self.place.open.key.name()) {
            ("instance", _) => "instance",
            (_, "") => self.who.environment.name.as_str(),
            (_, name) => name,
        };
        Deed::of(&self.who.admin, &self.who.environment.id, action, subject)
    }

    fn back(&self, done: &str) -> HttpResponse {
        see_other(&path(&self.place.scope, self.place.open.key.name(), done))
    }

    async fn page(&self, document: &ThemeDocument) -> Result<ThemePage, WebError> {
        ThemePage::of(self.state, self.who, self.place, document).await
    }

    async fn refused(&self, problems: Problems) -> Result<HttpResponse, WebError> {
        let mut page = self.page(&self.place.open.draft).await?;
        if !self.sent.texts.contains_key("name") && self.sent.text("act") != "import" {
            page.texts = self.sent.texts.clone();
            // What was chosen and is good need not be chosen again.
            for (field, file) in &self.sent.files {
                store_file(&self.state.services, file).await?;
                page.texts.insert(field.clone(), file.name.to_string());
            }
        }
        page.problems = problems;
        draw(self.state, StatusCode::UNPROCESSABLE_ENTITY, &page)
    }

    /// What was sent stays in the fields; what is stored is named beside it.
    async fn conflict(&self, document: &ThemeDocument) -> Result<HttpResponse, WebError> {
        let mut page = self.page(document).await?;
        page.conflict = Some(self.place.open.draft.differences_from(document));
        page.texts = texts(document);
        draw(self.state, StatusCode::CONFLICT, &page)
    }
}
