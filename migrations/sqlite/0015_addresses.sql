-- Webhooks are sent address by address: what is due at one, whatever waits at the others.
CREATE INDEX webhook_delivery_address ON webhook_delivery (url, next_attempt_at) WHERE state = 'waiting';
