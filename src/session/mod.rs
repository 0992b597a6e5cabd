//! Connect sessions, the capabilities of their pages, and the attempts made in them.
