//! `/connect-links`.

use serde_json::{Value, json};

use crate::web::{
    api::input::connect_link::NewConnectLink,
    openapi::{
        caller::Caller,
        operation::{Chapter, Operation},
        schema::{
            about, boolean, choice, data, list, moment, nullable, object, open_object, shape, text, whole,
        },
    },
};

const WRITE: Caller = Caller::Key(&["connect_sessions:write"]);
const ID: &str = "0194bc6e-2f4a-7c3e-9d11-5b7a8c9d0e1f";

/// The calls.
pub fn operations() -> Vec<Operation> {
    [create(), list_all(), revoke()].into_iter().map(|operation| operation.of(Chapter::Sessions)).collect()
}

fn example() -> Value {
    json!({
        "id": ID,
        "end_user": { "id": "u-1", "email": "alice@acme.example", "display_name": null },
        "allowed_integrations": ["github-prod"], "verify": "none", "once": true, "state": "open", "opens": 0,
        "created_by": "API key default", "created_at": "2025-01-31T10:00:00.000Z",
        "expires_at": "2025-02-01T10:00:00.000Z", "last_opened_at": null, "used_at": null, "revoked_at": null,
    })
}

fn link() -> Value {
    let person = object([("id", text()), ("email", nullable(&text())), ("display_name", nullable(&text()))]);
    open_object([
        ("id", text()),
        ("end_user", person),
        ("allowed_integrations", nullable(&list(&shape("IntegrationKey")))),
        ("verify", choice(&["none", "email_code"])),
        ("once", boolean()),
        ("state", choice(&["open", "connected", "used", "expired", "revoked"])),
        ("opens", whole(0, i64::MAX)),
        ("created_by", text()),
        ("created_at", moment()),
        ("expires_at", moment()),
        ("last_opened_at", nullable(&moment())),
        ("used_at", nullable(&moment())),
        ("revoked_at", nullable(&moment())),
        ("url?", about(text(), "The address to hand out. It is told this once")),
    ])
}

fn create() -> Operation {
    let body = object([
        ("end_user", shape("EndUser")),
        (
            "allowed_integrations?",
            about(list(&shape("IntegrationKey")), "The only ones offered; an empty list is all of them"),
        ),
        ("expires_in_hours?", about(whole(1, 720), "How long it can be opened; without it a day")),
        (
            "once?",
            about(boolean(), "Whether it is over after the first success, as it is where nothing is said"),
        ),
        (
            "verify?",
            about(
                choice(&["none", "email_code"]),
                "`email_code` asks whoever opens it for a code that is sent to the person's address",
            ),
        ),
    ]);
    let mut made = example();
    made["url"] = json!("https://connect.example.com/l/3f0c9a5be1d27c4486f0b1a29d5e8c77");
    Operation::new("POST", "/connect-links", "createConnectLink", "Make a link to hand out")
        .about(
            "Ours alone. For people who are not in your application just now: a link for hours or days. Each opening makes \
             a session of its own, so that a failed attempt ends nothing; its page always says for whom the account is \
             connected.",
        )
        .by(WRITE)
        .no_query()
        .body(
            body,
            |body| NewConnectLink::read(body).map(drop),
            vec![(
                "a day",
                json!({ "end_user": { "id": "u-1", "email": "alice@acme.example" }, "expires_in_hours": 24 }),
            )],
        )
        .answers(201, "The address is told this once", data(link()), json!({ "data": made }))
}

fn list_all() -> Operation {
    Operation::new("GET", "/connect-links", "listConnectLinks", "List links that were handed out")
        .about("Ours alone. The newest two hundred, the newest first, without their addresses.")
        .by(WRITE)
        .no_query()
        .answers(200, "The links", data(list(&link())), json!({ "data": [example()] }))
}

fn revoke() -> Operation {
    Operation::new("DELETE", "/connect-links/{linkId}", "revokeConnectLink", "Revoke a link")
        .about("Ours alone. Whoever has it open is told so; what is connected stays connected.")
        .by(WRITE)
        .path("linkId", "The id of the link", text(), ID.into())
        .no_query()
        .answers(200, "It opens nothing any more", shape("Success"), json!({ "success": true }))
        .refuse(&[(404, "not_found")])
}
