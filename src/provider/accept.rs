//! A submitted form → accepted inputs, or what is wrong with each field. Parse, don't validate.
//!
//! The one file of `provider` that looks into what was typed.

use std::collections::BTreeMap;

use secrecy::{ExposeSecret, SecretString};

use super::check::{self, Problem};
use super::field::{Field, FieldGroup, FieldName, FieldPath, FieldRule, Form};
use super::hint::ValueHint;
use super::inputs::{Inputs, RawFields};
use super::repair::{self, Repair, Settled};

/// Accepted inputs, and what was put right in them.
#[derive(Clone, Debug)]
pub struct Accepted {
    /// The values.
    pub inputs: Inputs,
    /// The repairs, in the form's order.
    pub repairs: Vec<(FieldPath, Repair)>,
    /// What the visible fields that are not secret hold, to be shown again if the service refuses.
    pub kept: BTreeMap<FieldPath, String>,
}

/// What is wrong with a submitted form.
#[derive(Clone, Debug)]
pub struct Rejected {
    /// The problems, in the form's order; at most one a field.
    pub problems: Vec<(FieldPath, Problem)>,
    /// The repairs, in the form's order.
    pub repairs: Vec<(FieldPath, Repair)>,
    /// What the visible fields that are not secret hold now, to be shown again.
    pub kept: BTreeMap<FieldPath, String>,
}

#[derive(Default)]
struct Reading {
    inputs: Inputs,
    problems: Vec<(FieldPath, Problem)>,
    repairs: Vec<(FieldPath, Repair)>,
    kept: BTreeMap<FieldPath, String>,
}

impl Form {
    /// Accepts what was typed, or says what is wrong with it. What the session fixes wins over what was typed.
    pub fn accept(&self, raw: &RawFields) -> Result<Accepted, Rejected> {
        let mut reading = Reading::default();
        for (name, value) in &self.fixed_params {
            reading.inputs.params.insert(name.to_string(), value.clone());
        }
        for field in &self.fields {
            if field.hidden {
                reading.take_hidden(field);
            } else {
                reading.take_typed(field, raw, self.value_hint(field, raw));
            }
        }
        if let Some(external_id) = &self.external_id
            && external_id.preset.is_none()
        {
            reading.take_external_id(raw.get(Self::EXTERNAL_ID));
        }
        reading.finish()
    }

    /// What a value says about itself, where nothing graver is wrong with it and its sender has not confirmed it.
    fn value_hint<'a>(
        &'a self,
        field: &'a Field,
        raw: &'a RawFields,
    ) -> impl FnOnce(&str, Option<&Problem>) -> Option<ValueHint> + 'a {
        move |value, problem| {
            let fits = match problem {
                None => true,
                Some(Problem::Pattern { .. }) => false,
                Some(_) => return None,
            };
            let hint = self.value_rules.iter().find_map(|rule| rule.hint(&field.path, value))?;
            // What does not fit the pattern cannot be meant.
            let may_be_meant = hint.may_be_meant && fits;
            let confirmed = raw.get(&Self::confirmation(&field.path));
            let is_confirmed = confirmed.is_some_and(|name| name.expose_secret() == hint.message.as_str());
            (!(may_be_meant && is_confirmed)).then(|| ValueHint { may_be_meant, ..hint.clone() })
        }
    }

    /// The name under which a form says once more that a value is meant.
    #[must_use]
    pub fn confirmation(path: &FieldPath) -> String {
        format!("meant.{path}")
    }

    /// The External ID that was shown with a submitted form, to be shown again.
    #[must_use]
    pub fn submitted_external_id(raw: &RawFields) -> Option<String> {
        let value = raw.get(Self::EXTERNAL_ID)?.expose_secret();
        check::is_uuid(value).then(|| value.to_owned())
    }

    /// The hidden fields whose fixed value cannot be used, so that the form can never be accepted.
    #[must_use]
    pub fn unusable_presets(&self) -> Vec<(FieldPath, Problem)> {
        let hidden = self.fields.iter().filter(|field| field.hidden);
        hidden
            .filter_map(|field| Some((field.path.clone(), hidden_problem(field, &fixed(field)?)?)))
            .collect()
    }
}

impl Reading {
    fn take_hidden(&mut self, field: &Field) {
        let Some(value) = fixed(field) else { return };
        if let Some(problem) = hidden_problem(field, &value) {
            self.problems.push((field.path.clone(), problem));
        }
        self.insert(&field.path, value);
    }

    fn take_typed(
        &mut self,
        field: &Field,
        raw: &RawFields,
        hint: impl FnOnce(&str, Option<&Problem>) -> Option<ValueHint>,
    ) {
        let typed = raw.get(&field.path.to_string()).map_or("", |value| value.expose_secret());
        let Settled { value, repairs, problem } = repair::settle(field, typed);
        let problem = hint(&value, problem.as_ref()).map(Problem::Hint).or(problem);
        self.repairs.extend(repairs.into_iter().map(|repair| (field.path.clone(), repair)));
        self.problems.extend(problem.map(|problem| (field.path.clone(), problem)));
        if !field.secret {
            self.kept.insert(field.path.clone(), value.clone());
        }
        self.insert(&field.path, value.into());
    }

    fn take_external_id(&mut self, typed: Option<&SecretString>) {
        let Some(value) = typed.filter(|value| !value.expose_secret().is_empty()) else { return };
        let path = FieldPath { group: FieldGroup::Params, name: FieldName::new("external_id") };
        if check::is_uuid(value.expose_secret()) {
            self.insert(&path, value.clone());
        } else {
            self.problems.push((path, Problem::Uuid));
        }
    }

    fn insert(&mut self, path: &FieldPath, value: SecretString) {
        let values = match path.group {
            FieldGroup::Credential => &mut self.inputs.credentials,
            FieldGroup::Params => &mut self.inputs.params,
            FieldGroup::Assertion => &mut self.inputs.assertion,
        };
        values.insert(path.name.to_string(), value);
    }

    fn finish(self) -> Result<Accepted, Rejected> {
        let Self { inputs, problems, repairs, kept } = self;
        if problems.is_empty() {
            Ok(Accepted { inputs, repairs, kept })
        } else {
            Err(Rejected { problems, repairs, kept })
        }
    }
}

fn fixed(field: &Field) -> Option<SecretString> {
    field.preset.clone().or_else(|| field.default.as_deref().map(SecretString::from))
}

fn hidden_problem(field: &Field, value: &SecretString) -> Option<Problem> {
    debug_assert!(matches!(field.rule, FieldRule::Anything));
    check::problem(field, value.expose_secret())
}
