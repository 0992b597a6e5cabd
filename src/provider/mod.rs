//! Provider definitions: loading, forms, templates. Pure but for reading files; knows no database and no web.

pub mod interpolate;
