//! Hints: what is known of a mistake, from the value before it is sent, or from the answer that refused it. Pure.
//!
//! Definitions have rules of their own ([`Hints`]); a small table knows beginnings of keys that everybody mixes up.

mod general;
mod message;
mod refusal;
mod value;

pub use message::HintMessage;
pub use refusal::RefusalHint;
pub use value::ValueHint;

pub(super) use value::ValueRule;

use super::field::{FieldGroup, FieldName, FieldPath, Form};
use super::key::ProviderKey;
use super::pattern::Pattern;
use super::raw::RawHints;
use super::secrecy_rule::says_password;
use refusal::RefusalRule;

/// The rules of one definition.
#[derive(Clone, Debug, Default)]
pub struct Hints {
    values: Box<[ValueRule]>,
    refusals: Box<[RefusalRule]>,
}

impl Hints {
    /// Judges the raw tables: what cannot be understood is said, not passed over.
    pub(super) fn judge(raw: RawHints) -> Result<Self, String> {
        let values = raw.values.into_iter().flatten().map(ValueRule::judge);
        let refusals = raw.refusals.into_iter().flatten().map(RefusalRule::judge);
        Ok(Self { values: values.collect::<Result<_, _>>()?, refusals: refusals.collect::<Result<_, _>>()? })
    }

    /// What an answer says about the mistake.
    #[must_use]
    pub fn of_refusal(&self, status: u16, body: &[u8]) -> Option<RefusalHint> {
        if self.refusals.is_empty() {
            return None;
        }
        let text = String::from_utf8_lossy(&body[..body.len().min(refusal::LONGEST)]);
        let json = serde_json::from_slice(body).ok();
        self.refusals.iter().find_map(|rule| rule.hint(status, &text, json.as_ref()))
    }

    /// The fields that rules name, for the linter.
    pub(super) fn fields(&self) -> impl Iterator<Item = &FieldPath> {
        let refusals = self.refusals.iter().filter_map(RefusalRule::field);
        self.values.iter().map(ValueRule::field).chain(refusals)
    }
}

/// The rules for the fields of a form: the definition's own before those that hold for every service.
pub(super) fn for_form(key: &ProviderKey, own: &Hints, form: &Form) -> Vec<ValueRule> {
    let mut rules: Vec<ValueRule> = own.values.to_vec();
    for field in form.visible().filter(|field| field.secret && field.path.group == FieldGroup::Credential) {
        if says_password(&field.label) {
            continue;
        }
        // What the definition itself gives as an example is no mistake.
        let is_meant = |rule: &ValueRule| {
            field.example.as_deref().is_some_and(|example| rule.hint(&field.path, example).is_some())
        };
        rules.extend(general::rules(key, &field.path).into_iter().filter(|rule| !is_meant(rule)));
    }
    rules
}

/// `credentials.apiKey` or `connection_config.subdomain`.
fn parse_field(text: &str) -> Result<FieldPath, String> {
    let (map, name) = text.split_once('.').ok_or_else(|| format!("`{text}` names no field"))?;
    let group = match map {
        "credentials" => FieldGroup::Credential,
        "connection_config" => FieldGroup::Params,
        _ => return Err(format!("`{text}` names no field")),
    };
    Ok(FieldPath { group, name: FieldName::new(name) })
}

fn parse_pattern(text: Option<String>) -> Result<Option<Pattern>, String> {
    text.map(|source| Pattern::parse(&source).map_err(|error| format!("matches: {error}"))).transpose()
}
