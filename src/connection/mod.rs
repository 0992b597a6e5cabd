//! The domain verbs of a connection: establish, read, delete. Knows no HTTP.
