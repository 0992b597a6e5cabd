// The demo's own host application: the whole journey in one command.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible } from '../support/axe.js';
import { field, frameOf, heading, send } from '../support/connect.js';
import { screenshot, sizes } from '../support/screenshots.js';
import { stage } from '../support/stage.js';

const { onPage } = stage();

for (const colorScheme of ['light', 'dark']) {
  for (const viewport of sizes) {
    test(`the list of integrations, ${colorScheme}, ${viewport.width} px`, onPage({ colorScheme, viewport }, async ({ page, server }) => {
      await page.goto(server.hostPage);
      await page.locator('html[data-ready]').waitFor();
      assert.ok((await page.getByRole('list', { name: 'Integrations' }).getByRole('listitem').count()) >= 6);
      await screenshot(page, 'demo', colorScheme);
      await assertAccessible(page);
    }));
  }
}

test('connecting from the list', onPage({}, async ({ page, server }) => {
  await page.goto(server.hostPage);
  await page.getByRole('button', { name: 'Connect: Helpdesk' }).click();
  const ui = frameOf(page);
  await field(ui, 'Subdomain').fill('acme');
  await field(ui, 'Access token').fill('demo-1234');
  await send(ui);
  await heading(ui).filter({ hasText: 'Helpdesk is connected' }).waitFor();
  await ui.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Connect another: Helpdesk' }).waitFor();
}));

test('the same session as a page of its own', onPage({}, async ({ page, context, server }) => {
  await page.goto(server.hostPage);
  await page.getByRole('button', { name: 'Make a link' }).click();
  const [hosted] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Open the hosted page' }).click(),
  ]);
  await heading(hosted).filter({ hasText: 'What would you like to connect?' }).waitFor();
}));
