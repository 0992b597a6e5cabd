//! Our own key of a session body, `connect_ui`.
//!
//! Owns what it may ask for. A key whose feature is not built is refused, never ignored. Must not know the
//! origins of instance and environment, which a session may only narrow.

use super::field::Field;
use super::issue::Fault;
use super::link::WebOrigin;
use super::object::Read;
use super::text::Length;
use crate::store::connect_session::Completion;

/// How this one session's pages differ from the environment's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConnectUi {
    /// The name of the application for which the end user connects.
    pub app_name: Option<String>,
    /// The only origins that may frame this session's pages; an empty list allows none.
    pub allowed_origins: Option<Vec<WebOrigin>>,
    /// When a connection can be used.
    pub completion: Completion,
}

impl ConnectUi {
    /// Reads the object.
    pub fn read(field: Field<'_, '_>) -> Read<Self> {
        field.strict_object(|object| {
            let app_name = object.optional("app_name", |field| field.sized(Length::between(1, 255)));
            let theme = object.optional("theme", not_built);
            let origins = object
                .optional("allowed_origins", |field| field.array(|origin| origin.parsed(WebOrigin::parse)));
            let completion = object.optional("completion", completion);
            let verify = object.optional("verify", |f| only_first(f, &["none", "email_code", "app"]));
            let view = object.optional("view", |f| only_first(f, &["connect", "manage"]));
            let read = Self {
                app_name: app_name?,
                allowed_origins: origins?,
                completion: completion?.unwrap_or_default(),
            };
            theme.and(verify).and(view).map(|_| read)
        })
    }
}

fn completion(field: Field<'_, '_>) -> Read<Completion> {
    let all = [Completion::Immediate, Completion::Exchange];
    let text = field.raw().and_then(serde_json::Value::as_str);
    let found = all.into_iter().find(|one| text == Some(one.as_str()));
    found.ok_or_else(|| field.refuse(Fault::not_among(all.map(Completion::as_str))))
}

fn not_built(field: Field<'_, '_>) -> Read<()> {
    let name = field.path().join(".");
    Err(field.refuse(Fault::custom(format!("{name} is not built yet"))))
}

/// The first option is what happens anyway; the others are known, but not built.
fn only_first(field: Field<'_, '_>, options: &[&str]) -> Read<()> {
    match field.raw().and_then(serde_json::Value::as_str) {
        Some(text) if options.first() == Some(&text) => Ok(()),
        Some(text) if options.contains(&text) => {
            let name = field.path().join(".");
            Err(field.refuse(Fault::custom(format!("{name} \"{text}\" is not built yet"))))
        }
        _ => Err(field.refuse(Fault::not_among(options.iter().copied()))),
    }
}
