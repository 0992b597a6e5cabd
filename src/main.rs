//! The command line of Connect UI.

fn main() {}
