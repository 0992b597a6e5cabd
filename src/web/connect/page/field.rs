//! One field of a form with all that stands around its control.

use super::control::{Binding, Control};
use super::problem::Problem;
use crate::{provider::Untranslated, web::tr::Tr};

/// Fixed text joined to the input; part of its accessible name.
#[derive(Clone, Debug, Default)]
pub struct Affixes {
    /// Before the input, for example `https://`.
    pub prefix: Option<String>,
    /// After the input, for example `.zendesk.com`.
    pub suffix: Option<String>,
}

/// A visible field. Hidden and preset fields are not in the page.
#[derive(Clone, Debug)]
pub struct Field {
    /// Name in the form's body.
    pub name: String,
    /// Label above the input.
    pub label: String,
    /// Whether it must be filled.
    pub required: bool,
    /// Explanation under the label.
    pub description: Option<String>,
    /// Which of the two are in English although the page is not.
    pub untranslated: Untranslated,
    /// Where the documentation explains it.
    pub documentation_url: Option<String>,
    /// Prefix and suffix.
    pub affixes: Affixes,
    /// The input itself.
    pub control: Control,
    /// What is wrong with the value.
    pub problem: Option<Problem>,
    /// A secret that was typed before the page was drawn again, and has to be typed once more.
    pub enter_again: bool,
}

/// AWS's External ID: shown to be copied, and sent with the form.
#[derive(Clone, Debug)]
pub struct ExternalId {
    /// Name in the form's body.
    pub name: String,
    /// The id.
    pub value: String,
}

impl Field {
    /// The element's id; the error summary links to it.
    #[must_use]
    pub fn id(&self) -> String {
        let clean: String =
            self.name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' }).collect();
        format!("f-{clean}")
    }

    pub(super) fn problem_text(&self, tr: &Tr, service: &str) -> Option<String> {
        self.problem.as_ref().map(|problem| problem.text(tr, &self.label, service, self.control.is_choice()))
    }

    pub(super) fn confirmation(&self) -> Option<&(String, String)> {
        self.problem.as_ref().and_then(Problem::confirmation)
    }

    pub(super) fn drawn(&self, tr: &Tr, read_only: bool) -> askama::Result<String> {
        self.control.draw(&self.binding(read_only), &tr.text("form-choose-none"))
    }

    pub(super) fn asks_again(&self) -> bool {
        self.enter_again && self.control.is_secret()
    }

    pub(super) fn with_label(&self, tr: &Tr, key: &str) -> String {
        tr.text_with(key, &[("label", (&self.label).into())])
    }

    fn binding(&self, read_only: bool) -> Binding {
        let id = self.id();
        Binding {
            name: self.name.clone(),
            required: self.required,
            read_only,
            wrong: self.problem.is_some(),
            direction: self.direction(),
            labelled_by: self.labelled_by(&id),
            described_by: self.described_by(&id),
            id,
        }
    }

    /// Keys and parts of addresses are written from left to right everywhere; other values as they begin.
    fn direction(&self) -> &'static str {
        if self.control.is_secret() || self.is_part_of_address() { "ltr" } else { "auto" }
    }

    /// Whether something stands before or behind the input.
    pub(super) fn is_part_of_address(&self) -> bool {
        self.affixes.prefix.is_some() || self.affixes.suffix.is_some()
    }

    /// Only where a prefix or suffix belongs to the name; else the label alone names the input.
    fn labelled_by(&self, id: &str) -> Option<String> {
        let parts = [
            Some(format!("{id}-label")),
            self.affixes.prefix.as_ref().map(|_| format!("{id}-prefix")),
            self.affixes.suffix.as_ref().map(|_| format!("{id}-suffix")),
        ];
        let ids: Vec<String> = parts.into_iter().flatten().collect();
        (ids.len() > 1).then(|| ids.join(" "))
    }

    fn described_by(&self, id: &str) -> Option<String> {
        let parts = [
            self.problem.as_ref().map(|_| format!("{id}-problem")),
            self.description.as_ref().map(|_| format!("{id}-hint")),
            self.asks_again().then(|| format!("{id}-again")),
        ];
        let ids: Vec<String> = parts.into_iter().flatten().collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}
