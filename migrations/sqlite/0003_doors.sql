-- Connections that wait: for an installation at the service, or for the exchange of a code by the owner's backend.

ALTER TABLE connection ADD COLUMN installation TEXT;
ALTER TABLE connection ADD COLUMN awaits TEXT;
ALTER TABLE connection ADD COLUMN exchange_until INTEGER;
ALTER TABLE connection ADD COLUMN exchange_code BLOB;
ALTER TABLE connection ADD COLUMN exchange_code_until INTEGER;
CREATE INDEX connection_installation ON connection (integration_id, installation)
    WHERE installation IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX connection_awaits ON connection (integration_id, awaits) WHERE awaits IS NOT NULL AND deleted_at IS NULL;
CREATE UNIQUE INDEX connection_exchange_code ON connection (exchange_code) WHERE exchange_code IS NOT NULL;
CREATE INDEX connection_exchange ON connection (exchange_until) WHERE exchange_until IS NOT NULL;

ALTER TABLE connect_session ADD COLUMN completion TEXT NOT NULL DEFAULT 'immediate'
    CHECK (completion IN ('immediate', 'exchange'));
