//! One field's label, control, rule and the rest, from its schema or from what is known of its name.

use url::Url;

use super::base::{self, BuiltIn};
use super::field::{Autocomplete, Control, Field, FieldGroup, FieldName, FieldPath, FieldRule};
use super::form::FormContext;
use super::host::AuthorityRole;
use super::mode::AuthMode;
use super::model::Provider;
use super::schema::FieldSchema;
use super::{header_prefix, secrecy_rule};

/// What all fields of one form have in common.
pub(super) struct Draft<'a> {
    pub provider: &'a Provider,
    pub context: &'a FormContext<'a>,
    /// The effective guide.
    pub guide: Option<Url>,
}

impl<'a> Draft<'a> {
    pub fn new(provider: &'a Provider, context: &'a FormContext<'a>) -> Self {
        let own = context.docs_connect.and_then(|text| web_page(text, &["https", "http"]));
        let guide = own.or_else(|| web_page(provider.docs_connect.as_deref()?, &["https"]));
        Self { provider, context, guide }
    }

    /// Whether the integration already holds this credential.
    pub fn is_preconfigured(&self, name: &FieldName) -> bool {
        self.context.preconfigured_credentials.iter().any(|held| held == name.as_str())
    }

    /// The field.
    pub fn field(&self, path: FieldPath, schema: Option<&FieldSchema>, order: i64) -> Field {
        let name = path.name.as_str();
        let known = base::built_in(name).filter(|_| path.group == FieldGroup::Credential);
        let own_label = self.own_label(&path);
        let secret = is_secret(name, schema, known);
        let preset = (path.group == FieldGroup::Params).then(|| self.context.preset(name)).flatten();
        let hidden = preset.is_some() || schema.is_some_and(|schema| schema.hidden);
        let described = schema.filter(|_| own_label.is_none());
        let control = control(name, schema, secret);
        Field {
            untranslated: super::texts::Untranslated::default(),
            order,
            label: own_label.map_or_else(|| label(name, schema, known), Box::from),
            description: described.and_then(|schema| schema.description.clone()),
            required: !schema.is_some_and(|schema| schema.optional),
            accepts_empty: hidden || accepts_empty(schema),
            secret,
            prefix: decoration(schema, |schema| &schema.prefix),
            suffix: decoration(schema, |schema| &schema.suffix),
            placeholder: if own_label.is_some() { "".into() } else { placeholder(name, schema, known) },
            default: default(schema, hidden),
            preset: preset.map(Into::into),
            hidden,
            documentation: self.documentation(schema),
            autocomplete: autocomplete(name, path.group, schema, secret),
            rule: self.rule(path.group, schema, &control, hidden),
            example: described.and_then(|schema| schema.example.clone()),
            authority: self.authority(&path),
            header_prefixes: header_prefix::of(self.provider, &path),
            control,
            path,
        }
    }

    fn own_label(&self, path: &FieldPath) -> Option<&'a str> {
        let labels = self.context.credentials_label.filter(|_| path.group == FieldGroup::Credential)?;
        labels.get(path.name.as_str()).map(String::as_str).filter(|label| !label.is_empty())
    }

    fn documentation(&self, schema: Option<&FieldSchema>) -> Option<Url> {
        let mut page = self.guide.clone()?;
        let section = schema.and_then(|schema| schema.doc_section.as_deref());
        if let Some(section) = section.filter(|_| !self.has_own_guide()).and_then(anchor) {
            page.set_fragment(Some(section));
        }
        Some(page)
    }

    fn has_own_guide(&self) -> bool {
        self.context.docs_connect.is_some_and(|text| web_page(text, &["https", "http"]).is_some())
    }

    fn authority(&self, path: &FieldPath) -> Box<[AuthorityRole]> {
        match path.group {
            FieldGroup::Params => self.provider.authority_roles(path.name.as_str()).into(),
            FieldGroup::Credential => {
                self.provider.authority_roles(&format!("credentials.{}", path.name)).into()
            }
            FieldGroup::Assertion => Box::default(),
        }
    }

    fn rule(
        &self,
        group: FieldGroup,
        schema: Option<&FieldSchema>,
        control: &Control,
        hidden: bool,
    ) -> FieldRule {
        match control {
            _ if hidden => FieldRule::Anything,
            Control::Select { options } => FieldRule::OneOf { options: options.clone() },
            _ => FieldRule::Text {
                format: schema.and_then(|schema| schema.format),
                pattern: schema.and_then(|schema| schema.pattern.clone()),
                max: self.longest(group, control),
            },
        }
    }

    /// The protocol limits keys and passwords to 1,024 characters; the rest is ours.
    fn longest(&self, group: FieldGroup, control: &Control) -> usize {
        match (control, self.provider.auth_mode) {
            (Control::TextArea, _) => 32_768,
            (_, AuthMode::ApiKey | AuthMode::Basic) if group == FieldGroup::Credential => 1_024,
            _ => 4_096,
        }
    }
}

