//! Too many requests, and requests that no form sends.
