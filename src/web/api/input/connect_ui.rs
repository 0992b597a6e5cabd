//! Our own key of a session body, `connect_ui`.
//!
//! Owns what it may ask for. A key whose feature is not built is refused, never ignored. Must not know the
//! origins of instance and environment, which a session may only narrow.

use super::field::Field;
use super::issue::Fault;
use super::link::{WebOrigin, web_url};
use super::object::{ObjectReader, Read};
use super::text::Length;
use url::Url;

use crate::store::connect_session::{Completion, Verification, View};
use crate::store::theme::SessionTheme;
use crate::theme::ThemeDocument;

/// How this one session's pages differ from the environment's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConnectUi {
    /// The name of the application for which the end user connects.
    pub app_name: Option<String>,
    /// The only origins that may frame this session's pages; an empty list allows none.
    pub allowed_origins: Option<Vec<WebOrigin>>,
    /// When a connection can be used.
    pub completion: Completion,
    /// How the hosted link makes sure who has opened it.
    pub verification: Verification,
    /// How this session's pages differ from the environment's.
    pub theme: SessionTheme,
    /// What they are for.
    pub view: View,
}

impl ConnectUi {
    /// Reads the object.
    pub fn read(field: Field<'_, '_>) -> Read<Self> {
        field.strict_object(|object| {
            let app_name = object.optional("app_name", |field| field.sized(Length::between(1, 255)));
            let theme = object.optional("theme", session_theme);
            let origins = object
                .optional("allowed_origins", |field| field.array(|origin| origin.parsed(WebOrigin::parse)));
            let completion = object.optional("completion", completion);
            let verify = object.optional("verify", verify);
            let verify_url = object.optional("verify_url", verify_url);
            let view = object.optional("view", view);
            let verification = verification(object, verify?, verify_url?);
            Ok(Self {
                app_name: app_name?,
                allowed_origins: origins?,
                completion: completion?.unwrap_or_default(),
                verification: verification?,
                theme: theme?.unwrap_or_default(),
                view: view?.unwrap_or_default(),
            })
        })
    }
}

fn completion(field: Field<'_, '_>) -> Read<Completion> {
    let all = [Completion::Immediate, Completion::Exchange];
    let text = field.raw().and_then(serde_json::Value::as_str);
    let found = all.into_iter().find(|one| text == Some(one.as_str()));
    found.ok_or_else(|| field.refuse(Fault::not_among(all.map(Completion::as_str))))
}

fn view(field: Field<'_, '_>) -> Read<View> {
    let all = [View::Connect, View::Manage];
    let text = field.raw().and_then(serde_json::Value::as_str);
    let found = all.iter().find(|one| text == Some(one.as_str())).cloned();
    found.ok_or_else(|| field.refuse(Fault::not_among(all.iter().map(View::as_str))))
}

/// The word, before it is known whether there is an address with it.
fn verify(field: Field<'_, '_>) -> Read<&'static str> {
    let all = ["none", "email_code", "app"];
    let text = field.raw().and_then(serde_json::Value::as_str);
    let found = all.into_iter().find(|one| text == Some(one));
    found.ok_or_else(|| field.refuse(Fault::not_among(all)))
}

/// A page of the application, to which a challenge can be added.
fn verify_url(field: Field<'_, '_>) -> Read<Url> {
    field.parsed(|text| {
        let url = web_url(text)?;
        let plain = url.username().is_empty() && url.password().is_none() && url.fragment().is_none();
        if plain { Ok(url) } else { Err(Fault::custom("Must have neither a user nor a fragment")) }
    })
}

fn verification(
    object: &mut ObjectReader<'_, '_>,
    word: Option<&'static str>,
    url: Option<Url>,
) -> Read<Verification> {
    match (word, url) {
        (Some("app"), Some(url)) => Ok(Verification::App { url: url.into() }),
        (Some("app"), None) => {
            object.required("verify_url", verify_url).map(|url| Verification::App { url: url.into() })
        }
        (Some("email_code"), _) => Ok(Verification::EmailCode),
        _ => Ok(Verification::None),
    }
}

/// The longest theme of a session's own.
const MAX_OWN_THEME: usize = 4096;

/// A theme's name, or a few values of its own: nothing that does not read gets through.
fn session_theme(field: Field<'_, '_>) -> Read<SessionTheme> {
    match field.raw() {
        Some(serde_json::Value::Object(_)) => own_theme(field),
        _ => field.sized(Length::between(1, 64)).map(SessionTheme::Named),
    }
}

fn own_theme(field: Field<'_, '_>) -> Read<SessionTheme> {
    let document = match ThemeDocument::read(field.raw().unwrap_or(&serde_json::Value::Null)) {
        Ok(document) => document,
        Err(faults) => {
            let texts: Vec<String> =
                faults.iter().map(|one| format!("{}: {}", one.path, one.message)).collect();
            return Err(field.refuse(Fault::custom(texts.join("; "))));
        }
    };
    if !document.tokens.light.is_empty() || !document.tokens.dark.is_empty() {
        return Err(field.refuse(Fault::custom(
            "tokens: a session sets seeds; tokens are set in the environment's theme",
        )));
    }
    let text = document.to_json().to_string();
    if text.len() > MAX_OWN_THEME {
        return Err(field.refuse(Fault::custom(format!("Must be at most {MAX_OWN_THEME} bytes"))));
    }
    Ok(SessionTheme::Own(text))
}
