//! The JSON surface: the public protocol of wire-protocol.md.

pub mod input;
