//! The end user's pages over HTTP, as a browser asks for them.
#![expect(clippy::unwrap_used, reason = "what a helper of a test cannot do, ends the test")]

mod expiry;
mod form;
mod frame;
mod headers;
mod hosted;
mod language;
mod outage;
mod picker;
mod process;
mod refusal;
mod submit;
mod verify;
