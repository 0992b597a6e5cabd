//! The end user'"'"'s pages.

pub mod page;
