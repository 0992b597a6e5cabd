// An environment's own words: found in admin, changed without scripts, seen on the page; and how Arabic and Japanese look.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signedIn } from '../support/admin.js';
import { assertAccessible } from '../support/axe.js';
import { heading } from '../support/connect.js';
import { screenshot, sizes } from '../support/screenshots.js';
import { stage } from '../support/stage.js';

const { onPage } = stage();

test('a text is worded in admin and stands on the page', onPage({ javaScriptEnabled: true }, async ({ page, context, server }) => {
  await signedIn(context, server);
  for (const size of sizes) {
    await page.setViewportSize(size);
    await page.goto(`${server.origin}/admin/environment/wording?q=account&language=ar`);
    await assertAccessible(page);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await screenshot(page, 'admin-wording', 'light');
    await page.goto(`${server.origin}/admin/environment/wording/en/form-title`);
    await assertAccessible(page);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await screenshot(page, 'admin-wording-text', 'light');
  }
  await page.getByLabel('Text', { exact: true }).fill('Link { $service } <b>now</b>');
  await page.getByRole('button', { name: 'Show how it reads' }).click();
  await page.locator('#reads', { hasText: 'Link Zendesk <b>now</b>' }).waitFor();
  await page.getByRole('button', { name: 'Save text' }).click();
  await page.getByText('Pages that open from now on say it like this.').waitFor();
  const { connect_link: link } = await server.createSession('postbox');
  await page.goto(link);
  await heading(page).filter({ hasText: 'Link Postbox <b>now</b>' }).waitFor();
}));

for (const lang of ['ar', 'ja', 'he', 'en-XA']) {
  test(`pages look right in ${lang}`, onPage({}, async ({ page, server }) => {
    for (const size of sizes) {
      await page.setViewportSize(size);
      const { connect_link: link } = await server.createSession();
      await page.goto(`${link}&lang=${lang}`);
      await page.locator('.languages summary').click();
      await assertAccessible(page);
      await screenshot(page, `language-${lang}-picker`, 'light');
      await page.locator('a.row[href$="helpdesk"]').click();
      await page.locator('.actions .button').first().click();
      await page.locator('[data-summary]').waitFor();
      // Each text of the pseudo-locale has brackets of its own, so that none is a part of another.
      if (lang !== 'en-XA') await assertAccessible(page);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      await screenshot(page, `language-${lang}-form`, 'light');
    }
  }));
}
