//! What services tell us, and the log of what your backend was told.

use serde_json::{Value, json};

use crate::web::openapi::{
    caller::Caller,
    operation::{Chapter, Operation},
    schema::{choice, data, list, nullable, object, open_object, shape, sized, text, whole},
};

/// The calls.
pub fn operations() -> Vec<Operation> {
    let all = [list_all(), one(), replay(), receive()];
    all.into_iter().map(|operation| operation.of(Chapter::Webhooks)).collect()
}

fn example() -> Value {
    json!({
        "id": "0194bc6e-2f4a-7c3e-9d11-5b7a8c9d0e1f", "webhook_id": "0194bc6e-2f4a-7c3e-9d11-5b7a8c9d0e1e",
        "connection_id": "4f8c1f0e-6a53-4c0e-9a3a-1d2b3c4d5e6f", "url": "https://app.example.com/webhooks/connect",
        "state": "waiting", "attempts": 1, "last_status": 503, "last_error": null,
        "created_at": "2025-01-31T10:00:00.000Z", "next_attempt_at": "2025-01-31T10:00:05.000Z", "finished_at": null,
    })
}

fn id(operation: Operation) -> Operation {
    operation.path("id", "The id of the delivery", text(), "0194bc6e-2f4a-7c3e-9d11-5b7a8c9d0e1f".into())
}

fn list_all() -> Operation {
    let page = object([("data", list(&shape("Delivery"))), ("next_cursor", nullable(&text()))]);
    Operation::new("GET", "/webhook-deliveries", "listDeliveries", "List what your backend was told")
        .about("Ours alone. The newest first.")
        .by(Caller::Key(&["logs:read"]))
        .query(
            "state?",
            "Only those that have come so far",
            choice(&["waiting", "delivered", "given_up"]),
            "given_up".into(),
        )
        .query(
            "connection_id?",
            "Only those of one connection",
            sized(1, 255),
            "4f8c1f0e-6a53-4c0e-9a3a-1d2b3c4d5e6f".into(),
        )
        .query(
            "cursor?",
            "The `next_cursor` of the page before",
            json!({ "type": "integer", "minimum": 1 }),
            41.into(),
        )
        .query("limit?", "At most so many; without it 50", whole(1, 200), 50.into())
        .answers(200, "One page", page, json!({ "data": [example()], "next_cursor": "41" }))
}

fn one() -> Operation {
    let mut shown = example();
    shown["body"] = json!("{\"type\":\"auth\"}");
    id(Operation::new("GET", "/webhook-deliveries/{id}", "getDelivery", "Read a delivery"))
        .about("Ours alone. With the body that is sent.")
        .by(Caller::Key(&["logs:read"]))
        .no_query()
        .answers(200, "The delivery", data(shape("Delivery")), json!({ "data": shown }))
        .refuse(&[(404, "not_found")])
}

fn replay() -> Operation {
    id(Operation::new("POST", "/webhook-deliveries/{id}/replay", "replayDelivery", "Send a delivery again"))
        .about("Ours alone. With the same `webhook-id`; one that waits for its next attempt goes at once.")
        .by(Caller::Key(&["webhooks:replay"]))
        .no_query()
        .answers(202, "It will be sent", shape("Success"), json!({ "success": true }))
        .refuse(&[(404, "not_found")])
}

fn receive() -> Operation {
    Operation::new("POST", "/webhook/{environment}/{key}", "receiveWebhook", "Tell us of an installation")
        .about("For services: the address that you enter there. What they send must be signed as they do it.")
        .by(Caller::Service)
        .path(
            "environment",
            "The id of the environment",
            text(),
            "0194bc6e-2f4a-7c3e-9d11-5b7a8c9d0e1f".into(),
        )
        .path("key", "The key of the integration", text(), "github-prod".into())
        .answers(200, "Heard", open_object([]), json!({}))
        .refuse(&[(401, "invalid_signature"), (404, "unknown_provider_config")])
        .refuse(&[(413, "payload_too_large"), (400, "bad_request")])
}
