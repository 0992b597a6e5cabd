//! Tags of sessions and connections, by wire-protocol.md §2.2.
//!
//! Owns their rules and how they are made from an end user. Must not know the store's table of tags.

use std::collections::HashSet;

use indexmap::IndexMap;
use serde_json::Value;

use super::end_user::{EndUser, Organization};
use super::field::Field;
use super::issue::{Fault, Issue};
use super::key::TagKey;
use super::object::Read;
use super::text::{Length, email};

/// A session or connection has at most so many tags.
pub const MAX_TAGS: usize = 10;
const MAX_KEY: usize = 64;
const MAX_VALUE: usize = 255;
const EMAIL_KEY: &str = "end_user_email";

/// Tags that keep the rules, keys as written and distinct whatever their case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tags(IndexMap<TagKey, String>);

impl Tags {
    /// Key and value, in the order of the request.
    pub fn iter(&self) -> impl Iterator<Item = (&TagKey, &str)> {
        self.0.iter().map(|(key, value)| (key, value.as_str()))
    }

    /// As sessions and connections store them: keys in lower case.
    #[must_use]
    pub fn to_lowercase(&self) -> IndexMap<TagKey, String> {
        self.0.iter().map(|(key, value)| (key.to_lowercase(), value.clone())).collect()
    }
}

/// Tags of a session or a connection: no empty values.
pub fn tags(field: Field<'_, '_>) -> Read<Tags> {
    read_tags(field, Length::between(1, 255))
}

/// Tags of an end user: values may be empty.
pub fn end_user_tags(field: Field<'_, '_>) -> Read<Tags> {
    read_tags(field, Length::up_to(255))
}

fn read_tags(mut field: Field<'_, '_>, value: Length) -> Read<Tags> {
    if field.raw().and_then(Value::as_object).is_some_and(|map| map.len() > MAX_TAGS) {
        return Err(field.refuse(too_many()));
    }
    let read = field.reborrow().record(|key| TagKey::parse(key).ok(), |field| field.sized(value))?;
    let mut seen = HashSet::new();
    for (key, value) in &read {
        if !seen.insert(key.to_lowercase()) {
            return Err(field.refuse(Fault::custom(format!(
                "Duplicate tag key \"{}\" (case-insensitive)",
                key.to_lowercase()
            ))));
        }
        if key.to_lowercase().as_str() == EMAIL_KEY && email(value).is_err() {
            let fault = Fault::custom(format!("Tag \"{EMAIL_KEY}\" must be an email address"));
            return Err(field.refuse_child(key.as_str(), fault));
        }
    }
    Ok(Tags(read))
}

fn too_many() -> Fault {
    Fault::custom(format!("Too many tags: at most {MAX_TAGS} are allowed"))
}

/// The tags of a session: made from who connects, overlaid by the explicit ones. Keys in lower case.
pub fn session_tags(
    end_user: Option<&EndUser>,
    organization: Option<&Organization>,
    explicit: Option<&Tags>,
) -> Result<IndexMap<TagKey, String>, Issue> {
    let mut tags = generated_tags(end_user, organization);
    tags.extend(explicit.map(Tags::to_lowercase).unwrap_or_default());
    if tags.len() > MAX_TAGS { Err(too_many().at(["tags"])) } else { Ok(tags) }
}

/// With the end user's own tags if all is right, else without them, else none: this never refuses a session.
fn generated_tags(
    end_user: Option<&EndUser>,
    organization: Option<&Organization>,
) -> IndexMap<TagKey, String> {
    let base = base_tags(end_user, organization);
    let mut merged = base.clone();
    for (key, value) in end_user.and_then(|user| user.tags.as_ref()).iter().flat_map(|tags| tags.iter()) {
        if let Ok(key) = TagKey::parse(&truncated(key.as_str(), MAX_KEY)) {
            merged.insert(key.to_lowercase(), truncated(value, MAX_VALUE));
        }
    }
    [merged, base].into_iter().find(keeps_rules).unwrap_or_default()
}

fn base_tags(end_user: Option<&EndUser>, organization: Option<&Organization>) -> IndexMap<TagKey, String> {
    let named = [
        ("end_user_id", end_user.map(|user| user.id.as_str())),
        (EMAIL_KEY, end_user.and_then(|user| user.email.as_deref())),
        ("end_user_display_name", end_user.and_then(|user| user.display_name.as_deref())),
        ("organization_id", organization.map(|organization| organization.id.as_str())),
        ("organization_display_name", organization.and_then(|it| it.display_name.as_deref())),
    ];
    named
        .into_iter()
        .filter_map(|(key, value)| Some((key, value.filter(|value| !value.is_empty())?)))
        .map(|(key, value)| (TagKey::known(key), truncated(value, MAX_VALUE)))
        .collect()
}

fn keeps_rules(tags: &IndexMap<TagKey, String>) -> bool {
    tags.len() <= MAX_TAGS
        && tags
            .iter()
            .all(|(key, value)| !value.is_empty() && (key.as_str() != EMAIL_KEY || email(value).is_ok()))
}

fn truncated(text: &str, characters: usize) -> String {
    text.chars().take(characters).collect()
}
