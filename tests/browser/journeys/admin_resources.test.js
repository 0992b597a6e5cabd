// Integrations, connections and API keys as their admin meets them; the audit has each deed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connect, signedIn } from '../support/admin.js';
import { heading } from '../support/connect.js';
import { stage } from '../support/stage.js';

const { onPage } = stage();

const press = (page, name) => page.getByRole('button', { name }).click();
const titled = (page, text) => heading(page).filter({ hasText: text }).waitFor();

const inAdmin = (path, journey) => onPage({}, async (parts) => {
  const { page, context, server } = parts;
  await signedIn(context, server);
  await page.goto(`${server.origin}/admin${path}`);
  await journey(parts);
});

// What the audit says of a deed, newest first.
async function audited(page, server, action) {
  await page.goto(`${server.origin}/admin/audit`);
  return page.getByRole('row').filter({ has: page.getByRole('cell', { name: action, exact: true }) }).allInnerTexts();
}

test('a service is found in the catalogue and becomes an integration', inAdmin('/integrations', async ({ page, server }) => {
  await page.getByRole('link', { name: 'New integration' }).click();
  await page.getByRole('searchbox').fill('nothing like it');
  await press(page, 'Search');
  await page.getByText('No service has “nothing like it” in its name').waitFor();
  await page.getByRole('searchbox').fill('SendGrid');
  await press(page, 'Search');
  await page.getByRole('link', { name: /SendGrid/ }).click();

  await page.getByLabel('Unique key').fill('helpdesk');
  await page.getByLabel('Display name').fill('Mail');
  await press(page, 'Make integration');
  await page.getByText('Another integration has this key').waitFor();
  assert.equal(await page.getByLabel('Display name').inputValue(), 'Mail', 'what was typed is kept');
  await page.getByLabel('Unique key').fill('mail');
  await press(page, 'Make integration');
  await page.getByRole('status').filter({ hasText: 'The integration is made' }).waitFor();
  await titled(page, 'Mail');

  await page.getByLabel('Display name').fill('Post');
  await press(page, 'Save');
  await page.getByRole('status').waitFor();
  await titled(page, 'Post');
  const { body } = await server.api('GET', '/integrations/mail');
  assert.equal(body.data.display_name, 'Post');

  await page.getByRole('link', { name: 'Delete integration…' }).click();
  await titled(page, 'Delete Post?');
  await page.getByRole('link', { name: 'Keep it' }).click();
  await titled(page, 'Post');
  await page.getByRole('link', { name: 'Delete integration…' }).click();
  await press(page, 'Delete integration');
  await titled(page, 'Integrations');
  assert.equal(await page.getByRole('link', { name: /Post mail/ }).count(), 0);
  for (const action of ['integration.create', 'integration.update', 'integration.delete']) {
    const [entry] = await audited(page, server, action);
    assert.match(entry, /alice.*mail/s, action);
  }
}));

test('an integration gets a callback address of its own, and says where nobody can prove who comes back', inAdmin('/catalogue/zendesk', async ({ page, server }) => {
  await page.getByLabel('Unique key').fill('desk');
  await page.getByLabel('Client id').fill('acme');
  await page.getByLabel('Client secret', { exact: true }).fill('a-secret');
  await press(page, 'Make integration');
  await titled(page, 'Zendesk');
  assert.equal(await page.getByLabel('Callback URL', { exact: true }).inputValue(), `${server.origin}/oauth/callback`);
  const own = page.getByLabel('Its own callback URL');
  assert.match(await own.inputValue(), new RegExp(`^${server.origin}/oauth/callback/[0-9a-f-]{36}$`));
  const button = page.getByRole('switch', { name: /callback URL of this integration/ });
  for (const on of [true, false]) {
    assert.equal(await button.isChecked(), !on);
    await button.click();
    await press(page, 'Save');
    await page.getByRole('status').filter({ hasText: 'Saved' }).waitFor();
    assert.equal(await button.isChecked(), on, 'it is kept');
  }
  await page.goto(`${server.origin}/admin/catalogue/github-app`);
  await page.getByText('Nobody can prove here whose installation comes back').waitFor();
}));

test('a connection is found by whom it belongs to, shows no secret, and is disconnected', inAdmin('/connections', async ({ page, server }) => {
  const secret = 'demo-canary-1f7d';
  const id = await connect(server, 'helpdesk', { apiKey: secret, params: { subdomain: 'globex' } });
  await page.reload();
  await page.getByRole('link', { name: /bob@acme\.example/ }).click();
  await titled(page, 'bob@acme.example');
  await page.getByText(id).first().waitFor();
  await page.getByText('globex').waitFor();
  await page.getByText('Working').waitFor();
  assert.ok(!(await page.content()).includes(secret), 'no secret on the page');

  await page.getByRole('link', { name: 'Disconnect…' }).click();
  await titled(page, 'Disconnect helpdesk of bob@acme.example?');
  await press(page, 'Disconnect');
  await titled(page, 'Disconnected');
  await page.getByText('Your app can no longer use this connection').waitFor();
  const gone = await server.api('GET', `/connections/${id}?provider_config_key=helpdesk`);
  assert.equal(gone.status, 404);
  const [entry] = await audited(page, server, 'connection.delete');
  assert.ok(entry.includes(id) && entry.includes('alice'), entry);
  assert.ok(!(await page.content()).includes(secret), 'no secret in the audit');
}));

test('an API key is shown once, works, and works no more once revoked', inAdmin('/api-keys', async ({ page, server }) => {
  const status = async (key) => (await fetch(`${server.origin}/connections`, { headers: { authorization: `Bearer ${key}` } })).status;
  await page.getByLabel('Name').fill('Backend, production');
  await press(page, 'Make key');
  await titled(page, 'Your new API key');
  const key = await page.getByLabel('Backend, production').inputValue();
  assert.equal(await status(key), 200);

  await page.getByRole('link', { name: 'I have copied it' }).click();
  await titled(page, 'API keys');
  assert.ok(!(await page.content()).includes(key), 'never again');
  await page.getByRole('link', { name: 'Revoke… Backend, production' }).click();
  await press(page, 'Revoke key');
  await page.getByRole('status').filter({ hasText: 'The key is revoked' }).waitFor();
  assert.equal(await status(key), 401);

  for (const action of ['api_key.create', 'api_key.revoke']) {
    const [entry] = await audited(page, server, action);
    assert.match(entry, /alice.*Backend, production/s);
    assert.ok(!(await page.content()).includes(key));
  }
}));

test('what is not there says so among the places of the admin', inAdmin('/connections/gone', async ({ page, server }) => {
  await titled(page, 'There is nothing here');
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
  await page.getByRole('link', { name: 'Go to the integrations' }).click();
  await titled(page, 'Integrations');
  await page.context().clearCookies();
  assert.equal((await page.goto(`${server.origin}/admin/nothing`)).status(), 404);
  await titled(page, 'There is nothing here');
  assert.equal(await page.getByRole('navigation').count(), 0, 'who is not signed in sees no places');
}));
