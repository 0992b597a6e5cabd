//! A provider's form as plain text, for the person who writes its definition. No colours, no control characters.

use std::fmt::{self, Write as _};

use super::catalog::Catalog;
use super::field::{Control, Field, FieldRule, Form};
use super::form::FormContext;
use super::model::Provider;
use super::schema::Format;

/// The form that a session without additions shows.
#[must_use]
pub fn show(provider: &Provider) -> String {
    let form = Form::build(provider, &FormContext::default());
    let mut text = String::new();
    // Writing to a text does not fail.
    let _ = heading(&mut text, provider, &form);
    let shown: Vec<&Field> = form.visible().collect();
    if shown.is_empty() {
        text.push_str("\nNothing is asked: one button connects.\n");
    }
    for (number, field) in (1..).zip(shown) {
        let _ = drawn(&mut text, number, field);
    }
    let hidden: Vec<String> = form.fields.iter().filter(|field| field.hidden).map(hidden).collect();
    if !hidden.is_empty() {
        let _ = writeln!(text, "\nSent without being shown: {}", hidden.join(", "));
    }
    text
}

/// One line a provider: key, mode, name.
#[must_use]
pub fn list(catalog: &Catalog) -> String {
    let width = catalog.iter().map(|provider| provider.key.as_str().len()).max().unwrap_or_default();
    catalog.iter().fold(String::new(), |mut text, provider| {
        let (key, mode) = (provider.key.as_str(), provider.auth_mode.as_str());
        let _ = writeln!(text, "{key:width$}  {mode:18}  {}", provider.display_name);
        text
    })
}

fn heading(text: &mut String, provider: &Provider, form: &Form) -> fmt::Result {
    writeln!(text, "{} ({}, {})", provider.display_name, provider.key, provider.auth_mode)?;
    if let Some(guide) = &form.guide {
        writeln!(text, "Guide: {guide}")?;
    }
    let checked = match &provider.proxy.verification {
        Some(verification) => verification.endpoints.join(", then "),
        None if provider.credentials_verification_script.is_some() => "by code of its own".to_owned(),
        None => "not before it is stored".to_owned(),
    };
    writeln!(text, "Tried: {checked}")
}

fn drawn(text: &mut String, number: usize, field: &Field) -> fmt::Result {
    let mark = if field.required { " *" } else { " (optional)" };
    writeln!(text, "\n{number}. {}{mark}    {}", field.label, field.path)?;
    if let Some(description) = &field.description {
        writeln!(text, "   {description}")?;
    }
    let (prefix, suffix) = (field.prefix.as_deref(), field.suffix.as_deref());
    let inside = match (&field.control, field.default.as_deref()) {
        (Control::Select { options }, _) => options.join(" | "),
        (_, Some(default)) if !default.is_empty() => default.to_owned(),
        _ => field.placeholder.to_string(),
    };
    writeln!(text, "   {}[ {inside} ]{}", prefix.unwrap_or_default(), suffix.unwrap_or_default())?;
    writeln!(text, "   {}", facts(field).join("; "))?;
    match &field.documentation {
        Some(page) => writeln!(text, "   Help: {page}"),
        None => Ok(()),
    }
}

fn facts(field: &Field) -> Vec<String> {
    let mut facts = vec![kind(&field.control).to_owned()];
    if field.secret {
        facts.push("secret".to_owned());
    }
    if let Some(default) = field.default.as_deref().filter(|default| !default.is_empty()) {
        facts.push(format!("default {default}"));
    }
    if let FieldRule::Text { format, pattern, max } = &field.rule {
        facts.extend(format.map(|format| format!("must be {}", shape(format))));
        facts.extend(pattern.as_ref().map(|pattern| format!("must match {}", pattern.as_str())));
        facts.push(format!("at most {max} characters"));
    }
    if !field.authority.is_empty() {
        facts.push("part of a host name".to_owned());
    }
    facts
}

const fn kind(control: &Control) -> &'static str {
    match control {
        Control::Text => "text",
        Control::Password => "masked text",
        Control::TextArea => "several lines",
        Control::Select { .. } => "choice",
    }
}

const fn shape(format: Format) -> &'static str {
    match format {
        Format::Hostname => "a host name",
        Format::Uri => "a web address",
        Format::Uuid => "a UUID",
        Format::Email => "an e-mail address",
    }
}

fn hidden(field: &Field) -> String {
    match field.default.as_deref() {
        Some(default) if !field.secret => format!("{} = {default:?}", field.path),
        _ => field.path.to_string(),
    }
}
