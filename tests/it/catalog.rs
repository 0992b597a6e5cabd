//! What the catalogue promises: every definition loads, every form is right, every value is judged fairly.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails at once")]

mod accept;
mod form;
mod lint;
mod load;
mod oracle;
mod own_oauth;
pub mod reference;
mod texts;
