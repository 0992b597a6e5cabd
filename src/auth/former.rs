//! What an earlier connection gives to the one that takes its place: values that are no secrets to the form, and what is
//! not asked again to the new connection.

use std::collections::BTreeMap;

use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;

use super::{ConnectionConfig, Credential};
use crate::provider::{FieldGroup, FieldPath, Form, Provider};

/// Says of a connection that its service must still be heard; never true of the next one.
const PENDING: &str = "pending";

/// How the values of the new connection came.
#[derive(Clone, Copy, Debug)]
pub enum Given<'a> {
    /// By our form, which shows all that is asked: what is missing was emptied.
    InForm(&'a BTreeMap<String, SecretString>),
    /// By a call, which may leave out what stays.
    InCall(&'a BTreeMap<String, SecretString>),
}

/// What the fields of a form hold at first: never a secret, and only what the form shows.
#[must_use]
pub fn prefill(
    form: &Form,
    config: &ConnectionConfig,
    credential: Option<&Credential>,
) -> BTreeMap<FieldPath, String> {
    let credential = credential.map(Credential::to_wire).unwrap_or_default();
    let value = |path: &FieldPath| match path.group {
        FieldGroup::Credential => {
            credential.get(path.name.as_str()).and_then(Value::as_str).map(str::to_owned)
        }
        FieldGroup::Params => config.text(path.name.as_str()).map(|text| text.expose_secret().to_owned()),
        FieldGroup::Assertion => None,
    };
    let shown = form.visible().filter(|field| !field.secret);
    shown.filter_map(|field| Some((field.path.clone(), value(&field.path)?))).collect()
}

/// What of the earlier configuration stays below the new values. Where another account may be meant, nothing stays that
/// was secret, or that the service said of the earlier one: it must not reach the new address.
#[must_use]
pub fn kept(
    provider: &Provider,
    form: &Form,
    config: &ConnectionConfig,
    given: Given<'_>,
) -> ConnectionConfig {
    let (Given::InForm(values) | Given::InCall(values)) = given;
    let param = |name: &str| {
        let mut fields = form.fields.iter();
        fields.find(|field| field.path.group == FieldGroup::Params && field.path.name.as_str() == name)
    };
    let is_automated = |name: &str| {
        provider.connection_config.iter().any(|schema| schema.automated && schema.name.as_str() == name)
    };
    let is_same = |(name, value): (&String, &SecretString)| {
        config.text(name).is_some_and(|old| old.expose_secret() == value.expose_secret())
    };
    let moved = values
        .iter()
        .filter(|(name, _)| param(name).is_some_and(|field| !field.secret))
        .any(|own| !is_same(own));
    let stays = |name: &str| match param(name) {
        _ if name == PENDING || values.contains_key(name) => false,
        Some(field) => (field.hidden || matches!(given, Given::InCall(_))) && !(moved && field.secret),
        None => !(moved && is_automated(name)),
    };
    let mut all = ConnectionConfig::default();
    for (name, value) in config.values().filter(|(name, _)| stays(name)) {
        all.set(name.clone(), value.clone());
    }
    all
}
