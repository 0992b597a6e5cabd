-- Lists of connections stay fast at a million rows: one index for each filter that finds few.

CREATE INDEX connection_name ON connection (environment_id, connection_id) WHERE deleted_at IS NULL;
CREATE INDEX end_user_organization ON end_user (environment_id, organization_id) WHERE organization_id IS NOT NULL;

-- What is left of deleted connections is dropped after 31 days.
CREATE INDEX connection_deleted ON connection (deleted_at) WHERE deleted_at IS NOT NULL;
