//! Journeys through the real interface, and what the catalogue promises. One binary, to keep linking short.

mod templates;
mod theme;
