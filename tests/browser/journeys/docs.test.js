// The documentation: for everybody to read, without a script, in both themes, on a phone and on a desktop, by keyboard.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible } from '../support/axe.js';
import { screenshot, sizes, themes } from '../support/screenshots.js';
import { stage } from '../support/stage.js';

const { onPage } = stage();

const pages = { 'docs-calls': '/docs', 'docs-errors': '/docs/errors' };
// What is in sight at first, and in the middle.
const middles = { 'docs-calls': 'createConnectSession', 'docs-errors': 'invalid_credentials' };

for (const [name, path] of Object.entries(pages)) {
  for (const colorScheme of themes) {
    for (const viewport of sizes) {
      test(`${path}, ${colorScheme}, ${viewport.width} px`, onPage({ viewport, colorScheme }, async ({ page, server }) => {
        await page.goto(server.origin + path);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(width <= viewport.width, `${width} px wide`);
        await screenshot(page, name, colorScheme, { fullPage: false });
        await page.goto(`${server.origin}${path}#${middles[name]}`);
        await screenshot(page, `${name}-middle`, colorScheme, { fullPage: false });
        await assertAccessible(page);
      }));
    }
  }
}

test('every call and every code of the document is there, and every link leads somewhere', onPage({ javaScriptEnabled: false }, async ({ page, server }) => {
  const document = await (await fetch(`${server.origin}/openapi.json`)).json();
  const anchors = {};
  const links = new Set();
  for (const path of Object.values(pages)) {
    await page.goto(server.origin + path);
    const html = await page.content();
    anchors[path] = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    for (const [, href] of html.matchAll(/ href="([^"]*#[^"]+)"/g)) links.add(href.startsWith('#') ? path + href : href);
  }
  for (const operations of Object.values(document.paths)) {
    for (const { operationId, responses } of Object.values(operations)) {
      assert.ok(anchors['/docs'].has(operationId), operationId);
      for (const { content } of Object.values(responses)) {
        const codes = content?.['application/json']?.schema?.allOf?.[1].properties.error.properties.code.enum ?? [];
        for (const code of codes) assert.ok(anchors['/docs/errors'].has(code), code);
      }
    }
  }
  assert.ok(links.size > 100);
  for (const link of links) {
    const [path, anchor] = link.split('#');
    assert.ok(anchors[path].has(anchor), link);
  }
}));

test('the keyboard reaches the content and the chapters', onPage({}, async ({ page, server }) => {
  await page.goto(`${server.origin}/docs`);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
  await page.goto(`${server.origin}/docs`);
  await page.getByRole('navigation').getByRole('link', { name: 'Connections', exact: true }).press('Enter');
  assert.equal(new URL(page.url()).hash, '#connections');
}));
