//! What is not on this server, from the table by which it is refused.

use serde_json::Value;

use crate::web::{
    api::unbuilt::UNBUILT,
    openapi::{
        caller::Caller,
        operation::{Chapter, Operation},
        schema::text,
    },
};

const PARAMETERS: [&str; 5] = ["provider", "uniqueKey", "name", "variant", "id"];

/// The calls.
pub fn operations() -> Vec<Operation> {
    UNBUILT
        .iter()
        .map(|entry| {
            let operation =
                Operation::new(entry.method, entry.path, entry.client_method, entry.client_method)
                    .of(Chapter::Unbuilt)
                    .about(format!("What `{}` of the Node client asks for.", entry.client_method))
                    .by(Caller::Key(&[]))
                    .refuse(&[(501, "not_implemented")]);
            let named = PARAMETERS.into_iter().filter(|name| entry.path.contains(&format!("{{{name}}}")));
            named.fold(operation, |operation, name| {
                operation.path(name, "Anything", text(), Value::from("any"))
            })
        })
        .collect()
}
