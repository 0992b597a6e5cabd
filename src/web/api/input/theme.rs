//! The bodies of our own theme routes. Owns their shape; the theme's own strict reader judges what is in it.

use serde_json::Value;

use super::{
    field::{Field, boolean},
    issue::{Fault, Issues},
    object::{Read, read},
    text::Length,
};
use crate::theme::ThemeDocument;

/// `PUT /api/v1/theme/draft`.
#[derive(Clone, Debug)]
pub struct ThemeDraftBody {
    /// The whole theme.
    pub theme: ThemeDocument,
    /// The version it was made on.
    pub version: String,
}

/// `POST /api/v1/theme/publish`.
#[derive(Clone, Debug)]
pub struct PublishBody {
    /// The version that is meant.
    pub version: String,
    /// Whether pairs that do not read are wanted all the same.
    pub accepts_failing: bool,
}

impl ThemeDraftBody {
    /// Reads the body.
    pub fn read(body: Option<&Value>) -> Result<Self, Issues> {
        read(body, |field| {
            field.strict_object(|object| {
                let theme = object.required("theme", theme);
                let version = object.required("version", |field| field.sized(Length::between(1, 64)));
                Ok(Self { theme: theme?, version: version? })
            })
        })
    }
}

impl PublishBody {
    /// Reads the body.
    pub fn read(body: Option<&Value>) -> Result<Self, Issues> {
        read(body, |field| {
            field.strict_object(|object| {
                let version = object.required("version", |field| field.sized(Length::between(1, 64)));
                let accepts = object.optional("accept_failing", boolean);
                Ok(Self { version: version?, accepts_failing: accepts?.unwrap_or(false) })
            })
        })
    }
}

/// Reads a theme; each fault stands under its own key.
pub fn theme(mut field: Field<'_, '_>) -> Read<ThemeDocument> {
    let faults = match ThemeDocument::read(field.raw().unwrap_or(&Value::Null)) {
        Ok(document) => return Ok(document),
        Err(faults) => faults,
    };
    for fault in &faults[1..] {
        let _ = field.reborrow().refuse_child(&fault.path, Fault::custom(&fault.message));
    }
    Err(field.refuse_child(&faults[0].path, Fault::custom(&faults[0].message)))
}
