//! The body of our own wording route: texts by language and key, each checked against its English original.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{
    field::Field,
    issue::{Fault, Issues},
    object::{Read, read},
    text::Length,
};
use crate::{
    admin::wording::Texts,
    web::tr::{
        Language,
        wording::{LONGEST, check},
    },
};

/// `PUT /api/v1/wording`.
#[derive(Clone, Debug)]
pub struct WordingBody {
    /// All texts that are the environment's own.
    pub texts: Texts,
    /// The version they were made on.
    pub version: i64,
}

impl WordingBody {
    /// Reads the body.
    pub fn read(body: Option<&Value>) -> Result<Self, Issues> {
        read(body, |field| {
            field.strict_object(|object| {
                let texts = object.required("texts", |field| field.record(language, of_language));
                let version = object.required("version", |field| field.parsed(version));
                let texts = texts?.into_iter().collect();
                Ok(Self { texts, version: version? })
            })
        })
    }
}

fn version(text: &str) -> Result<i64, Fault> {
    text.parse().map_err(|_| Fault::custom("Send the version that you have read"))
}

fn language(tag: &str) -> Option<String> {
    Language::of_tag(tag).map(|language| language.tag().to_owned())
}

fn of_language(mut field: Field<'_, '_>) -> Read<BTreeMap<String, String>> {
    let texts = field
        .reborrow()
        .record(|key| Some(key.to_owned()), |text| text.sized(Length::between(1, LONGEST as u64)))?;
    for (key, text) in &texts {
        if let Err(problem) = check(key, text) {
            return Err(field.refuse_child(key, Fault::custom(problem.to_string())));
        }
    }
    Ok(texts.into_iter().collect())
}
