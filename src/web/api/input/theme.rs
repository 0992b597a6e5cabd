//! The bodies of our own theme routes. Owns their shape; the theme's own strict reader judges what is in it.

use serde_json::Value;

use super::{
    field::{Field, boolean},
    issue::{Fault, Issues},
    object::{ObjectReader, Read, read},
    text::Length,
};
use crate::theme::{Purpose, ThemeDocument};

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
                let version = version(object);
                Ok(Self { theme: theme?, version: version? })
            })
        })
    }
}

impl PublishBody {
    /// Reads the body.
    pub fn read(body: Option<&Value>) -> Result<Self, Issues> {
        read(body, |field| field.strict_object(publish))
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

/// A body that says which version is meant, and nothing else.
#[derive(Clone, Debug)]
pub struct VersionBody {
    /// The version that is meant.
    pub version: String,
}

/// `POST /api/v1/theme/rollback`.
#[derive(Clone, Debug)]
pub struct RollBackBody {
    /// The number of the earlier publication.
    pub revision: i64,
    /// The rest is that of publishing.
    pub publish: PublishBody,
}

/// `POST /api/v1/theme/files`.
#[derive(Clone, Debug)]
pub struct FileBody {
    /// What it is to be.
    pub purpose: Purpose,
    /// Its bytes, in base64.
    pub content: String,
}

/// More than the largest file has in base64; how large it may be says the file's own check.
const MAX_CONTENT: u64 = 1024 * 1024;

impl VersionBody {
    /// Reads the body.
    pub fn read(body: Option<&Value>) -> Result<Self, Issues> {
        read(body, |field| field.strict_object(|object| Ok(Self { version: version(object)? })))
    }
}

impl RollBackBody {
    /// Reads the body.
    pub fn read(body: Option<&Value>) -> Result<Self, Issues> {
        read(body, |field| {
            field.strict_object(|object| {
                let revision = object.required("revision", |field| {
                    let number = field.raw().and_then(Value::as_i64).filter(|number| *number > 0);
                    number.ok_or_else(|| field.refuse(Fault::custom("Must be the number of a publication")))
                });
                let publish = publish(object);
                Ok(Self { revision: revision?, publish: publish? })
            })
        })
    }
}

impl FileBody {
    /// Reads the body.
    pub fn read(body: Option<&Value>) -> Result<Self, Issues> {
        let purposes = [("logo", Purpose::Logo), ("favicon", Purpose::Icon), ("font", Purpose::Font)];
        read(body, |field| {
            field.strict_object(|object| {
                let purpose = object.required("purpose", |field| field.choice(&purposes));
                let content = object.required("content", |field| field.sized(Length::up_to(MAX_CONTENT)));
                Ok(Self { purpose: purpose?, content: content? })
            })
        })
    }
}

fn version(object: &mut ObjectReader<'_, '_>) -> Read<String> {
    object.required("version", |field| field.sized(Length::between(1, 64)))
}

fn publish(object: &mut ObjectReader<'_, '_>) -> Read<PublishBody> {
    let version = version(object);
    let accepts = object.optional("accept_failing", boolean);
    Ok(PublishBody { version: version?, accepts_failing: accepts?.unwrap_or(false) })
}
