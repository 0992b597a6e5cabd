//! Every page of the end user, drawn from samples in every language: well-formed, labelled, free of inline code.
#![expect(clippy::unwrap_used, reason = "a test that stops has said enough")]

mod gallery;
mod manage;
mod pseudo;
mod rules;
mod samples;
mod texts;
