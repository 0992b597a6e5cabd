//! What each page shows: one struct a template, plain values only, no domain types.
