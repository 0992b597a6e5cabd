-- What became of a connection's credentials, bounded for each; and links that connect one connection anew.

CREATE TABLE connection_event (
    number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    connection_row TEXT COLLATE "C" NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
    kind TEXT COLLATE "C" NOT NULL,
    detail TEXT COLLATE "C" NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX connection_event_newest ON connection_event (connection_row, number);
CREATE INDEX connection_event_age ON connection_event (at);

ALTER TABLE share_link ADD COLUMN reconnects TEXT COLLATE "C" REFERENCES connection (id) ON DELETE CASCADE;
CREATE INDEX share_link_reconnects ON share_link (reconnects) WHERE reconnects IS NOT NULL;

-- The entries of one connection.
CREATE INDEX audit_subject ON audit (subject, number);
