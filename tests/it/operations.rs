//! The commands beside `serve`, through the program itself.

mod command;
mod migrate;
mod rekey;
