//! `ANY /proxy/*` through the real interface, against a service that the tests play.

mod answers;
mod freshness;
mod guard;
mod placement;
mod refusals;
mod retries;
mod service;
mod streams;
