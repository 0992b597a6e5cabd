// A link for a person: made in admin, sent, opened on another machine, used up; and one that is withdrawn.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signedIn } from '../support/admin.js';
import { assertAccessible } from '../support/axe.js';
import { field, heading, send } from '../support/connect.js';
import { screenshot, sizes, themes } from '../support/screenshots.js';
import { stage } from '../support/stage.js';

const { onPage } = stage();

async function makeLink(page, server, { person, code = false } = {}) {
  await page.goto(`${server.origin}/admin/connect-links`);
  await page.getByLabel('Person’s id').fill(person);
  await page.getByLabel(/^E-mail address/).fill('alice@acme.example');
  await page.getByLabel(/^Postbox/).check();
  await page.getByLabel('Good for').selectOption({ label: '3 days' });
  if (code) await page.getByLabel(/Ask for a code/).check();
  await page.getByRole('button', { name: 'Make link' }).click();
  await heading(page).filter({ hasText: 'Your new connect link' }).waitFor();
  return page.getByLabel('Link', { exact: true }).inputValue();
}

// Somebody else's browser.
async function elsewhere(browser, options = {}) {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  context.setDefaultTimeout(10_000);
  return { page: await context.newPage(), close: () => context.close() };
}

for (const javaScriptEnabled of [true, false]) {
  test(`a link is made, survives a wrong key and is used up by the right one, ${javaScriptEnabled ? 'with' : 'without'} scripts`, onPage({ javaScriptEnabled }, async ({ page, context, server, browser }) => {
    await signedIn(context, server);
    const link = await makeLink(page, server, { person: `p-${javaScriptEnabled}` });
    assert.match(link, /\/l\/[0-9a-f]{32}$/);
    await page.getByRole('img', { name: 'QR code of the link' }).waitFor();
    const other = await elsewhere(browser, { javaScriptEnabled });
    await other.page.goto(link);
    await other.page.getByText('as alice@acme.example').waitFor();
    await field(other.page, 'API key').fill('wrong');
    await send(other.page);
    await other.page.locator('#summary').waitFor();
    await other.page.goto(link);
    await field(other.page, 'API key').fill('demo-1');
    await send(other.page);
    await heading(other.page).filter({ hasText: 'Postbox is connected' }).waitFor();
    await other.page.goto(link);
    await heading(other.page).filter({ hasText: 'This link has done its work' }).waitFor();
    await other.close();
  }));
}

test('a link can ask for a code, and a withdrawn one says so in the language of who opens it', onPage({}, async ({ page, context, server, browser, mail }) => {
  await signedIn(context, server);
  const link = await makeLink(page, server, { person: 'p-code', code: true });
  const other = await elsewhere(browser, { locale: 'de-DE' });
  await other.page.goto(link);
  await heading(other.page).filter({ hasText: 'Sind Sie es?' }).waitFor();
  await other.page.getByRole('button', { name: 'Code senden' }).click();
  await field(other.page, 'Code aus der E-Mail').fill(mail.code());
  await other.page.getByRole('button', { name: 'Weiter' }).click();
  await field(other.page, 'API-Schlüssel').waitFor();
  await page.goto(`${server.origin}/admin/connect-links`);
  await page.getByRole('link', { name: /^Revoke/ }).first().click();
  await page.getByRole('button', { name: 'Revoke link' }).click();
  await page.getByText('The link is revoked.').waitFor();
  await other.page.goto(link);
  await heading(other.page).filter({ hasText: 'Dieser Link wurde zurückgezogen' }).waitFor();
  await other.close();
}));

test('the pages of links are accessible and look right', onPage({}, async ({ page, context, server }) => {
  await signedIn(context, server);
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme });
    for (const size of sizes) {
      await page.setViewportSize(size);
      await makeLink(page, server, { person: 'p-look' });
      await assertAccessible(page);
      await screenshot(page, 'connect-link-new', theme);
      await page.goto(`${server.origin}/admin/connect-links`);
      await assertAccessible(page);
      await screenshot(page, 'connect-links', theme);
    }
  }
}));
