// The theme editor: both modes of the real page follow what is typed, in every state; then it is published.
import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
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
  const found = () => pane(page, mode).locator(selector).first().evaluate((one, name) => {
    const style = getComputedStyle(one);
    return name.startsWith('--') ? style.getPropertyValue(name) : style[name];
  }, property).catch(() => 'on its way');
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

test('what is set beside the brand is seen at once, and proven', onEditor({}, async ({ page }) => {
  const fill = (label, value) => page.getByLabel(label, { exact: true }).fill(value);
  await fill('Links and focus in light', '#701a75');
  await painted(page, 'light', 'html', '--fg-link', '#701a75');
  await fill('Behind the card, in dark', '#7f1d1d');
  await page.getByText('The page behind the card uses a darker shade').waitFor();
  await fill('Widest card in pixels', '360');
  await painted(page, 'light', '.card', 'width', '360px');
  await page.getByLabel('Text reads at').selectOption({ label: '7:1 (AAA)' });
  await painted(page, 'dark', 'html', '--brand-solid', '#00b2e3');
  await page.getByText('All pairs in light').first().click();
  await page.locator('[data-sheet=light] [data-rows] td', { hasText: '7.0:1' }).first().waitFor();
  for (const verdict of await page.locator('[data-verdict]').allTextContents()) assert.match(verdict, /^All \d+ pairs read\.$/);
  await tool(page, 'state').selectOption('mistakes');
  await fill('What went wrong, in light', '#5b21b6');
  await painted(page, 'light', '.problem', 'color', 'rgb(91, 33, 182)');
  await page.getByLabel('Secrets that were typed').selectOption({ label: 'Stay hidden' });
  await painted(page, 'light', '.reveal[aria-controls]', 'display', 'none');
  await fill('What went well, in light', 'url(x)');
  await page.locator('#success-light-problem', { hasText: 'not a CSS colour' }).waitFor();
}));

test('every state is drawn in both modes, as a page and as a layer', onEditor({}, async ({ page }) => {
  const states = await tool(page, 'state').locator('option').evaluateAll((all) => all.map((one) => one.value));
  assert.ok(states.length >= 45, `only ${states.length} states`);
  for (const surface of ['', 'layer']) {
    await tool(page, 'surface').selectOption(surface);
    for (const state of states) {
      await tool(page, 'state').selectOption(state);
      for (const mode of themes) {
        await page.waitForFunction(([own, wanted, layer]) => {
          const frame = document.querySelector(`.pane-frame[data-pane=${own}]`);
          const seen = frame.contentDocument;
          const right = new URL(frame.contentWindow.location.href).searchParams.get('state') === wanted;
          const surface = seen.documentElement?.dataset.surface === (layer ? 'overlay' : 'hosted');
          return right && surface && seen.readyState === 'complete' && seen.querySelector('h1')?.textContent.trim();
        }, [mode, state, surface]);
      }
    }
  }
  await tool(page, 'state').selectOption('form');
  await page.getByLabel('Behind the card, over your page').selectOption({ label: 'The page’s own colour' });
  const ground = await pane(page, 'light').locator('html').evaluate((one) => getComputedStyle(one).getPropertyValue('--bg-page'));
  await painted(page, 'light', 'html', '--bg-backdrop', `${ground}ff`);
  await page.getByLabel('The cross that closes the card').selectOption({ label: 'Hidden' });
  await painted(page, 'light', '.close', 'clipPath', 'inset(50%)');
}));

test('every way of seeing is one', onEditor({}, async ({ page }) => {
  const ways = await tool(page, 'sight').locator('option').evaluateAll((all) => all.map((one) => one.value));
  assert.deepEqual(ways, ['', 'protan', 'deutan', 'tritan', 'grey', 'forced']);
  await page.getByLabel('Primary colour in light', { exact: true }).fill('#c81e1e');
  await painted(page, 'light', '.button', 'backgroundColor', 'rgb(200, 30, 30)');
  const box = page.locator('.pane-box').first();
  const looks = new Set();
  for (const way of ways) {
    await tool(page, 'sight').selectOption(way);
    if (way === 'forced') await painted(page, 'light', '.card', 'backgroundColor', 'rgb(255, 255, 255)');
    const filter = await page.locator('.pane-frame').first().evaluate((one) => getComputedStyle(one).filter);
    if (way && way !== 'forced') assert.match(filter, new RegExp(`sight-${way}`));
    looks.add((await box.screenshot({ animations: 'disabled' })).toString('base64'));
  }
  assert.equal(looks.size, ways.length, 'each looks different');
  for (const width of ['320', '500', '900']) {
    await tool(page, 'width').selectOption(width);
    assert.equal(await page.locator('.pane-frame').first().evaluate((one) => one.contentWindow.innerWidth), Number(width));
  }
}));

test('two admins have the same page open: the second is told, and keeps what was typed', onEditor({}, async ({ page, context, server }) => {
  const other = await context.newPage();
  await other.goto(`${server.origin}/admin/environment/theme`);
  await page.getByLabel('Widest card in pixels').fill('560');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByText('The draft is saved.').waitFor();
  await other.getByLabel('Widest card in pixels').fill('400');
  await other.getByRole('button', { name: 'Publish' }).click();
  await other.getByText('Somebody else changed this theme meanwhile').waitFor();
  assert.equal(await other.getByLabel('Widest card in pixels').inputValue(), '400');
  await other.getByText('width').first().waitFor();
  await assertAccessible(other, own);
  await page.reload();
  assert.equal(await page.getByLabel('Widest card in pixels').inputValue(), '560');
  // What is taken back of a stored draft is taken back in the preview.
  await painted(page, 'light', 'html', '--card-width', '560px');
  await page.getByLabel('Widest card in pixels').fill('');
  await painted(page, 'light', 'html', '--card-width', '440px');
  await page.getByRole('button', { name: 'Discard the draft' }).click();
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
      await page.getByLabel('Right to left').check();
      await tool(page, 'surface').selectOption('layer');
      await painted(page, 'light', 'html', 'direction', 'rtl');
      await page.locator('.theme-preview').screenshot({ path: `screenshots/admin-theme-rtl-${theme}-${viewport.width}.png` });
    }));
  }
}

test('a page that wears everything still weighs little', onEditor({}, async ({ page, server }) => {
  const weight = async () => {
    const answer = await fetch(`${server.origin}/?preview=true&theme=system`);
    return gzipSync(await answer.text()).length;
  };
  assert.ok(await weight() <= 14 * 1024, `${await weight()} bytes`);
  for (const [label, value] of [['Links and focus in light', '#701a75'], ['Behind the card, in light', '#fff7ed'], ['What went wrong, in dark', '#fca5a5'], ['Widest card in pixels', '560']]) {
    await page.getByLabel(label, { exact: true }).fill(value);
  }
  await page.getByLabel('Motion').selectOption('off');
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Published. Pages that open from now on look like this.').waitFor();
  assert.ok(await weight() <= 14 * 1024, `${await weight()} bytes`);
}));
