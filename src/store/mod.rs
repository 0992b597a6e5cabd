//! All SQL and nothing but SQL, written once for SQLite and PostgreSQL. Carries sealed bytes, cannot open them.
