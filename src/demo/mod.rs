//! A mock service and a host application on another site, so that the whole journey runs without any account.
