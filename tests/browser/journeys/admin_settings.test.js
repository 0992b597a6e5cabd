// Environment settings, Connect UI: what is typed is seen at once on the real page, and nothing is stored before it is saved.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signedIn } from '../support/admin.js';
import { heading } from '../support/connect.js';
import { stage } from '../support/stage.js';

const { onPage } = stage();

const light = (page) => page.getByLabel('Primary colour in light', { exact: true });
const dark = (page) => page.getByLabel('Primary colour in dark', { exact: true });
const preview = (page) => page.frameLocator('.preview-frame');
const save = (page) => page.getByRole('button', { name: 'Save' }).click();
const modeOf = (page) => preview(page).locator('html').getAttribute('data-mode');
const stored = async (server) => (await server.api('GET', '/api/v1/connect-ui-settings?env=dev')).body.data;

// What an element of the preview is painted with, waited for: the tokens come from the server.
async function painted(page, selector, property, wanted) {
  const found = () => preview(page).locator(selector).evaluate((one, name) => getComputedStyle(one)[name], property);
  for (let tries = 0; tries < 100; tries += 1) {
    if (await found() === wanted) return;
    await new Promise((resolve) => { setTimeout(resolve, 30); });
  }
  assert.equal(await found(), wanted, `${selector}: ${property}`);
}

const onSettings = (options, journey) => onPage({ viewport: { width: 1280, height: 900 }, colorScheme: 'light', ...options }, async (parts) => {
  const { page, context, server } = parts;
  await signedIn(context, server);
  await page.goto(`${server.origin}/admin/environment/connect-ui`);
  await preview(page).getByRole('heading', { level: 1 }).waitFor();
  await journey(parts);
});

test('the preview is the real page and follows every colour that is one', onSettings({}, async ({ page, server }) => {
  const before = await stored(server);
  await preview(page).getByRole('heading', { name: 'Connect your Zendesk account' }).waitFor();
  await light(page).fill('rebeccapurple');
  await painted(page, '.button', 'backgroundColor', 'rgb(102, 51, 153)');
  assert.equal(await modeOf(page), 'light', 'the mode that is worked on is shown');

  await light(page).fill('rgb(0 128 0 / 50%)');
  await page.getByText('Enter it without transparency').waitFor();
  assert.equal(await light(page).getAttribute('aria-invalid'), 'true');
  await painted(page, '.button', 'backgroundColor', 'rgb(102, 51, 153)');

  await light(page).fill('#0a0');
  await painted(page, '.button', 'backgroundColor', 'rgb(0, 170, 0)');
  assert.equal(await light(page).getAttribute('aria-invalid'), null);
  await dark(page).fill('gold');
  await painted(page, '.button', 'backgroundColor', 'rgb(255, 215, 0)');
  assert.equal(await modeOf(page), 'dark');
  assert.deepEqual(await stored(server), before, 'nothing is stored before it is saved');
}));

test('the preview follows theme, badge and app name', onSettings({}, async ({ page }) => {
  const ui = preview(page);
  await page.getByRole('radio', { name: 'Dark' }).check();
  await painted(page, 'html', 'colorScheme', 'dark');
  await page.getByRole('group', { name: 'Preview in' }).getByRole('button', { name: 'Light' }).click();
  await painted(page, 'html', 'colorScheme', 'light');
  assert.ok(await page.getByRole('radio', { name: 'Dark' }).isChecked(), 'looking at a mode does not choose it');

  await ui.getByText('Secured by Nango').waitFor();
  await page.getByRole('switch').uncheck();
  await ui.getByText('Secured by Nango').waitFor({ state: 'hidden' });

  await page.getByLabel('App name').fill('Acme <b>Corp</b>');
  await ui.getByRole('banner').getByText('Acme <b>Corp</b>', { exact: true }).waitFor();
  await ui.getByText('You are connecting Zendesk to Acme <b>Corp</b> as').waitFor();
  await page.getByLabel('App name').fill('');
  await ui.getByText('You are connecting Zendesk to localhost').waitFor();
}));

test('what is saved is there after a reload, and on the pages of end users', onSettings({}, async ({ page, server }) => {
  await page.getByRole('radio', { name: 'Dark' }).check();
  await light(page).fill('#663399');
  await dark(page).fill('GOLD');
  await page.getByRole('switch').uncheck();
  await page.getByLabel('App name').fill('Acme');
  await page.getByLabel('Allowed origins').fill('https://app.acme.example\nhttps://app.acme.example\n');
  await save(page);
  await page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor();
  await page.reload();
  assert.ok(await page.getByRole('radio', { name: 'Dark' }).isChecked());
  assert.equal(await light(page).inputValue(), '#663399');
  assert.equal(await dark(page).inputValue(), 'GOLD');
  assert.equal(await page.getByRole('switch').isChecked(), false);
  assert.equal(await page.getByLabel('Allowed origins').inputValue(), 'https://app.acme.example');
  await preview(page).getByText('You are connecting Zendesk to Acme as').waitFor();
  await painted(page, '.button', 'backgroundColor', 'rgb(255, 215, 0)');

  const { connect_link: link } = await server.createSession('postbox');
  await page.goto(link);
  await heading(page).waitFor();
  assert.equal(await page.locator('html').getAttribute('data-mode'), 'dark', 'dark is what pages open with');
  const button = await page.getByRole('button', { name: 'Connect' }).evaluate((one) => getComputedStyle(one).backgroundColor);
  assert.equal(button, 'rgb(255, 215, 0)');
  assert.equal(await page.getByText('Secured by Nango').isVisible(), false);
}));

test('what cannot be stored is named with its reason, and all that was typed is kept', onSettings({}, async ({ page, server }) => {
  const before = await stored(server);
  await light(page).fill('url(x)');
  await dark(page).fill('currentColor');
  await page.getByLabel('App name').fill('Kept');
  await page.getByLabel('Allowed origins').fill('https://app.acme.example/path');
  await save(page);
  const summary = page.getByRole('alert').filter({ hasText: 'Nothing was saved yet' });
  await summary.waitFor();
  assert.ok(await summary.evaluate((one) => one === document.activeElement), 'the summary has the focus');
  for (const reason of ['This is not a CSS colour', 'depends on where it is used', 'Line 1: enter an origin']) {
    await summary.getByText(reason).waitFor();
  }
  assert.equal(await page.getByLabel('App name').inputValue(), 'Kept');
  await summary.getByRole('link', { name: /Line 1/ }).click();
  assert.ok(await page.getByLabel('Allowed origins').evaluate((one) => one === document.activeElement));
  assert.deepEqual(await stored(server), before);
}));

test('who saves second is told what the first one stored', onSettings({}, async ({ page, context, server }) => {
  const second = await context.newPage();
  await second.goto(page.url());
  await page.getByLabel('App name').fill('First');
  await save(page);
  await page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor();
  await second.getByLabel('App name').fill('Second');
  await save(second);
  await second.getByText('Somebody else saved these settings meanwhile').waitFor();
  await second.getByText('Stored app name: First').waitFor();
  assert.equal(await second.getByLabel('App name').inputValue(), 'Second');
  await save(second);
  await second.getByRole('status').filter({ hasText: 'Saved.' }).waitFor();
  assert.equal((await server.api('GET', '/api/v1/connect-ui-settings?env=dev')).status, 200);
}));
