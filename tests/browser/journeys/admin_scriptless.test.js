// The admin with JavaScript switched off: everything that matters works, the preview shows what is stored.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connect, setupLink, signIn, alice } from '../support/admin.js';
import { heading } from '../support/connect.js';
import { stage } from '../support/stage.js';

const { onPage } = stage();
const withoutScripts = { javaScriptEnabled: false };

// By keyboard: a question takes no click in its first half second, and Playwright cannot try again without scripts.
const press = (page, name) => page.getByRole('button', { name }).press('Enter');
const titled = (page, text) => heading(page).filter({ hasText: text }).waitFor();
const go = (page, name) => page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name, exact: true }).click();

test('from the set-up to signing out', onPage(withoutScripts, async ({ page, server }) => {
  await page.goto(await setupLink(server));
  await page.getByLabel('Name').fill(alice.name);
  await page.getByLabel('Password', { exact: true }).fill(alice.password);
  await press(page, 'Make account and sign in');
  await titled(page, 'Integrations');

  await page.getByRole('link', { name: 'New integration' }).click();
  await page.getByRole('searchbox').fill('sendgrid');
  await press(page, 'Search');
  await page.getByRole('link', { name: /SendGrid/ }).click();
  await press(page, 'Make integration');
  await titled(page, 'SendGrid');

  await go(page, 'Connect UI');
  await page.getByLabel('Primary colour in light', { exact: true }).fill('nonsense');
  await page.getByLabel('App name').fill('Acme');
  await press(page, 'Save');
  await page.getByRole('alert').filter({ hasText: 'This is not a CSS colour' }).waitFor();
  await page.getByLabel('Primary colour in light', { exact: true }).fill('teal');
  await press(page, 'Save');
  await page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor();
  await page.getByText('It shows what is stored.').waitFor();
  await page.frameLocator('.preview-frame').getByText('You are connecting Zendesk to Acme as').waitFor();
  for (const dead of ['Show', 'Copy', 'Light', 'Dark', 'Device']) {
    assert.equal(await page.getByRole('button', { name: dead, exact: true }).count(), 0, `${dead} needs the script`);
  }

  await connect(server, 'postbox', { apiKey: 'demo-1234' });
  await go(page, 'Connections');
  await page.getByRole('link', { name: /bob@acme\.example/ }).click();
  await page.getByRole('link', { name: 'Disconnect…' }).click();
  await press(page, 'Disconnect');
  await page.getByRole('link', { name: 'Back to the connections' }).click();
  await page.getByText('Nobody has connected yet').waitFor();

  await go(page, 'API keys');
  await page.getByLabel('Name').fill('Backend');
  await press(page, 'Make key');
  await titled(page, 'Your new API key');

  await page.getByRole('link', { name: /alice/ }).click();
  await page.getByLabel('Current password', { exact: true }).fill(alice.password);
  await page.getByLabel('New password', { exact: true }).fill('staple correct horse');
  await press(page, 'Change password');
  await page.getByRole('status').filter({ hasText: 'Your password is changed' }).waitFor();

  await go(page, 'Audit');
  const deeds = ['admin.set-up', 'integration.create', 'connect_ui.update', 'connection.delete', 'api_key.create', 'admin.password'];
  for (const deed of deeds) await page.getByRole('cell', { name: deed, exact: true }).waitFor();

  await press(page, 'Sign out');
  await page.getByText('You are signed out.').waitFor();
  await signIn(page, { ...alice, password: 'staple correct horse' });
  await titled(page, 'Integrations');
}));
