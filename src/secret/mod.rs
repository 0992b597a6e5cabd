//! Sealing and opening what is stored encrypted. Knows no table and no web.
