//! One entry as the rules see it: its tree, its typed keys, what was made of it, and its templates.

use super::super::interpolate;
use super::super::mode::AuthMode;
use super::super::model::Provider;
use super::super::node::{Node, NodeValue, Position};
use super::super::raw::RawProvider;
use super::super::schema::FieldSchema;

/// One usable entry.
pub(super) struct Subject<'a> {
    pub key: &'a str,
    pub key_at: Position,
    pub node: &'a Node,
    /// The keys that an alias has from its target.
    pub inherited: &'a [Box<str>],
    pub raw: RawProvider,
    pub provider: Provider,
}

/// A text that may hold placeholders, and its path.
pub(super) struct Template<'a> {
    pub path: Vec<String>,
    pub text: &'a str,
}

/// The keys below which texts are templates.
const TEMPLATES: &[&str] = &[
    "authorization_url",
    "authorization_params",
    "token_url",
    "token_params",
    "token_headers",
    "refresh_url",
    "refresh_params",
    "refresh_token_params",
    "refresh_token_headers",
    "request_url",
    "request_params",
    "registration_url",
    "revocation_url",
    "token",
    "assertion",
    "additional_steps",
    "proxy",
];

/// The maps of fields, as the format calls them.
pub(super) const FIELD_MAPS: [&str; 4] =
    ["credentials", "connection_config", "integration_config", "assertion_option"];

impl Subject<'_> {
    pub fn mode(&self) -> AuthMode {
        self.provider.auth_mode
    }

    /// All fields with the name of the map they stand in.
    pub fn fields(&self) -> impl Iterator<Item = (&'static str, &FieldSchema)> {
        let provider = &self.provider;
        let maps = [
            &provider.credentials,
            &provider.connection_config,
            &provider.integration_config,
            &provider.assertion_option,
        ];
        FIELD_MAPS
            .into_iter()
            .zip(maps)
            .flat_map(|(map, fields)| fields.iter().map(move |field| (map, field)))
    }

    /// Every text that is filled with values.
    pub fn templates(&self) -> Vec<Template<'_>> {
        let mut all = Vec::new();
        for entry in self.node.entries().into_iter().flatten() {
            if TEMPLATES.contains(&&*entry.key) {
                collect(&entry.value, &mut vec![entry.key.to_string()], &mut all);
            }
        }
        all.retain(|template| !template.is_about_retries());
        all
    }

    /// Whether any template refers to a value by one of these names.
    pub fn refers_to(&self, names: &[&str]) -> bool {
        let is_it = |name: &str| {
            names.iter().any(|wanted| {
                name.strip_prefix(wanted).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
            })
        };
        self.templates().iter().any(|template| template.names().into_iter().any(is_it))
    }
}

impl<'a> Template<'a> {
    /// The names of its placeholders, those inside functions too.
    pub fn names(&self) -> Vec<&'a str> {
        interpolate::placeholders(self.text)
    }

    /// Its path, for a remark.
    pub fn path(&self) -> Vec<&str> {
        self.path.iter().map(String::as_str).collect()
    }

    fn is_about_retries(&self) -> bool {
        self.path.first().is_some_and(|key| key == "proxy")
            && self.path.get(1).is_some_and(|key| key == "retry" || key == "paginate")
    }
}

fn collect<'a>(node: &'a Node, path: &mut Vec<String>, all: &mut Vec<Template<'a>>) {
    match &node.value {
        NodeValue::Text(text) => all.push(Template { path: path.clone(), text }),
        NodeValue::List(items) => {
            for (at, item) in items.iter().enumerate() {
                path.push(at.to_string());
                collect(item, path, all);
                path.pop();
            }
        }
        NodeValue::Map(entries) => {
            for entry in entries {
                path.push(entry.key.to_string());
                collect(&entry.value, path, all);
                path.pop();
            }
        }
        NodeValue::Null | NodeValue::Bool(_) | NodeValue::Number(_) => {}
    }
}
