//! The editor's form as it arrives: texts, and files that are judged by their bytes.

use std::collections::BTreeMap;

use actix_multipart::{Field, Multipart, MultipartError};
use futures_util::StreamExt as _;

use crate::{
    theme::{CheckedFile, FileRefusal, Purpose, check_file},
    web::{
        connect::{PageProblem, PageProblemKind},
        error::WebError,
    },
};

/// All texts together.
const MAX_TEXTS: usize = 64 * 1024;
/// A theme file with its logos and font in it.
const MAX_THEME_FILE: usize = 2 * 1024 * 1024;
/// What is read away at most, so that the answer reaches who sends too much.
const MAX_BODY: usize = 64 * 1024 * 1024;

/// What was sent.
#[derive(Debug, Default)]
pub struct Sent {
    /// Values by name; of two with one name the last counts.
    pub texts: BTreeMap<String, String>,
    /// Files that are good, by the name of their field.
    pub files: BTreeMap<String, CheckedFile>,
    /// What is wrong with the others.
    pub refused: BTreeMap<String, String>,
    /// A theme file, as its text.
    pub theme_file: Option<String>,
}

impl Sent {
    /// A value; empty where it was not sent.
    pub fn text(&self, name: &str) -> &str {
        self.texts.get(name).map_or("", String::as_str)
    }

    /// A version; what is no number compares with nothing.
    pub fn number(&self, name: &str) -> i64 {
        self.text(name).parse().unwrap_or(-1)
    }

    /// Reads the whole body.
    pub async fn read(mut body: Multipart) -> Result<Self, WebError> {
        let (mut sent, mut texts, mut all) = (Self::default(), 0, 0);
        while let Some(field) = body.next().await {
            let mut field = field.map_err(malformed)?;
            let name = field.name().unwrap_or_default().to_owned();
            let is_file = field.content_disposition().and_then(|one| one.get_filename()).is_some();
            let limit = match (is_file, name.as_str()) {
                (false, _) => MAX_TEXTS - texts,
                (true, "theme-file") => MAX_THEME_FILE,
                (true, name) => purpose(name).limit(),
            };
            let bytes = bytes(&mut field, limit, &mut all).await?;
            if is_file {
                sent.file(name, bytes, limit);
            } else {
                let bytes = bytes.ok_or_else(too_large)?;
                texts += bytes.len();
                let text =
                    String::from_utf8(bytes).map_err(|_| PageProblem::new(PageProblemKind::Malformed))?;
                sent.texts.insert(name, text.trim().replace("\r\n", "\n"));
            }
        }
        Ok(sent)
    }

    fn file(&mut self, name: String, bytes: Option<Vec<u8>>, limit: usize) {
        let purpose = purpose(&name);
        let Some(bytes) = bytes else {
            self.refused.insert(name, FileRefusal::TooLarge(limit / 1024).to_string());
            return;
        };
        // A file field that nobody touched.
        if bytes.is_empty() {
            return;
        }
        if name == "theme-file" {
            match String::from_utf8(bytes) {
                Ok(text) => self.theme_file = Some(text),
                Err(_) => drop(self.refused.insert(name, "This is no theme file".to_owned())),
            }
            return;
        }
        match check_file(&bytes, purpose) {
            Ok(checked) => drop(self.files.insert(name, checked)),
            Err(refusal) => drop(self.refused.insert(name, refusal.to_string())),
        }
    }
}

fn purpose(field: &str) -> Purpose {
    match field {
        "file.font" => Purpose::Font,
        "file.icon" => Purpose::Icon,
        _ => Purpose::Logo,
    }
}

/// The bytes of a field; nothing where they are more than the limit. The rest is read and dropped.
async fn bytes(field: &mut Field, limit: usize, all: &mut usize) -> Result<Option<Vec<u8>>, WebError> {
    let mut kept = Some(Vec::new());
    while let Some(chunk) = field.next().await {
        let chunk = chunk.map_err(malformed)?;
        *all += chunk.len();
        if *all > MAX_BODY {
            return Err(too_large());
        }
        kept = kept.filter(|kept| kept.len() + chunk.len() <= limit);
        if let Some(kept) = &mut kept {
            kept.extend_from_slice(&chunk);
        }
    }
    Ok(kept)
}

fn too_large() -> WebError {
    PageProblem::new(PageProblemKind::TooLarge).into()
}

#[expect(clippy::needless_pass_by_value, reason = "the signature of map_err")]
fn malformed(error: MultipartError) -> WebError {
    tracing::debug!(%error, "a form could not be read");
    PageProblem::new(PageProblemKind::Malformed).into()
}
