//! Connect UI: a self-hosted page on which the end users of a SaaS connect their accounts at other services.
//!
//! The map, leaves first; imports run one way (`tests/architecture.rs` holds to it):
//!
//! - [`clock`], [`id`]: time, randomness and typed ids, as parameters
//! - [`secret`]: sealing what is stored; the only module that can open a `Sealed`
//! - [`store`]: all SQL and nothing but SQL, on SQLite and PostgreSQL
//! - [`trace`]: what happens in each attempt to connect, for admin and in numbers
//! - [`metrics`]: numbers for Prometheus
//! - [`otlp`]: spans for an OpenTelemetry collector
//! - [`mail`]: letters over the SMTP server of whoever runs this
//! - [`outbound`]: the only way out to other hosts, guarded against private addresses
//! - [`provider`]: provider definitions, their forms and their templates
//! - [`theme`]: one colour in, a provably readable page out; pure
//! - [`auth`]: one file per way to authenticate at a service
//! - [`session`], [`connection`], [`webhook`], [`admin`]: the domain verbs
//! - [`web`]: everything that speaks HTTP
//! - [`demo`]: a mock service and a host application, for the demo and the tests
//! - [`config`], [`app`]: settings in, running server out
//! - [`operations`]: what the operator does besides serving: migrate, back up, rotate keys

pub mod admin;
pub mod app;
pub mod auth;
pub mod bootstrap;
pub mod checks;
pub mod clock;
pub mod config;
pub mod connection;
pub mod demo;
pub mod id;
pub mod mail;
pub mod metrics;
pub mod operations;
pub mod origin;
pub mod otlp;
pub mod outbound;
pub mod provider;
pub mod recent;
pub mod secret;
pub mod services;
pub mod session;
pub mod store;
pub mod theme;
pub mod trace;
pub mod web;
pub mod webhook;
