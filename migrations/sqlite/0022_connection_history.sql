-- What became of a connection's credentials, bounded for each; and links that connect one connection anew.

CREATE TABLE connection_event (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    connection_row TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    detail TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX connection_event_newest ON connection_event (connection_row, number);
CREATE INDEX connection_event_age ON connection_event (at);

ALTER TABLE share_link ADD COLUMN reconnects TEXT REFERENCES connection (id) ON DELETE CASCADE;
CREATE INDEX share_link_reconnects ON share_link (reconnects) WHERE reconnects IS NOT NULL;

-- The entries of one connection.
CREATE INDEX audit_subject ON audit (subject, number);
