//! Every call of the protocol, a file a resource. Whoever adds a route describes it here: a test compares.

mod account;
mod connect;
mod connect_link;
mod connect_session;
mod connection;
mod end_user;
mod import;
mod integration;
mod oauth;
mod provider;
mod proxy;
mod server;
mod settings;
mod unbuilt;
mod webhook;

use super::operation::Operation;

/// All of them, in the order in which they are read.
pub fn all() -> Vec<Operation> {
    [
        connect_session::operations(),
        connect_link::operations(),
        integration::operations(),
        provider::operations(),
        connect::operations(),
        oauth::operations(),
        connection::operations(),
        import::operations(),
        end_user::operations(),
        proxy::operations(),
        webhook::operations(),
        settings::operations(),
        account::operations(),
        server::operations(),
        unbuilt::operations(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
