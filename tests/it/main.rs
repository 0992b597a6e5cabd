//! Journeys through the real interface, and what the catalogue promises. One binary, to keep linking short.

mod admin;
mod api;
mod catalog;
mod coverage;
mod oauth;
mod pages;
mod proxy;
mod signed;
mod statements;
mod store;
mod support;
mod templates;
mod theme;
mod traces;
mod webhooks;
