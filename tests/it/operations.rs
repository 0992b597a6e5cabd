//! The commands beside `serve`, through the program itself.
#![expect(clippy::unwrap_used, reason = "a test that stops has said enough")]

mod command;
mod doctor;
mod import_nango;
mod migrate;
mod rekey;
