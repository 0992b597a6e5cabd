// The reader's language: by the address, else by the browser.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { field, heading, openConnectUI, send } from '../support/connect.js';
import { stage } from '../support/stage.js';

const { onPage } = stage();

const press = (page) => page.locator('.actions .button').first().click();

test('German by the address of the hosted page', onPage({}, async ({ page, server }) => {
  const { connect_link: link } = await server.createSession('postbox');
  await page.goto(`${link}&lang=de`);
  assert.equal(await page.locator('html').getAttribute('lang'), 'de');
  await heading(page).filter({ hasText: 'Ihr Konto bei Postbox verbinden' }).waitFor();
  await send(page);
  await page.waitForFunction(() => document.title.startsWith('Fehler: '));
  await field(page, 'API-Schlüssel').fill('demo-1234');
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

test('English for a language that we do not speak', onPage({ locale: 'sw-KE' }, async ({ page, server }) => {
  const { connect_link: link } = await server.createSession();
  await page.goto(`${link}&lang=xx`);
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
}));

test('Arabic from right to left, to the end', onPage({ locale: 'ar-EG', viewport: { width: 320, height: 700 } }, async ({ page, server }) => {
  const { connect_link: link } = await server.createSession();
  await page.goto(link);
  assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ['ar', 'rtl']);
  const arrow = await page.locator('.row > svg').first().evaluate((svg) => getComputedStyle(svg).transform);
  assert.equal(arrow, 'matrix(-1, 0, 0, 1, 0, 0)');
  await page.locator('a.row[href$="postbox"]').click();
  await field(page, 'مفتاح API').fill('demo-1234');
  assert.equal(await field(page, 'مفتاح API').getAttribute('dir'), 'ltr');
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await press(page);
  await page.locator('.sign.success').waitFor();
}));

test('another language is chosen without losing what was typed', onPage({}, async ({ page, server }) => {
  const { connect_link: link } = await server.createSession('helpdesk');
  await page.goto(link);
  await page.locator('input[type=text]').first().fill('acme');
  await page.locator('.languages summary').click();
  await page.locator('.languages a', { hasText: 'Français' }).click();
  await page.waitForFunction(() => document.documentElement.lang === 'fr');
  assert.equal(await page.locator('input[type=text]').first().inputValue(), 'acme');
  await page.reload();
  assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
}));

test('the pseudo-locale finds room at 320 px', onPage({ viewport: { width: 320, height: 700 } }, async ({ page, server }) => {
  const { connect_link: link } = await server.createSession();
  await page.goto(`${link}&lang=en-XA`);
  await heading(page).filter({ hasText: /^\[.*\]$/ }).waitFor();
  await page.locator('a.row[href$="helpdesk"]').click();
  await heading(page).filter({ hasText: /^\[.*\]$/ }).waitFor();
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await press(page);
  await page.locator('[data-summary]').waitFor();
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
}));
