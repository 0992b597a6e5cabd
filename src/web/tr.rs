//! Texts in the reader's language. Knows no page.
