//! Admin pages: one folder a resource.
