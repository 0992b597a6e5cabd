// The definition editor: the form follows what is typed; new hosts are confirmed; without scripts a button checks.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signedIn } from '../support/admin.js';
import { assertAccessible } from '../support/axe.js';
import { screenshot, themes } from '../support/screenshots.js';
import { stage } from '../support/stage.js';

const { onPage } = stage();
const path = '/admin/integrations/postbox/definition';
const own = (url) => url.includes('/admin/');

const field = (page) => page.getByLabel('Definition in YAML');
const form = (page) => page.frameLocator('[data-form]');
const button = (page, name) => page.getByRole('button', { name, exact: true });

const onDefinition = (options, journey) => onPage({ viewport: { width: 1440, height: 900 }, ...options }, async (parts) => {
  await signedIn(parts.context, parts.server);
  await parts.page.goto(`${parts.server.origin}${path}/edit`);
  await journey(parts);
});

test('the form and what is found follow what is typed, and what is saved can be reset', onDefinition({}, async ({ page, server }) => {
  const before = await field(page).inputValue();
  await field(page).fill(before.replace('title: API key', 'title: Live key'));
  await form(page).getByLabel(/Live key/).first().waitFor();
  await field(page).fill(before.replace(/auth_mode: .*/, 'auth_mode: NOTHING'));
  await page.getByText('This text cannot be used yet.').waitFor();
  await page.getByRole('link', { name: /^Line \d+, column \d+$/ }).first().click();
  const line = await field(page).evaluate((one) => one.value.slice(0, one.selectionStart).split('\n').length);
  assert.match(before.split('\n')[line - 1], /auth_mode:/);

  await field(page).fill(before.replace('title: API key', 'title: Saved key'));
  await form(page).getByLabel(/Saved key/).first().waitFor();
  await button(page, 'Save for this environment').click();
  await page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor();
  await page.getByRole('link', { name: 'Reset to catalogue…' }).click();
  await button(page, 'Reset to catalogue').click();
  await page.getByText('The catalogue’s definition holds again.').waitFor();
  await page.goto(`${server.origin}${path}/edit`);
  assert.equal(await field(page).inputValue(), before);
}));

test('without scripts a button checks, errors stand at their line, and new hosts are confirmed', onDefinition({ javaScriptEnabled: false }, async ({ page, server }) => {
  const before = await field(page).inputValue();
  await field(page).fill(before.replace(/auth_mode: .*/, 'auth_mode: NOTHING'));
  await button(page, 'Check').press('Enter');
  await page.getByText('This text cannot be used yet.').waitFor();
  assert.match(await page.locator('.finding.error a').first().textContent(), /^Line \d+, column \d+$/);
  await field(page).fill(before.replace('title: API key', 'title: Checked key'));
  await button(page, 'Check').press('Enter');
  await form(page).getByLabel(/Checked key/).first().waitFor();
  await field(page).fill(before.replace(/base_url: .*/, 'base_url: https://api.elsewhere.example'));
  await button(page, 'Save for this environment').press('Enter');
  await page.getByRole('heading', { name: 'Credentials will be sent elsewhere' }).waitFor();
  await page.getByText('api.elsewhere.example').first().waitFor();
  await page.goto(`${server.origin}${path}/edit`);
  await button(page, 'Discard draft').press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Definition' }).waitFor();
}));

for (const colorScheme of themes) {
  for (const width of [320, 1440]) {
    test(`reads well in ${colorScheme} at ${width}`, onDefinition({ colorScheme, viewport: { width, height: 900 } }, async ({ page, server }) => {
      const before = await field(page).inputValue();
      await field(page).fill(before.replace(/auth_mode: .*/, 'auth_mode: NOTHING'));
      await page.getByText('This text cannot be used yet.').waitFor();
      await assertAccessible(page, own);
      await screenshot(page, 'definition-editor', colorScheme);
      await field(page).fill(before.replace(/base_url: .*/, 'base_url: https://api.elsewhere.example'));
      await button(page, 'Save for this environment').click();
      await page.getByRole('heading', { name: 'Credentials will be sent elsewhere' }).waitFor();
      await assertAccessible(page, own);
      await screenshot(page, 'definition-hosts', colorScheme);
      await page.goto(`${server.origin}${path}`);
      await page.getByRole('heading', { name: 'Source' }).waitFor();
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is wider than the page');
      await assertAccessible(page, own);
      await screenshot(page, 'definition', colorScheme);
    }));
  }
}
