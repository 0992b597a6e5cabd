//! All SQL and nothing but SQL, written once for SQLite and PostgreSQL. Carries sealed bytes, cannot open them.
//!
//! The portable vocabulary: booleans are 0/1, moments are epoch milliseconds ([`crate::clock::Timestamp`]), JSON is
//! TEXT, ids are TEXT. Every statement is a constant of the file of its table, listed in its `STATEMENTS`, so that a
//! test can prepare each on both databases. Reads take a [`Db`]; writes take a [`Tx`] and run inside [`Db::write`].

pub mod admin;
pub mod api_key;
pub mod audit;
pub mod backup;
pub mod connect_attempt;
pub mod connect_session;
pub mod connection;
mod db;
pub mod definition;
pub mod end_user;
pub mod environment;
pub mod environment_end;
pub mod environment_variable;
mod error;
pub mod flow;
pub mod form_draft;
pub mod installation;
pub mod integration;
mod migrations;
pub mod page;
mod postgres;
mod query;
mod readers;
pub mod relay;
mod remembered;
pub mod retention;
mod row;
pub mod schema;
pub mod sealed_column;
pub mod share_link;
mod sqlite;
pub mod start;
pub mod theme;
mod value;
pub mod verification;
mod watch;
pub mod webhook_delivery;
pub mod webhook_outbox;
pub mod webhook_settings;
pub mod wording;
mod writer;

pub use db::{DatabaseUrl, DatabaseUrlProblem, Db, Load, Tx};
pub use error::{Cause, StoreError};
pub use remembered::Remembered;
pub use watch::Watch;

/// A statement with the name of its constant, for the audit that prepares each one.
pub type NamedStatement = (&'static str, &'static str);

/// Declares the statements of one file, and the list of them.
macro_rules! statements {
    ($($name:ident = $sql:expr;)+) => {
        $(const $name: &str = $sql;)+
        /// Every statement of this file.
        pub const STATEMENTS: &[$crate::store::NamedStatement] = &[$((stringify!($name), $name)),+];
    };
}
pub(crate) use statements;

/// Every statement of the product.
#[must_use]
pub fn all_statements() -> Vec<NamedStatement> {
    [
        admin::statements().as_slice(),
        api_key::STATEMENTS,
        audit::STATEMENTS,
        connect_attempt::statements().as_slice(),
        connect_session::STATEMENTS,
        verification::STATEMENTS,
        connection::statements().as_slice(),
        definition::statements().as_slice(),
        end_user::STATEMENTS,
        environment::STATEMENTS,
        environment_end::STATEMENTS,
        environment_variable::STATEMENTS,
        flow::statements().as_slice(),
        form_draft::STATEMENTS,
        installation::STATEMENTS,
        integration::STATEMENTS,
        page::STATEMENTS,
        retention::STATEMENTS,
        sealed_column::statements().as_slice(),
        share_link::STATEMENTS,
        start::STATEMENTS,
        theme::statements().as_slice(),
        webhook_delivery::statements().as_slice(),
        webhook_outbox::STATEMENTS,
        webhook_settings::STATEMENTS,
        wording::STATEMENTS,
    ]
    .concat()
}
