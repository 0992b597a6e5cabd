//! The commands beside `serve`, through the program itself.

mod command;
mod doctor;
mod import_nango;
mod migrate;
mod rekey;
