//! The only way out to other hosts: one client, guarded against private addresses. Knows no provider.
