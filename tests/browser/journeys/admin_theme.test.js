// The theme editor: both modes of the real page follow what is typed, in every state; then it is published.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signedIn } from '../support/admin.js';
import { assertAccessible } from '../support/axe.js';
import { screenshot, sizes, themes } from '../support/screenshots.js';
import { stage } from '../support/stage.js';

const { onPage } = stage();

const pane = (page, mode) => page.frameLocator(`.pane-frame[data-pane=${mode}]`);
const tool = (page, name) => page.locator(`[data-tool=${name}]`);
const own = (url) => url.includes('/admin/');

async function painted(page, mode, selector, property, wanted) {
  const found = () => pane(page, mode).locator(selector).first().evaluate((one, name) => getComputedStyle(one)[name], property);
  for (let tries = 0; tries < 100; tries += 1) {
    if (await found() === wanted) return;
    await new Promise((resolve) => { setTimeout(resolve, 30); });
  }
  assert.equal(await found(), wanted, `${mode} ${selector}: ${property}`);
}

const onEditor = (options, journey) => onPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'light', ...options }, async (parts) => {
  const { page, context, server } = parts;
  await signedIn(context, server);
  await page.goto(`${server.origin}/admin/environment/theme`);
  for (const mode of themes) await pane(page, mode).getByRole('heading', { level: 1 }).waitFor();
  await journey(parts);
});

test('both modes follow what is typed, and the proof with them', onEditor({}, async ({ page }) => {
  await page.getByLabel('Primary colour in light', { exact: true }).fill('rebeccapurple');
  await painted(page, 'light', '.button', 'backgroundColor', 'rgb(102, 51, 153)');
  await page.getByLabel('Primary colour in dark', { exact: true }).fill('gold');
  await painted(page, 'dark', '.button', 'backgroundColor', 'rgb(255, 215, 0)');
  await page.getByLabel('Corner radius in pixels').fill('0');
  await painted(page, 'dark', '.button', 'borderTopLeftRadius', '0px');
  await page.getByLabel('In light', { exact: true }).fill('fg.muted: #eee');
  await page.getByText('In light, fg.muted on bg.page has 1.0:1 and needs 4.5:1').waitFor();
  await page.getByLabel('In light', { exact: true }).fill('fg.mutd: #eee');
  await page.getByText('fg.mutd: A theme has no such key').waitFor();
}));

test('states, widths, directions and ways of seeing', onEditor({}, async ({ page }) => {
  await tool(page, 'state').selectOption({ label: 'Waiting for the service' });
  await pane(page, 'dark').getByRole('button', { name: 'Cancel' }).waitFor();
  await tool(page, 'state').selectOption({ label: 'Picker' });
  await pane(page, 'light').getByRole('link', { name: 'GitHub' }).waitFor();
  await page.getByLabel('Integrations are offered as').selectOption({ label: 'Tiles' });
  await painted(page, 'light', '.rows', 'display', 'grid');
  await tool(page, 'width').selectOption('320');
  assert.equal(await page.locator('.pane-frame').first().evaluate((one) => one.contentWindow.innerWidth), 320);
  await page.getByLabel('Right to left').check();
  await painted(page, 'light', 'html', 'direction', 'rtl');
  await tool(page, 'sight').selectOption({ label: 'without green cones' });
  assert.match(await page.locator('.pane-frame').first().evaluate((one) => getComputedStyle(one).filter), /sight-deutan/);
}));

test('a draft is published, worn, and rolled back', onEditor({}, async ({ page, server }) => {
  const radius = page.getByLabel('Corner radius in pixels');
  await radius.fill('3');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByText('The draft is saved.').waitFor();
  await page.getByRole('heading', { name: 'What the draft changes' }).waitFor();
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Published. Pages that open from now on look like this.').waitFor();
  await radius.fill('14');
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('button', { name: 'Roll back to 1' }).click();
  await page.getByText('Rolled back.').waitFor();
  assert.equal(await radius.inputValue(), '3');
  const audit = await page.goto(`${server.origin}/admin/audit`);
  assert.match(await audit.text(), /theme\.publish/);
}));

test('it works without scripts', onEditor({ javaScriptEnabled: false }, async ({ page }) => {
  await page.getByLabel('Corner radius in pixels').fill('5');
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Published.').waitFor();
  await painted(page, 'light', '.button', 'borderTopLeftRadius', '5px');
}));

for (const theme of themes) {
  for (const viewport of sizes) {
    test(`nothing for axe to find, nothing wider than the window: ${theme}, ${viewport.width}`, onEditor({ viewport, colorScheme: theme }, async ({ page }) => {
      await page.getByLabel('Primary colour in light', { exact: true }).fill('#7c3aed');
      await painted(page, 'light', '.button', 'backgroundColor', 'rgb(124, 58, 237)');
      await page.getByText('All pairs in dark').first().click();
      await assertAccessible(page, own);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is wider than the window');
      await screenshot(page, 'admin-theme', theme);
    }));
  }
}
