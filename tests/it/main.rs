//! Journeys through the real interface, and what the catalogue promises. One binary, to keep linking short.

mod api;
mod catalog;
mod store;
mod support;
mod templates;
mod theme;
