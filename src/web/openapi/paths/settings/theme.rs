//! Themes beside the four settings; ours alone. An environment's, and that of the instance below them.

use serde_json::{Value, json};

use super::of_environment;
use crate::web::{
    api::input::theme::{FileBody, PublishBody, RollBackBody, ThemeDraftBody, VersionBody},
    openapi::{
        caller::Caller,
        operation::Operation,
        schema::{
            about, any_object, boolean, choice, data, list, moment, nullable, object, pattern, shape, sized,
            text, whole,
        },
    },
};

/// The calls.
pub fn operations() -> Vec<Operation> {
    let mut all = vec![names(), delete()];
    for whose in [Whose::Environment, Whose::Instance] {
        all.extend([show(whose), draft(whose), discard(whose), publish(whose)]);
        all.extend([history(whose), roll_back(whose), upload(whose)]);
    }
    all
}

/// Whose theme a call is about.
#[derive(Clone, Copy)]
enum Whose {
    Environment,
    Instance,
}

impl Whose {
    /// The call about this one's theme, under its own address and name.
    fn call(
        self,
        method: &'static str,
        [paths, ids]: [[&'static str; 2]; 2],
        summary: &'static str,
        scope: &'static str,
    ) -> Operation {
        match self {
            Self::Environment => {
                let operation = Operation::new(method, paths[0], ids[0], summary);
                of_theme(operation.by(Caller::Settings(scope)))
            }
            Self::Instance => {
                Operation::new(method, paths[1], ids[1], summary).by(Caller::Instance).no_query().refuse(&[])
            }
        }
    }
}

const READ: &str = "connect_ui_settings:read";
const UPDATE: &str = "connect_ui_settings:update";

fn of_theme(operation: Operation) -> Operation {
    let name = pattern("^[a-z0-9-]{0,64}$", 64);
    of_environment(operation)
        .query("theme?", "A theme that sessions name; without one the environment's own", name, "acme".into())
        .refuse(&[(404, "unknown_theme")])
}

fn version() -> Value {
    about(sized(1, 64), "Counts changes; who writes names the one that he has read")
}

fn stored() -> Value {
    data(object([("revision", whole(0, i64::MAX)), ("version", text())]))
}

fn changed(operation: Operation, words: &'static str) -> Operation {
    operation
        .answers(200, words, stored(), json!({ "data": { "revision": 4, "version": "7.10" } }))
        .refuse(&[(409, "conflict")])
}

fn show(whose: Whose) -> Operation {
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
    let names = [["/api/v1/theme", "/api/v1/instance/theme"], ["getTheme", "getInstanceTheme"]];
    whose
        .call("GET", names, "Read a theme", READ)
        .about("Ours alone. The draft, what is published, and where each value that pages wear comes from.")
        .answers(200, "The theme", data(theme), json!({ "data": example }))
}

fn names() -> Operation {
    of_theme(Operation::new("GET", "/api/v1/themes", "listThemes", "List the themes that sessions may name"))
        .about("Ours alone. Their names; `theme` has no meaning here.")
        .by(Caller::Settings(READ))
        .answers(200, "The names", data(list(&text())), json!({ "data": ["acme"] }))
}

fn delete() -> Operation {
    of_theme(Operation::new("DELETE", "/api/v1/theme", "deleteTheme", "Remove a theme that sessions name"))
        .about(
            "Ours alone. With its history; sessions that name it wear the environment's theme from then on.",
        )
        .by(Caller::Settings(UPDATE))
        .body(
            object([("version", version())]),
            |body| VersionBody::read(body).map(drop),
            vec![("version", json!({ "version": "6.0" }))],
        )
        .answers(200, "It is gone", shape("Success"), json!({ "success": true }))
        .refuse(&[(409, "conflict")])
}

fn draft(whose: Whose) -> Operation {
    let names =
        [["/api/v1/theme/draft", "/api/v1/instance/theme/draft"], ["setThemeDraft", "setInstanceThemeDraft"]];
    let operation = whose
        .call("PUT", names, "Replace a theme's draft", UPDATE)
        .about(
            "Ours alone. The theme is read as `connect-ui theme check` reads it, and may name only files that were \
             uploaded; no page changes before it is published.",
        )
        .body(
            object([("theme", any_object()), ("version", version())]),
            |body| ThemeDraftBody::read(body).map(drop),
            vec![("theme", json!({ "theme": { "radius": 4, "density": "roomy" }, "version": "5.9" }))],
        );
    changed(operation, "Stored")
}

fn discard(whose: Whose) -> Operation {
    let names = [
        ["/api/v1/theme/draft", "/api/v1/instance/theme/draft"],
        ["discardThemeDraft", "discardInstanceThemeDraft"],
    ];
    let operation = whose
        .call("DELETE", names, "Drop a theme's draft", UPDATE)
        .about("Ours alone. What is published stays.")
        .body(
            object([("version", version())]),
            |body| VersionBody::read(body).map(drop),
            vec![("version", json!({ "version": "6.9" }))],
        );
    changed(operation, "It is gone")
}

fn accept() -> Value {
    about(boolean(), "Whether pairs of colours that do not read are wanted all the same")
}

fn publish(whose: Whose) -> Operation {
    let names = [
        ["/api/v1/theme/publish", "/api/v1/instance/theme/publish"],
        ["publishTheme", "publishInstanceTheme"],
    ];
    let operation = whose
        .call("POST", names, "Publish a theme's draft", UPDATE)
        .about("Ours alone. Pages that open from then on wear it.")
        .body(
            object([("version", version()), ("accept_failing?", accept())]),
            |body| PublishBody::read(body).map(drop),
            vec![("version", json!({ "version": "6.9" }))],
        );
    changed(operation, "Published").refuse(&[(422, "theme_does_not_read")])
}

fn history(whose: Whose) -> Operation {
    let change = object([("path", text()), ("before", nullable(&text())), ("after", nullable(&text()))]);
    let revision = object([
        ("revision", whole(1, i64::MAX)),
        ("theme", any_object()),
        ("changes", about(list(&change), "Against the one before; null is inherited")),
        ("author", text()),
        ("note", text()),
        ("published_at", moment()),
    ]);
    let example = json!({
        "revision": 1, "theme": { "radius": 4 }, "changes": [{ "path": "radius", "before": null, "after": "4" }],
        "author": "alice", "note": "", "published_at": "2025-01-31T10:00:00.000Z",
    });
    let names = [
        ["/api/v1/theme/history", "/api/v1/instance/theme/history"],
        ["listThemeHistory", "listInstanceThemeHistory"],
    ];
    whose
        .call("GET", names, "Read what was published of a theme", READ)
        .about("Ours alone. The newest fifty, the newest first.")
        .answers(200, "What was published", data(list(&revision)), json!({ "data": [example] }))
}

fn roll_back(whose: Whose) -> Operation {
    let names = [
        ["/api/v1/theme/rollback", "/api/v1/instance/theme/rollback"],
        ["rollBackTheme", "rollBackInstanceTheme"],
    ];
    let operation = whose
        .call("POST", names, "Publish an earlier theme again", UPDATE)
        .about("Ours alone. It becomes a publication of its own, so that this can be undone, too.")
        .body(
            object([("revision", whole(1, i64::MAX)), ("version", version()), ("accept_failing?", accept())]),
            |body| RollBackBody::read(body).map(drop),
            vec![("revision", json!({ "revision": 1, "version": "6.9" }))],
        );
    changed(operation, "Published").refuse(&[(404, "unknown_theme_revision"), (422, "theme_does_not_read")])
}

fn upload(whose: Whose) -> Operation {
    let names = [
        ["/api/v1/theme/files", "/api/v1/instance/theme/files"],
        ["uploadThemeFile", "uploadInstanceThemeFile"],
    ];
    let file = object([
        ("name", about(text(), "The SHA-256 of what is stored: what a theme names")),
        ("media_type", text()),
        ("size", whole(1, 256 * 1024)),
    ]);
    let name = "0b66c3a1".repeat(8);
    whose
        .call("POST", names, "Upload a logo, a picture for the tab, or a typeface", UPDATE)
        .about(
            "Ours alone. A file is judged by its bytes: PNG, WebP and plain SVG of at most 256 KB for logos, a square PNG \
             or plain SVG of at most 64 KB for the tab, WOFF2 of at most 256 KB for letters. What only hangs on a picture \
             falls away, so that the name may be that of fewer bytes than were sent.",
        )
        .body(
            object([
                ("purpose", choice(&["logo", "favicon", "font"])),
                ("content", about(text(), "The bytes, in base64")),
            ]),
            |body| FileBody::read(body).map(drop),
            vec![(
                "svg",
                json!({
                    "purpose": "logo",
                    "content": "PHN2ZyB4bWxucz0naHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmcnPjxyZWN0IHdpZHRoPSc5JyBoZWlnaHQ9JzknLz48L3N2Zz4=",
                }),
            )],
        )
        .answers(
            201,
            "It is stored",
            data(file),
            json!({ "data": { "name": name, "media_type": "image/svg+xml", "size": 78 } }),
        )
        .refuse(&[(422, "file_refused")])
}
