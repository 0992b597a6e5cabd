// The reader's language: by the address, else by the browser.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { field, heading, openConnectUI, send } from '../support/connect.js';
import { stage } from '../support/stage.js';

const { onPage } = stage();

test('German by the address of the hosted page', onPage({}, async ({ page, server }) => {
  const { connect_link: link } = await server.createSession('postbox');
  await page.goto(`${link}&lang=de`);
  assert.equal(await page.locator('html').getAttribute('lang'), 'de');
  await heading(page).filter({ hasText: 'Ihr Konto bei Postbox verbinden' }).waitFor();
  await send(page);
  await page.waitForFunction(() => document.title.startsWith('Fehler: '));
  await field(page, 'API key').fill('demo-1234');
  await send(page);
  await heading(page).filter({ hasText: 'Postbox ist verbunden' }).waitFor();
}));

test('German through the SDK', onPage({}, async ({ page, host, server }) => {
  const ui = await openConnectUI(page, host, server, await server.createSession(), { lang: 'de' });
  await heading(ui).filter({ hasText: 'Was möchten Sie verbinden?' }).waitFor();
}));

test('German by the browser', onPage({ locale: 'de-AT' }, async ({ page, server }) => {
  const { connect_link: link } = await server.createSession();
  await page.goto(link);
  await heading(page).filter({ hasText: 'Was möchten Sie verbinden?' }).waitFor();
}));

test('English for a language that we do not speak', onPage({ locale: 'fr-FR' }, async ({ page, server }) => {
  const { connect_link: link } = await server.createSession();
  await page.goto(`${link}&lang=xx`);
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
}));
