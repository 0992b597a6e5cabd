// A host application with forms of its own uses the published SDK's `auth` and `create`.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stage } from '../support/stage.js';

const { onPage } = stage();

// Calls `window.auth` or `window.create` of the host page.
async function call({ page, host, server }, method, key, options) {
  await page.goto(host.url);
  await page.locator('html[data-ready]').waitFor();
  const { token } = await server.createSession();
  return page.evaluate(([name, ...given]) => window[name](...given), [method, server.origin, token, key, options]);
}

test('auth with an API key', onPage({}, async (parts) => {
  const { result } = await call(parts, 'auth', 'postbox', { credentials: { apiKey: 'demo-1234' } });
  assert.equal(result.providerConfigKey, 'postbox');
  const { body } = await parts.server.api('GET', `/connections/${result.connectionId}?provider_config_key=postbox`);
  assert.equal(body.credentials.apiKey, 'demo-1234');
}));

test('auth with an API key that the service refuses', onPage({}, async (parts) => {
  const { error } = await call(parts, 'auth', 'postbox', { credentials: { apiKey: 'wrong' } });
  assert.equal(error.type, 'connection_test_failed');
  assert.ok(error.message);
}));

test('auth with a user name and a password', onPage({}, async (parts) => {
  const { result } = await call(parts, 'auth', 'ledger', { credentials: { username: 'alice', password: 'demo-1234' } });
  const { body } = await parts.server.api('GET', `/connections/${result.connectionId}?provider_config_key=ledger`);
  assert.deepEqual(body.credentials, { type: 'BASIC', username: 'alice', password: 'demo-1234' });
}));

test('auth with configuration of the connection', onPage({}, async (parts) => {
  const options = { credentials: { apiKey: 'demo-1234' }, params: { subdomain: 'globex' } };
  const { result } = await call(parts, 'auth', 'helpdesk', options);
  const { body } = await parts.server.api('GET', `/connections/${result.connectionId}?provider_config_key=helpdesk`);
  assert.equal(body.connection_config.subdomain, 'globex');
}));

test('create for a service that asks for nothing', onPage({}, async (parts) => {
  const { result } = await call(parts, 'create', 'calendar');
  assert.equal(result.providerConfigKey, 'calendar');
  assert.ok(result.connectionId);
}));

test('an integration that does not exist', onPage({}, async (parts) => {
  const { error } = await call(parts, 'auth', 'nothing', { credentials: { apiKey: 'demo-1234' } });
  assert.equal(error.type, 'unknown_provider_config');
  assert.ok(error.message);
}));
