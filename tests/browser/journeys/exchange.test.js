// A connection that waits until the application's backend has exchanged its code: what the event carries, and what not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { field, heading, heard, openConnectUI, send } from '../support/connect.js';
import { stage } from '../support/stage.js';

const { onPage } = stage();

const sessionOf = async (server, integration) => {
  const answer = await server.api('POST', '/connect/sessions', {
    tags: { end_user_id: 'u-1' },
    allowed_integrations: [integration],
    connect_ui: { app_name: 'Acme', completion: 'exchange' },
  });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body.data;
};

// What an application does: its page hears of the connection, its backend exchanges the code.
const exchanges = async (page, server, integration) => {
  const { payload } = await heard(page, 'connect');
  const address = `/connections/${payload.connectionId}?provider_config_key=${integration}`;
  assert.equal((await server.api('GET', address)).body.error.code, 'connection_not_exchanged');
  const answer = await server.api('POST', '/connect/exchange', { code: payload.exchangeCode });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  assert.equal(answer.body.data.connection_id, payload.connectionId);
  assert.equal(answer.body.data.tags.end_user_id, 'u-1');
  assert.equal((await server.api('GET', address)).status, 200);
  assert.ok(!server.output().includes(payload.exchangeCode), 'the log does not know the code');
};

test('the event brings the code, the backend exchanges it, the connection is of use', onPage({}, async ({ page, host, server }) => {
  const ui = await openConnectUI(page, host, server, await sessionOf(server, 'postbox'));
  await field(ui, 'API key').fill('demo-1');
  await send(ui);
  await heading(ui).filter({ hasText: 'Postbox is connected' }).waitFor();
  await exchanges(page, server, 'postbox');
}));

test('so does what comes back from a service through a window', onPage({}, async ({ page, context, host, server }) => {
  const ui = await openConnectUI(page, host, server, await sessionOf(server, 'agenda'));
  const press = () => ui.getByRole('button', { name: /^Continue to/ }).press('Enter');
  const [popup] = await Promise.all([context.waitForEvent('page'), press()]);
  await popup.getByRole('button', { name: 'Allow' }).click();
  await heading(ui).filter({ hasText: 'Agenda is connected' }).waitFor();
  await exchanges(page, server, 'agenda');
}));

test('the published SDK hands the code on with what its own call resolves to', onPage({}, async ({ page, host, server }) => {
  const { token } = await sessionOf(server, 'postbox');
  await page.goto(host.url);
  await page.locator('html[data-ready]').waitFor();
  const { result } = await page.evaluate(
    ([origin, session]) => window.auth(origin, session, 'postbox', { credentials: { apiKey: 'demo-1' } }),
    [server.origin, token],
  );
  const answer = await server.api('POST', '/connect/exchange', { code: result.exchangeCode });
  assert.equal(answer.body.data.connection_id, result.connectionId);
}));
