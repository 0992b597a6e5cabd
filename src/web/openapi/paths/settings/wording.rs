//! What an environment says in its own words; ours alone.

use serde_json::{Value, json};

use super::of_environment;
use crate::web::{
    api::input::wording::WordingBody,
    openapi::{
        caller::Caller,
        operation::Operation,
        schema::{about, data, map_of, object, sized, text},
    },
};

/// The calls.
pub fn operations() -> [Operation; 2] {
    [show(), replace()]
}

fn wording() -> Value {
    data(object([("texts", map_of(&map_of(&text()))), ("version", text())]))
}

fn example() -> Value {
    json!({ "texts": { "en": { "done-text": "{ $app } will take it from here." } }, "version": "3" })
}

fn show() -> Operation {
    of_environment(Operation::new(
        "GET",
        "/api/v1/wording",
        "getWording",
        "Read the environment's own wording",
    ))
    .about("Ours alone. The texts of pages that the environment says in its own words, by language and name.")
    .by(Caller::Settings("connect_ui_settings:read"))
    .answers(200, "The wording", wording(), json!({ "data": example() }))
}

fn replace() -> Operation {
    let texts = about(
        map_of(&map_of(&sized(1, 2000))),
        "By language and name. A text has names in braces, `{ $app }`, of those that the default has",
    );
    let version =
        about(sized(1, 20), "Counts changes; who writes names the one that he has read, `0` at first");
    of_environment(Operation::new(
        "PUT",
        "/api/v1/wording",
        "setWording",
        "Replace the environment's own wording",
    ))
    .about("Ours alone. Texts that are not sent go back to their default.")
    .by(Caller::Settings("connect_ui_settings:update"))
    .body(
        object([("texts", texts), ("version", version)]),
        |body| WordingBody::read(body).map(drop),
        vec![("one text", example())],
    )
    .answers(200, "Stored", wording(), json!({ "data": example() }))
    .refuse(&[(409, "conflict"), (422, "too_many_wordings")])
}
