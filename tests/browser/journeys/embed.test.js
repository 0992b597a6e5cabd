// A host application opens the Connect UI with the published SDK; its user connects an account.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { field, frameOf, heading, heard, leaves, openConnectUI, pick, send, settled } from '../support/connect.js';
import { stage } from '../support/stage.js';

const { onPage } = stage();

test('picker, form, wrong value, right value, connect event', onPage({}, async ({ page, host, server }) => {
  const ui = await openConnectUI(page, host, server, await server.createSession());
  await pick(ui, /^Postbox/);
  await heading(ui).filter({ hasText: 'Connect your Postbox account' }).waitFor();
  await ui.getByText('alice@acme.example').waitFor();

  await field(ui, 'API key').fill('wrong');
  await send(ui);
  await ui.getByRole('alert').or(ui.getByText(/did not accept/)).first().waitFor();
  assert.equal(await field(ui, 'API key').inputValue(), '', 'a secret never comes back');

  await field(ui, 'API key').fill('demo-1234');
  await send(ui);
  await heading(ui).filter({ hasText: 'Postbox is connected' }).waitFor();
  const { payload } = await heard(page, 'connect');
  assert.equal(payload.providerConfigKey, 'postbox');

  const { status, body } = await server.api('GET', `/connections/${payload.connectionId}?provider_config_key=postbox`);
  assert.equal(status, 200);
  assert.deepEqual(body.credentials, { type: 'API_KEY', apiKey: 'demo-1234' });
  assert.equal(body.tags.end_user_email, 'alice@acme.example');
}));

test('one allowed integration opens its form at once', onPage({}, async ({ page, host, server }) => {
  const ui = await openConnectUI(page, host, server, await server.createSession('helpdesk'));
  await heading(ui).filter({ hasText: 'Connect your Helpdesk account' }).waitFor();
  await field(ui, 'Subdomain').fill('acme');
  await field(ui, 'Access token').fill('demo-1234');
  await send(ui);
  assert.equal((await heard(page, 'connect')).payload.providerConfigKey, 'helpdesk');
}));

test('a service without fields needs one press', onPage({}, async ({ page, host, server }) => {
  const ui = await openConnectUI(page, host, server, await server.createSession('calendar'));
  await heading(ui).filter({ hasText: 'Public holidays' }).waitFor();
  await ui.getByRole('button', { name: 'Connect' }).focus();
  await page.keyboard.press('Enter');
  assert.equal((await heard(page, 'connect')).payload.providerConfigKey, 'calendar');
}));

test('the close button removes the frame', onPage({}, async ({ page, host, server }) => {
  const ui = await openConnectUI(page, host, server, await server.createSession());
  await heading(ui).waitFor();
  await settled(ui);
  await leaves(page, () => ui.getByRole('button', { name: 'Close' }).first().click());
  await heard(page, 'close');
}));

test('Escape closes; when something was typed it asks first', onPage({}, async ({ page, host, server }) => {
  const ui = await openConnectUI(page, host, server, await server.createSession('postbox'));
  await field(ui, 'API key').fill('demo-12');
  await settled(ui);
  await page.keyboard.press('Escape');
  await ui.getByRole('button', { name: 'Keep going' }).click();
  assert.equal(await field(ui, 'API key').inputValue(), 'demo-12');

  await field(ui, 'API key').fill('');
  await leaves(page, () => page.keyboard.press('Escape'));
}));

test('a click outside the card closes', onPage({}, async ({ page, host, server }) => {
  const ui = await openConnectUI(page, host, server, await server.createSession());
  await heading(ui).waitFor();
  await settled(ui);
  await leaves(page, () => page.mouse.click(5, 5));
}));

test('the finished page closes the frame', onPage({}, async ({ page, host, server }) => {
  const ui = await openConnectUI(page, host, server, await server.createSession('postbox'));
  await field(ui, 'API key').fill('demo-1234');
  await send(ui);
  await leaves(page, () => ui.getByRole('button', { name: 'Done' }).click());
}));

test('an unknown token leads to a page that says what to do', onPage({}, async ({ page, host, server }) => {
  const token = `nango_connect_session_${'0'.repeat(64)}`;
  const ui = await openConnectUI(page, host, server, { token });
  await heading(ui).filter({ hasText: 'time has ended' }).waitFor();
}));

test('the frame closes from a page that names the origin when that is not allowed', onPage({}, async ({ page, host, server }) => {
  const foreign = { url: `http://foreign.test:${host.port}/` };
  await openConnectUI(page, foreign, server, await server.createSession());
  await frameOf(page).getByText(`http://foreign.test:${host.port}`).waitFor();
  assert.deepEqual(await page.evaluate(() => window.events.map((one) => one.type)), [], 'no session, no event');
}));
