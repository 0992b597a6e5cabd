//! Themes beside the four settings; ours alone.

use serde_json::{Value, json};

use super::of_environment;
use crate::web::{
    api::input::theme::{PublishBody, ThemeDraftBody},
    openapi::{
        caller::Caller,
        operation::Operation,
        schema::{about, any_object, boolean, data, list, nullable, object, pattern, sized, text, whole},
    },
};

/// The calls.
pub fn operations() -> [Operation; 3] {
    [show(), draft(), publish()]
}

fn of_theme(operation: Operation) -> Operation {
    let name = pattern("^[a-z0-9-]{0,64}$", 64);
    of_environment(operation).query(
        "theme?",
        "A theme that sessions name; without one the environment's own",
        name,
        "acme".into(),
    )
}

fn version() -> Value {
    about(sized(1, 64), "Counts changes; who writes names the one that he has read")
}

fn stored() -> Value {
    data(object([("revision", whole(0, i64::MAX)), ("version", text())]))
}

fn show() -> Operation {
    let worn = object([
        ("path", text()),
        ("value", text()),
        ("from", about(text(), "`built-in`, `instance`, `environment` or `named`")),
    ]);
    let theme = object([
        ("published", any_object()),
        ("draft", nullable(&any_object())),
        ("revision", whole(0, i64::MAX)),
        ("version", text()),
        ("worn", list(&worn)),
    ]);
    let example = json!({
        "published": { "brand": { "light": "#0b66c3" }, "radius": 4 }, "draft": null, "revision": 3, "version": "5.9",
        "worn": [{ "path": "radius", "value": "4", "from": "environment" }],
    });
    of_theme(Operation::new("GET", "/api/v1/theme", "getTheme", "Read a theme"))
        .about("Ours alone. The draft, what is published, and where each value that pages wear comes from.")
        .by(Caller::Settings("connect_ui_settings:read"))
        .answers(200, "The theme", data(theme), json!({ "data": example }))
        .refuse(&[(404, "unknown_theme")])
}

fn draft() -> Operation {
    of_theme(Operation::new("PUT", "/api/v1/theme/draft", "setThemeDraft", "Replace a theme's draft"))
        .about("Ours alone. The theme is read as `connect-ui theme check` reads it; no page changes before it is published.")
        .by(Caller::Settings("connect_ui_settings:update"))
        .body(
            object([("theme", any_object()), ("version", version())]),
            |body| ThemeDraftBody::read(body).map(drop),
            vec![("theme", json!({ "theme": { "radius": 4, "density": "roomy" }, "version": "5.9" }))],
        )
        .answers(200, "Stored", stored(), json!({ "data": { "revision": 3, "version": "6.9" } }))
        .refuse(&[(404, "unknown_theme"), (409, "conflict")])
}

fn publish() -> Operation {
    let accept = about(boolean(), "Whether pairs of colours that do not read are wanted all the same");
    of_theme(Operation::new("POST", "/api/v1/theme/publish", "publishTheme", "Publish a theme's draft"))
        .about("Ours alone. Pages that open from then on wear it.")
        .by(Caller::Settings("connect_ui_settings:update"))
        .body(
            object([("version", version()), ("accept_failing?", accept)]),
            |body| PublishBody::read(body).map(drop),
            vec![("version", json!({ "version": "6.9" }))],
        )
        .answers(200, "Published", stored(), json!({ "data": { "revision": 4, "version": "7.10" } }))
        .refuse(&[(404, "unknown_theme"), (409, "conflict"), (422, "theme_does_not_read")])
}
