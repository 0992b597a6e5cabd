//! Journeys through the real interface, and what the catalogue promises. One binary, to keep linking short.

mod admin;
mod api;
mod catalog;
mod connections;
mod coverage;
mod manage;
mod oauth;
mod operations;
mod pages;
mod proxy;
mod reconnect;
mod replicas;
mod signed;
mod statements;
mod store;
mod support;
mod templates;
mod theme;
mod traces;
mod webhook_events;
mod webhooks;
