//! `POST /connections` (wire-protocol.md §5.4).
//!
//! Owns the body and the union of credentials. Must not know which type a provider wants.

use serde_json::{Map, Value, json};

use super::{
    end_user::EndUser,
    field::{Field, any_object},
    issue::{Fault, Issues},
    key::{ConnectionId, IntegrationKey},
    link::{WebhookTarget, webhook_target},
    object::{ObjectReader, Read, read},
    tags::{Tags, session_tags, tags},
    telemetry::coerced_date,
    text::Length,
};
use crate::{auth::SecretJson, clock::Timestamp};

const TOKEN: Length = Length::between(1, 16_384);
const OAUTH1: Length = Length::between(1, 2_048);

/// A connection that the owner's backend brings. Its configuration may hold secrets: it is not printed.
pub struct ImportConnection {
    /// The integration.
    pub provider_config_key: IntegrationKey,
    /// Its credentials.
    pub credentials: ImportedCredentials,
    /// Its id, where it has one already.
    pub connection_id: Option<ConnectionId>,
    /// The application's own data.
    pub metadata: Option<Map<String, Value>>,
    /// Its values.
    pub connection_config: Map<String, Value>,
    /// The only address that gets its webhooks, or that it has none.
    pub webhook_url_override: Option<Option<WebhookTarget>>,
    /// Whose it is.
    pub end_user: Option<EndUser>,
    tags: Option<Tags>,
}

/// Credentials as they are stored, and the type that they are of.
pub struct ImportedCredentials {
    /// The protocol's name of the type.
    pub kind: &'static str,
    /// In the shape in which the protocol tells them (§5.6).
    pub wire: SecretJson,
}

impl ImportConnection {
    /// Reads the body.
    pub fn read(body: Option<&Value>) -> Result<Self, Issues> {
        read(body, |field| field.strict_object(Self::from_object))
    }

    fn from_object(object: &mut ObjectReader<'_, '_>) -> Read<Self> {
        let key = object.required("provider_config_key", |field| field.parsed(IntegrationKey::parse));
        let credentials = object.required("credentials", credentials);
        let connection_id = object.optional("connection_id", |field| field.parsed(ConnectionId::parse));
        let metadata = object.optional("metadata", any_object);
        let config = object.optional("connection_config", connection_config);
        let target = object.optional("webhook_url_override", webhook_target);
        let end_user = object.optional("end_user", EndUser::read);
        let tags = object.optional("tags", tags);
        Ok(Self {
            provider_config_key: key?,
            credentials: credentials?,
            connection_id: connection_id?,
            metadata: metadata?,
            connection_config: config?.unwrap_or_default(),
            webhook_url_override: target?,
            end_user: end_user?,
            tags: tags?,
        })
    }

    /// Its tags: made from the end user, overlaid by its own.
    pub fn tags(&self) -> Result<indexmap::IndexMap<String, String>, Issues> {
        let tags = session_tags(self.end_user.as_ref(), None, self.tags.as_ref())?;
        Ok(tags.into_iter().map(|(key, value)| (key.as_str().to_owned(), value)).collect())
    }
}

fn connection_config(field: Field<'_, '_>) -> Read<Map<String, Value>> {
    field.open_object(|object| {
        let scopes =
            object.optional("oauth_scopes_override", |field| field.array(|item| item.text().map(drop)));
        let config = object.raw().clone();
        scopes.map(|_| config)
    })
}

fn credentials(field: Field<'_, '_>) -> Read<ImportedCredentials> {
    let kind = field.raw().and_then(|value| value.get("type")).and_then(Value::as_str);
    let Some((kind, shape)) = TYPES.iter().find(|(name, _)| Some(*name) == kind) else {
        return Err(field.refuse_child("type", Fault::no_variant()));
    };
    let wire = field.strict_object(|object| {
        object.ignore("type");
        let mut wire = shape(object)?;
        // Who owns the token has its whole answer, and gave this part of it.
        if kind.starts_with("OAUTH") {
            wire["raw"] = without_type(object.raw());
        }
        if *kind != "NONE" {
            wire["type"] = json!(kind);
        }
        Ok(wire)
    })?;
    Ok(ImportedCredentials { kind, wire: SecretJson::new(&wire) })
}

fn without_type(raw: &Map<String, Value>) -> Value {
    let mut raw = raw.clone();
    raw.shift_remove("type");
    Value::Object(raw)
}

type Shape = fn(&mut ObjectReader<'_, '_>) -> Read<Value>;

