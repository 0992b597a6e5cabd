//! `ANY /proxy/*` through the real interface, against a service that the tests play.

mod placement;
mod service;
