//! What definitions say to people, in other languages. Knows no page.
//!
//! Ours stand in `providers/texts/<language>.yaml`, by their English text: many services ask for an "API key", and a text
//! that was changed in English is no longer translated wrongly. Those of other catalogues stand in `i18n/` beside their
//! files, by provider and field (provider-format.md §1.4).

use std::{
    borrow::Cow,
    collections::{BTreeMap, HashMap},
    sync::{Arc, OnceLock},
};

use serde::Deserialize;
use serde_json::Value;

use super::field::{Field, FieldGroup, FieldPath, Form};

include!(concat!(env!("OUT_DIR"), "/provider_texts.rs"));

type Dictionary = HashMap<String, Box<str>>;

/// Which of a field's texts are in English on a form in another language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Untranslated {
    /// The label.
    pub label: bool,
    /// The description.
    pub description: bool,
}

/// All translations: ours, unpacked when somebody first reads them, and those of other catalogues.
#[derive(Debug, Default)]
pub struct ProviderTexts {
    ours: [OnceLock<Dictionary>; PACKED.len()],
    foreign: BTreeMap<String, Foreign>,
}

/// A language's file of another catalogue: provider → map of fields → field.
type Foreign = HashMap<String, HashMap<String, HashMap<String, FieldTexts>>>;

#[derive(Clone, Debug, Default, Deserialize)]
struct FieldTexts {
    title: Option<Box<str>>,
    description: Option<Box<str>>,
}

impl ProviderTexts {
    /// Adds a catalogue's file of a language; of two, the later wins, field by field. What is no text of a field is
    /// passed over.
    pub(super) fn add(&mut self, language: &str, file: &Value) {
        let of_language = self.foreign.entry(language.to_ascii_lowercase()).or_default();
        for (provider, groups) in file.as_object().into_iter().flatten() {
            let of_provider = of_language.entry(provider.clone()).or_default();
            for (group, fields) in groups.as_object().into_iter().flatten() {
                let of_group = of_provider.entry(group.clone()).or_default();
                for (name, texts) in fields.as_object().into_iter().flatten() {
                    let Ok(texts) = FieldTexts::deserialize(texts) else { continue };
                    let known = of_group.entry(name.clone()).or_default();
                    known.title = texts.title.or(known.title.take());
                    known.description = texts.description.or(known.description.take());
                }
            }
        }
    }

    /// A form in a language: what has no translation stays English, and is marked.
    #[must_use]
    pub fn form(&self, language: &str, provider: &str, form: Arc<Form>) -> Arc<Form> {
        if is_english(language) {
            return form;
        }
        let fields = form.fields.iter().map(|field| self.field(language, provider, field)).collect();
        Arc::new(Form { fields, ..(*form).clone() })
    }

    fn field(&self, language: &str, provider: &str, field: &Field) -> Field {
        let own = self.foreign(language, provider, &field.path);
        let text = |own: Option<&Box<str>>, english: &str| {
            own.map(AsRef::as_ref).or_else(|| self.ours(language, english)).map(Box::<str>::from)
        };
        let label = text(own.and_then(|own| own.title.as_ref()), &field.label);
        let own_description = own.and_then(|own| own.description.as_ref());
        let description = field.description.as_ref().map(|english| text(own_description, english));
        Field {
            untranslated: Untranslated { label: label.is_none(), description: description == Some(None) },
            label: label.unwrap_or_else(|| field.label.clone()),
            description: description.flatten().or_else(|| field.description.clone()),
            ..field.clone()
        }
    }

    /// A definition's JSON text with its titles and descriptions in a language.
    #[must_use]
    pub fn definition<'a>(&self, language: &str, provider: &str, json: &'a str) -> Cow<'a, str> {
        if is_english(language) {
            return json.into();
        }
        let Ok(mut definition) = serde_json::from_str::<Value>(json) else { return json.into() };
        for group in ["credentials", "connection_config", "assertion_option"] {
            for (name, field) in
                definition.get_mut(group).and_then(Value::as_object_mut).into_iter().flatten()
            {
                let own = self.by_name(language, provider, group, name);
                for (part, own) in [
                    ("title", own.and_then(|own| own.title.as_deref())),
                    ("description", own.and_then(|own| own.description.as_deref())),
                ] {
                    let Some(english) = field.get(part).and_then(Value::as_str) else { continue };
                    if let Some(text) = own.or_else(|| self.ours(language, english)) {
                        field[part] = text.into();
                    }
                }
            }
        }
        definition.to_string().into()
    }

    /// A text of ours, such as what a scope allows.
    #[must_use]
    pub fn ours(&self, language: &str, english: &str) -> Option<&str> {
        let at = PACKED.iter().position(|(tag, _)| tag.eq_ignore_ascii_case(language))?;
        let dictionary =
            self.ours.get(at)?.get_or_init(|| unpacked(PACKED.get(at).map(|(_, packed)| *packed)));
        dictionary.get(english).map(AsRef::as_ref)
    }

    fn foreign(&self, language: &str, provider: &str, path: &FieldPath) -> Option<&FieldTexts> {
        let group = match path.group {
            FieldGroup::Credential => "credentials",
            FieldGroup::Params => "connection_config",
            FieldGroup::Assertion => "assertion_option",
        };
        self.by_name(language, provider, group, path.name.as_str())
    }

    /// In the language with its region, else without.
    fn by_name(&self, language: &str, provider: &str, group: &str, name: &str) -> Option<&FieldTexts> {
        if self.foreign.is_empty() {
            return None;
        }
        let language = language.to_ascii_lowercase();
        let primary = language.split('-').next().unwrap_or_default();
        [language.as_str(), primary]
            .into_iter()
            .find_map(|language| self.foreign.get(language)?.get(provider)?.get(group)?.get(name))
    }
}

fn is_english(language: &str) -> bool {
    language.split('-').next() == Some("en")
}

fn unpacked(packed: Option<&[u8]>) -> Dictionary {
    let text = miniz_oxide::inflate::decompress_to_vec(packed.unwrap_or_default()).unwrap_or_default();
    // The tests accept no file that cannot be read.
    serde_saphyr::from_str(&String::from_utf8(text).unwrap_or_default()).unwrap_or_default()
}
