//! Admin over HTTP: who gets in, what is stored, what is noted, and what is never shown.
#![expect(clippy::unwrap_used, reason = "a test that stops has said enough")]

mod accounts;
mod browser;
mod connections;
mod definition;
mod environments;
mod integrations;
mod password;
mod people;
mod permissions;
mod resources;
mod security;
mod settings;
mod share_links;
mod theme;
mod theme_api;
mod webhooks;
mod wording;