/// What can be imported; the other modes have secrets that only a login of their own brings.
const TYPES: [(&str, Shape); 9] = [
    ("OAUTH2", oauth2),
    ("OAUTH2_CC", client_credentials),
    ("OAUTH1", oauth1),
    ("API_KEY", api_key),
    ("BASIC", basic),
    ("NONE", |_| Ok(json!({}))),
    ("TBA", tba),
    ("APP", installation),
    ("CUSTOM", installation),
];

fn put(wire: &mut Value, name: &str, text: Option<&String>) {
    if let Some(text) = text {
        wire[name] = json!(text);
    }
}

fn put_end(wire: &mut Value, end: Option<Timestamp>) {
    if let Some(end) = end {
        wire["expires_at"] = json!(end.to_z_iso());
    }
}

fn date(field: Field<'_, '_>) -> Read<Timestamp> {
    match field.raw().and_then(coerced_date) {
        Some(moment) => Ok(moment),
        None => Err(field.refuse(Fault::wrong_type("date", "Date"))),
    }
}

fn client_override(field: Field<'_, '_>) -> Read<Value> {
    field.strict_object(|object| {
        let id = object.optional("client_id", |field| field.sized(Length::between(1, 255)));
        let secret = object.optional("client_secret", |field| field.sized(Length::at_least(1)));
        let mut wire = json!({});
        put(&mut wire, "client_id", id?.as_ref());
        put(&mut wire, "client_secret", secret?.as_ref());
        Ok(wire)
    })
}

fn oauth2(object: &mut ObjectReader<'_, '_>) -> Read<Value> {
    let access = object.required("access_token", |field| field.sized(TOKEN));
    let refresh = object.optional("refresh_token", |field| field.sized(TOKEN));
    let end = object.optional("expires_at", date);
    let client = object.optional("config_override", client_override);
    let mut wire = json!({});
    put(&mut wire, "access_token", Some(&access?));
    put(&mut wire, "refresh_token", refresh?.as_ref());
    put_end(&mut wire, end?);
    if let Some(client) = client? {
        wire["config_override"] = client;
    }
    Ok(wire)
}

fn client_credentials(object: &mut ObjectReader<'_, '_>) -> Read<Value> {
    let token = object.required("token", |field| field.sized(Length::between(1, 4_096)));
    let id = object.required("client_id", |field| field.sized(Length::between(1, 255)));
    let secret = object.required("client_secret", |field| field.sized(Length::between(1, 2_048)));
    let certificate = object.optional("client_certificate", |field| field.sized(Length::up_to(10_000)));
    let key = object.optional("client_private_key", |field| field.sized(Length::up_to(10_000)));
    let end = object.optional("expires_at", date);
    let mut wire = json!({});
    put(&mut wire, "token", Some(&token?));
    put(&mut wire, "client_id", Some(&id?));
    put(&mut wire, "client_secret", Some(&secret?));
    put(&mut wire, "client_certificate", certificate?.as_ref());
    put(&mut wire, "client_private_key", key?.as_ref());
    put_end(&mut wire, end?);
    Ok(wire)
}

fn oauth1(object: &mut ObjectReader<'_, '_>) -> Read<Value> {
    pair(object, ["oauth_token", "oauth_token_secret"], OAUTH1)
}

fn basic(object: &mut ObjectReader<'_, '_>) -> Read<Value> {
    pair(object, ["username", "password"], Length::up_to(1_024))
}

fn installation(object: &mut ObjectReader<'_, '_>) -> Read<Value> {
    pair(object, ["app_id", "installation_id"], Length::between(1, 255))
}

fn pair(object: &mut ObjectReader<'_, '_>, names: [&'static str; 2], length: Length) -> Read<Value> {
    let values = names.map(|name| object.required(name, |field| field.sized(length)));
    let mut wire = json!({});
    for (name, value) in names.into_iter().zip(values) {
        put(&mut wire, name, Some(&value?));
    }
    Ok(wire)
}

fn api_key(object: &mut ObjectReader<'_, '_>) -> Read<Value> {
    let key = object.required("apiKey", |field| field.sized(Length::between(1, 1_024)))?;
    Ok(json!({ "apiKey": key }))
}

fn tba(object: &mut ObjectReader<'_, '_>) -> Read<Value> {
    let id = object.required("token_id", |field| field.sized(OAUTH1));
    let secret = object.required("token_secret", |field| field.sized(OAUTH1));
    let client = object.optional("config_override", client_override);
    let mut wire = json!({});
    put(&mut wire, "token_id", Some(&id?));
    put(&mut wire, "token_secret", Some(&secret?));
    if let Some(client) = client? {
        wire["config_override"] = client;
    }
    Ok(wire)
}
