-- Connections that wait: for an installation at the service, or for the exchange of a code by the owner's backend.

ALTER TABLE connection ADD COLUMN installation TEXT COLLATE "C";
ALTER TABLE connection ADD COLUMN awaits TEXT COLLATE "C";
ALTER TABLE connection ADD COLUMN exchange_until BIGINT;
ALTER TABLE connection ADD COLUMN exchange_code BYTEA;
ALTER TABLE connection ADD COLUMN exchange_code_until BIGINT;
CREATE INDEX connection_installation ON connection (integration_id, installation)
    WHERE installation IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX connection_awaits ON connection (integration_id, awaits) WHERE awaits IS NOT NULL AND deleted_at IS NULL;
CREATE UNIQUE INDEX connection_exchange_code ON connection (exchange_code) WHERE exchange_code IS NOT NULL;
CREATE INDEX connection_exchange ON connection (exchange_until) WHERE exchange_until IS NOT NULL;

ALTER TABLE connect_session ADD COLUMN completion TEXT COLLATE "C" NOT NULL DEFAULT 'immediate'
    CHECK (completion IN ('immediate', 'exchange'));
