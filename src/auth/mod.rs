//! Ways to authenticate at a service: a closed set of modes, one file each. Knows no database and no web.
