// The hosted link in a tab of its own, with scripts switched off: plain documents, links and forms.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { field, heading, pick, send } from '../support/connect.js';
import { stage } from '../support/stage.js';

const { onPage } = stage();
const withoutScripts = { javaScriptEnabled: false };

test('from the link to the connection', onPage(withoutScripts, async ({ page, server }) => {
  const { connect_link: link } = await server.createSession();
  await page.goto(link);
  assert.ok(!page.url().includes('session_token'), 'the token left the address');
  await pick(page, /^Ledger/);
  await field(page, 'User name').fill('alice');
  await field(page, 'Password').fill('demo-1234');
  await send(page);
  await heading(page).filter({ hasText: 'Ledger is connected' }).waitFor();
  const { body } = await server.api('GET', '/connections?integrationId=ledger');
  assert.equal(body.connections.filter((one) => one.provider_config_key === 'ledger').length, 1);
}));

test('a missing value is said on its field, and nothing else is lost', onPage(withoutScripts, async ({ page, server }) => {
  const { connect_link: link } = await server.createSession('helpdesk');
  await page.goto(link);
  await field(page, 'Subdomain').fill('acme');
  const [answer] = await Promise.all([page.waitForResponse((one) => one.request().method() === 'POST'), send(page)]);
  assert.equal(answer.status(), 422);
  assert.match(await page.title(), /^Error: /);
  assert.equal(await field(page, 'Subdomain').inputValue(), 'acme');
  assert.equal(await field(page, 'Access token').getAttribute('aria-invalid'), 'true');
  await page.getByRole('link', { name: /Enter your Access token/ }).click();
  assert.ok(await field(page, 'Access token').evaluate((input) => input === document.activeElement));
}));

test('a whole address is repaired where a subdomain is asked', onPage(withoutScripts, async ({ page, server }) => {
  const { connect_link: link } = await server.createSession('helpdesk');
  await page.goto(link);
  await field(page, 'Subdomain').fill('https://acme.helpdesk.example/agent/');
  await send(page);
  assert.equal(await field(page, 'Subdomain').inputValue(), 'acme');
  await page.getByText('took “acme” out of the whole address').waitFor();
}));

test('a host that belongs to somebody else is refused', onPage(withoutScripts, async ({ page, server }) => {
  const { connect_link: link } = await server.createSession('helpdesk');
  await page.goto(link);
  await field(page, 'Subdomain').fill('evil.com/#');
  await field(page, 'Access token').fill('demo-1234');
  await send(page);
  assert.equal(await field(page, 'Subdomain').getAttribute('aria-invalid'), 'true');
  assert.equal(await field(page, 'Subdomain').inputValue(), 'evil.com/#');
}));

test('a service that breaks down is told from one that refuses', onPage(withoutScripts, async ({ page, server }) => {
  const { connect_link: link } = await server.createSession('metrics');
  await page.goto(link);
  await field(page, 'Region').selectOption('us');
  await field(page, 'Personal key').fill('demo-broken');
  await send(page);
  await page.getByText(/500/).first().waitFor();
  assert.equal(await field(page, 'Region').inputValue(), 'us');
  assert.ok(!(await page.content()).includes('the service broke down'), "the service's own words stay inside");
}));

test('a private key keeps its lines', onPage(withoutScripts, async ({ page, server }) => {
  const { connect_link: link } = await server.createSession('signer');
  await page.goto(link);
  const key = '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIA\n-----END PRIVATE KEY-----\n';
  await field(page, 'Private key').fill(key);
  await send(page);
  await heading(page).filter({ hasText: 'Signer is connected' }).waitFor();
  const { body } = await server.api('GET', '/connections?integrationId=signer');
  const { connection_id: id } = body.connections[0];
  const stored = await server.api('GET', `/connections/${id}?provider_config_key=signer`);
  assert.equal(stored.body.credentials.apiKey.trim(), key.trim());
}));

test('the bare address says what it is for', onPage(withoutScripts, async ({ page, server }) => {
  await page.goto(`${server.origin}/`);
  await page.getByText(/where you connect your accounts at other services/).first().waitFor();
}));

test('the page asks no other origin for anything', onPage({}, async ({ page, server }) => {
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url())));
  const { connect_link: link } = await server.createSession();
  await page.goto(link, { waitUntil: 'networkidle' });
  const foreign = asked.filter((one) => one.protocol.startsWith('http') && one.origin !== server.origin);
  assert.deepEqual(foreign.map(String), []);
}));

test('what was typed as a secret is in no log and on no page', onPage({}, async ({ page, server }) => {
  const canary = 'demo-canary-7d1f';
  const { token, connect_link: link } = await server.createSession('ledger');
  await page.goto(link);
  await field(page, 'Password').fill(canary);
  await send(page);
  assert.ok(!(await page.content()).includes(canary), 'the form that came back');
  await field(page, 'User name').fill('alice');
  await field(page, 'Password').fill(canary);
  await send(page);
  await heading(page).filter({ hasText: 'Ledger is connected' }).waitFor();
  assert.ok(!(await page.content()).includes(canary), 'the last page');
  assert.ok(!server.output().includes(canary) && !server.output().includes(token), 'the log');
}));