fn web_page(text: &str, schemes: &[&str]) -> Option<Url> {
    Url::parse(text).ok().filter(|url| schemes.contains(&url.scheme()))
}

fn anchor(section: &str) -> Option<&str> {
    let slug = section.strip_prefix('#')?;
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (!slug.is_empty() && slug.bytes().all(allowed)).then_some(slug)
}

fn label(name: &str, schema: Option<&FieldSchema>, known: Option<&BuiltIn>) -> Box<str> {
    let title = schema.and_then(|schema| schema.title.as_deref());
    title.or(known.map(|known| known.label)).unwrap_or(name).into()
}

fn placeholder(name: &str, schema: Option<&FieldSchema>, known: Option<&BuiltIn>) -> Box<str> {
    let is_select = schema.is_some_and(|schema| schema.options.is_some());
    let example = schema.and_then(|schema| schema.example.as_deref()).filter(|_| !is_select);
    let title = || schema.and_then(|schema| schema.title.as_deref());
    example.or_else(title).or(known.map(|known| known.placeholder)).unwrap_or(name).into()
}

/// A select has no room for decoration.
fn decoration(schema: Option<&FieldSchema>, of: fn(&FieldSchema) -> &Option<Box<str>>) -> Option<Box<str>> {
    schema.filter(|schema| schema.options.is_none()).and_then(|schema| of(schema).clone())
}

fn default(schema: Option<&FieldSchema>, hidden: bool) -> Option<Box<str>> {
    let schema = schema?;
    let first = || schema.options.as_ref().filter(|_| !hidden && !schema.optional)?.first().cloned();
    schema.default_value.clone().or_else(first)
}

/// A named shape is never empty; otherwise a default, even an empty one, lifts the rule that something be typed.
fn accepts_empty(schema: Option<&FieldSchema>) -> bool {
    let Some(schema) = schema else { return false };
    let lifted = schema.default_value.is_some() && schema.format.is_none() && schema.options.is_none();
    schema.optional || (lifted && schema.pattern.as_ref().is_none_or(|pattern| pattern.matches("")))
}

fn is_secret(name: &str, schema: Option<&FieldSchema>, known: Option<&BuiltIn>) -> bool {
    let Some(schema) = schema else { return known.is_some_and(|known| known.secret) };
    schema.options.is_none()
        && (schema.secret
            || known.is_some_and(|known| known.secret)
            || secrecy_rule::sounds_secret(name, schema.title.as_deref())
            || secrecy_rule::is_private_key(schema))
}

fn control(name: &str, schema: Option<&FieldSchema>, secret: bool) -> Control {
    if let Some(options) = schema.and_then(|schema| schema.options.clone()) {
        return Control::Select { options };
    }
    let multi_line = match schema {
        Some(schema) => secrecy_rule::is_multi_line(schema),
        None => matches!(name, "client_certificate" | "client_private_key"),
    };
    match (multi_line, secret) {
        (true, _) => Control::TextArea,
        (false, true) => Control::Password,
        (false, false) => Control::Text,
    }
}

fn autocomplete(name: &str, group: FieldGroup, schema: Option<&FieldSchema>, secret: bool) -> Autocomplete {
    let title = schema.and_then(|schema| schema.title.as_deref()).unwrap_or(name);
    match (group, name) {
        (FieldGroup::Credential, "username") if !secret => Autocomplete::Username,
        (FieldGroup::Credential, "password") if secrecy_rule::says_password(title) => {
            Autocomplete::CurrentPassword
        }
        _ if secret => Autocomplete::Off,
        _ => Autocomplete::Unspecified,
    }
}
