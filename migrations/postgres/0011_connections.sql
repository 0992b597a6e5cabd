-- Lists of connections stay fast at a million rows: one index for each filter that finds few.

-- With the condition's column in it, a deep page is found without a look at the rows.
DROP INDEX connection_newest;
CREATE INDEX connection_newest ON connection (environment_id, created_at DESC, number DESC, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX connection_name ON connection (environment_id, connection_id) WHERE deleted_at IS NULL;
CREATE INDEX end_user_organization ON end_user (environment_id, organization_id) WHERE organization_id IS NOT NULL;

-- What is left of deleted connections is dropped after 31 days.
CREATE INDEX connection_deleted ON connection (deleted_at) WHERE deleted_at IS NOT NULL;
