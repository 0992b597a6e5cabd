-- The job that refreshes what nobody reads finds by the end of credentials, and by leases that were left behind.
CREATE INDEX connection_credentials_end ON connection (credentials_expire_at) WHERE deleted_at IS NULL;
CREATE INDEX connection_refresh_lease ON connection (refresh_lease_until) WHERE refresh_lease_until IS NOT NULL;

-- When the job found that these credentials cannot be renewed; once they have ended, it does not look again.
ALTER TABLE connection ADD COLUMN unrenewable_since BIGINT;
