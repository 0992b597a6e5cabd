//! The end user's pages over HTTP, as a browser asks for them.

mod expiry;
mod form;
mod frame;
mod headers;
mod hosted;
mod outage;
mod picker;
mod process;
mod refusal;
mod submit;
