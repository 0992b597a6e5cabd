//! Journeys through the real interface, and what the catalogue promises. One binary, to keep linking short.

mod store;
mod support;
mod theme;
mod templates;
mod catalog;
mod templates;
mod theme;
