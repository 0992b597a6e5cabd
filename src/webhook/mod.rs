//! Auth webhooks: what is written in the transaction that made the connection.
