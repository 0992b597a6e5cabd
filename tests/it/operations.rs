//! The commands beside `serve`, through the program itself.

mod command;
mod import_nango;
mod migrate;
mod rekey;
