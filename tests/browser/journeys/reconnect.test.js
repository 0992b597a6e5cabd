// An account is reconnected: through the published SDKs, in a frame, on a hosted page; what went wrong is said.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Nango } from '@nangohq/node';
import { connect } from '../support/admin.js';
import { assertAccessible } from '../support/axe.js';
import { field, heading, heard, openConnectUI } from '../support/connect.js';
import { screenshot, sizes, themes } from '../support/screenshots.js';
import { stage } from '../support/stage.js';

const { onPage } = stage();

const backend = (server) => new Nango({ host: server.origin, secretKey: server.key });

async function reconnectSession(server, connectionId, integration, more = {}) {
  const made = await backend(server).createReconnectSession({
    connection_id: connectionId, integration_id: integration, ...more,
  });
  return made.data;
}

const press = (ui, name = /^(Reconnect|Erneut verbinden)$/) => ui.getByRole('button', { name }).click();

const read = async (server, id, integration) => (
  await server.api('GET', `/connections/${id}?provider_config_key=${integration}`)).body;

test('the SDK opens the form of a reconnect; the id stays, tags stay, the secret is typed again', onPage({}, async ({ page, server, host }) => {
  const id = await connect(server, 'helpdesk', { apiKey: 'demo-old', params: { subdomain: 'acme' }, tags: { plan: 'pro' } });
  const session = await reconnectSession(server, id, 'helpdesk', { connect_ui: { app_name: 'Acme' } });
  const ui = await openConnectUI(page, host, server, session);
  await heading(ui).filter({ hasText: 'Reconnect your Helpdesk account' }).waitFor();
  assert.equal(await field(ui, 'Subdomain').inputValue(), 'acme');
  assert.equal(await field(ui, 'Access token').inputValue(), '');
  await assertAccessible(page, (url) => url.startsWith(server.origin));
  await field(ui, 'Access token').fill('demo-new');
  await press(ui);
  await heading(ui).filter({ hasText: 'Helpdesk is reconnected' }).waitFor();
  const event = await heard(page, 'connect');
  assert.deepEqual([event.payload.connectionId, event.payload.providerConfigKey], [id, 'helpdesk']);
  const after = await read(server, id, 'helpdesk');
  assert.equal(after.credentials.apiKey, 'demo-new');
  assert.equal(after.tags.plan, 'pro');
}));

test('the SDK reconnects without our pages', onPage({}, async ({ page, server, host }) => {
  const id = await connect(server, 'helpdesk', { apiKey: 'demo-old', params: { subdomain: 'globex' } });
  const { token } = await reconnectSession(server, id, 'helpdesk');
  await page.goto(host.url);
  await page.locator('html[data-ready]').waitFor();
  const call = ([origin, sent]) => window.auth(origin, sent, 'helpdesk', { credentials: { apiKey: 'demo-newer' } });
  const answer = await page.evaluate(call, [server.origin, token]);
  assert.equal(answer.result?.connectionId, id, JSON.stringify(answer));
  const after = await read(server, id, 'helpdesk');
  assert.deepEqual([after.credentials.apiKey, after.connection_config.subdomain], ['demo-newer', 'globex']);
}));

for (const javaScriptEnabled of [true, false]) {
  test(`the way to the service and back ends at the same connection, ${javaScriptEnabled ? 'with' : 'without'} scripts`, onPage({ javaScriptEnabled }, async ({ page, server }) => {
    const go = async (link) => {
      await page.goto(link);
      await page.getByRole('button', { name: /^Continue to/ }).press('Enter');
      await page.getByRole('button', { name: 'Allow' }).click();
    };
    const person = `u-${javaScriptEnabled}`;
    const made = await server.api('POST', '/connect/sessions', {
      tags: { end_user_id: person }, allowed_integrations: ['agenda'], connect_ui: { app_name: 'Acme' },
    });
    await go(made.body.data.connect_link);
    await heading(page).filter({ hasText: 'Agenda is connected' }).waitFor();
    const listed = async () => (await server.api('GET', `/connections?tags[end_user_id]=${person}`)).body.connections;
    const [{ connection_id: id }] = await listed();
    const session = await reconnectSession(server, id, 'agenda', { connect_ui: { app_name: 'Acme' } });
    await go(session.connect_link);
    await heading(page).filter({ hasText: 'Agenda is reconnected' }).waitFor();
    assert.deepEqual((await listed()).map((one) => one.connection_id), [id]);
  }));
}

test('the form says since when the access fails, in German too, and looks right', onPage({ locale: 'de-DE' }, async ({ page, server }) => {
  const made = await server.api('POST', '/connect/sessions', { tags: { end_user_id: 'u-broken' }, allowed_integrations: ['agenda'] });
  await page.goto(made.body.data.connect_link);
  await page.getByRole('button', { name: /^Weiter zu/ }).press('Enter');
  await page.getByRole('button', { name: 'Allow' }).click();
  await heading(page).filter({ hasText: 'Agenda ist verbunden' }).waitFor();
  const [{ connection_id: id }] = (await server.api('GET', '/connections?tags[end_user_id]=u-broken')).body.connections;
  const client = (secret) => ({ credentials: { type: 'OAUTH2', client_id: 'demo-app', client_secret: secret } });
  await server.api('PATCH', '/integrations/agenda', client('wrong'));
  await server.api('GET', `/connections/${id}?provider_config_key=agenda&force_refresh=true`);
  await server.api('PATCH', '/integrations/agenda', client('demo-secret'));
  const session = await reconnectSession(server, id, 'agenda', { connect_ui: { app_name: 'Acme' } });
  await page.goto(session.connect_link);
  await page.getByText(/Seit dem .* kann Acme den Zugang zu Ihrem Konto bei Agenda nicht mehr erneuern/).waitFor();
  for (const theme of themes) {
    await page.goto(`${session.connect_link}&theme=${theme}`);
    for (const size of sizes) {
      await page.setViewportSize(size);
      await assertAccessible(page);
      await screenshot(page, 'reconnect', theme);
    }
  }
}));
