// The user's own page: opened by the published SDK, hosted, without scripts; what is connected is renamed, reconnected and
// disconnected there. A half-filled form comes back, and a key of the wrong kind is told before it is sent.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connect } from '../support/admin.js';
import { assertAccessible } from '../support/axe.js';
import { field, heading, heard, openConnectUI, settled } from '../support/connect.js';
import { screenshot, sizes, themes } from '../support/screenshots.js';
import { stage } from '../support/stage.js';

const { onPage } = stage();

async function managed(server, person) {
  const made = await server.api('POST', '/connect/sessions', {
    tags: { end_user_id: person, end_user_email: `${person}@acme.example` },
    connect_ui: { view: 'manage', app_name: 'Acme' },
  });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  return made.body.data;
}

const helpdesk = (server, person, subdomain = 'acme') => connect(server, 'helpdesk', {
  apiKey: 'demo-old', params: { subdomain }, tags: { end_user_id: person },
});

const titled = (ui, text) => heading(ui).filter({ hasText: text }).waitFor();
const press = (ui, name) => ui.getByRole('button', { name }).press('Enter');

test('the SDK opens it: rename, reconnect in place, connect another, disconnect; the host hears of it', onPage({}, async ({ page, server, host }) => {
  const id = await helpdesk(server, 'm-1');
  const ui = await openConnectUI(page, host, server, await managed(server, 'm-1'));
  await titled(ui, 'Your connected accounts');
  await ui.getByText('Works').waitFor();
  await assertAccessible(page, (url) => url.startsWith(server.origin));

  await ui.getByRole('link', { name: /^Rename Helpdesk/ }).press('Enter');
  await titled(ui, 'Name your Helpdesk account');
  await ui.getByRole('textbox', { name: 'Name' }).fill('Support team');
  await press(ui, 'Save');
  await ui.getByRole('heading', { name: 'Support team' }).waitFor();

  await press(ui, 'Reconnect Support team');
  await titled(ui, 'Reconnect your Helpdesk account');
  assert.equal(await field(ui, 'Subdomain').inputValue(), 'acme');
  await field(ui, 'Access token').fill('demo-new');
  await press(ui, 'Reconnect');
  await titled(ui, 'Helpdesk is reconnected');
  assert.equal((await heard(page, 'reconnect')).payload.connectionId, id);
  assert.equal((await heard(page, 'connect')).payload.connectionId, id);
  await ui.getByRole('link', { name: 'Back to your accounts' }).press('Enter');

  await ui.getByRole('link', { name: 'Connect another account' }).press('Enter');
  await ui.getByRole('link', { name: /^Postbox/ }).press('Enter');
  await field(ui, 'API key').fill('demo-1');
  await press(ui, 'Connect');
  await titled(ui, 'Postbox is connected');
  await ui.getByRole('link', { name: 'Back to your accounts' }).press('Enter');
  await titled(ui, 'Your connected accounts');
  assert.equal(await ui.locator('.account').count(), 2);

  await ui.getByRole('link', { name: 'Disconnect Support team' }).press('Enter');
  await titled(ui, 'Disconnect your Helpdesk account?');
  await press(ui, 'Disconnect');
  await titled(ui, 'Helpdesk is disconnected');
  const { payload } = await heard(page, 'disconnect');
  assert.deepEqual(payload, { providerConfigKey: 'helpdesk', connectionId: id });
  await assertAccessible(page, (url) => url.startsWith(server.origin));
  await ui.getByRole('link', { name: 'Back to your accounts' }).press('Enter');
  await ui.locator('.account').first().waitFor();
  assert.equal(await ui.locator('.account').count(), 1);
  const gone = await server.api('GET', `/connections/${id}?provider_config_key=helpdesk`);
  assert.equal(gone.status, 404);
}));

test('on a page of its own, without scripts', onPage({ javaScriptEnabled: false }, async ({ page, server }) => {
  await helpdesk(server, 'm-2');
  await page.goto((await managed(server, 'm-2')).connect_link);
  await titled(page, 'Your connected accounts');
  await page.getByRole('button', { name: /^Reconnect/ }).press('Enter');
  await titled(page, 'Reconnect your Helpdesk account');
  await page.getByRole('link', { name: 'Back' }).press('Enter');
  await titled(page, 'Your connected accounts');
  await page.getByRole('link', { name: /^Disconnect/ }).press('Enter');
  await page.getByRole('button', { name: 'Disconnect' }).press('Enter');
  await titled(page, 'Helpdesk is disconnected');
  await page.getByRole('link', { name: 'Back to your accounts' }).press('Enter');
  await page.getByText('Nothing is connected to Acme yet.').waitFor();
}));

test('every page of it in both themes, on a phone and wide, in English and German', onPage({}, async ({ page, server }) => {
  await helpdesk(server, 'm-3', 'globex');
  await connect(server, 'postbox', { apiKey: 'demo-1', tags: { end_user_id: 'm-3' } });
  const { connect_link: link } = await managed(server, 'm-3');
  for (const language of ['en', 'de']) {
    for (const theme of themes) {
      await page.goto(`${link}&theme=${theme}&lang=${language}`);
      const list = page.url();
      const pages = [['list', list]];
      for (const [name, at] of [['name', 0], ['disconnect', 1]]) {
        pages.push([name, new URL(await page.locator('.deeds a').nth(at).getAttribute('href'), list).href]);
      }
      for (const [name, address] of pages) {
        await page.goto(address);
        for (const size of sizes) {
          await page.setViewportSize(size);
          await assertAccessible(page);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
          assert.equal(wide, false, `${name} ${language} ${size.width}`);
          await screenshot(page, `manage-${name}-${language}`, theme);
        }
      }
    }
  }
}));

test('what was typed is there after a reload and in another browser; never the secret', onPage({}, async ({ page, server, browser }) => {
  const session = await server.createSession('helpdesk');
  await page.goto(session.connect_link);
  await settled(page);
  await field(page, 'Access token').fill('demo-secret');
  const kept = page.waitForRequest((request) => request.url().endsWith('/draft'));
  await field(page, 'Subdomain').fill('globex');
  const sent = (await kept).postData();
  assert.ok(sent.includes('globex') && !sent.includes('demo-secret'), sent);
  const other = await browser.newContext({ locale: 'en-GB' });
  try {
    const there = await other.newPage();
    // The beacon is answered before anybody can open a link elsewhere; here it is a matter of milliseconds.
    for (let tries = 0; tries < 20; tries += 1) {
      await there.goto(session.connect_link);
      if (await field(there, 'Subdomain').inputValue() === 'globex') break;
    }
    await there.getByText('Continue where you left off').waitFor();
    assert.equal(await field(there, 'Access token').inputValue(), '');
    await assertAccessible(there);
    for (const theme of themes) {
      await there.goto(`${session.connect_link}&theme=${theme}`);
      for (const size of sizes) {
        await there.setViewportSize(size);
        await screenshot(there, 'resume', theme);
      }
    }
    await there.getByRole('button', { name: 'Start over' }).click();
    await there.waitForFunction(() => document.querySelector('[name="params.subdomain"]').value === '');
  } finally {
    await other.close();
  }
}));

test('a key of another service is told at its field', onPage({ locale: 'de-DE' }, async ({ page, server }) => {
  const session = await server.createSession('helpdesk');
  await page.goto(session.connect_link);
  await field(page, 'Subdomain').fill('acme');
  await field(page, 'Zugriffstoken').fill('ghp_0123456789abcdef0123456789abcdef0123');
  await page.getByRole('button', { name: 'Verbinden' }).press('Enter');
  await page.locator('.problem').filter({ hasText: 'Das sieht nach einem Schlüssel von GitHub aus' }).waitFor();
  await assertAccessible(page);
  await page.setViewportSize(sizes[0]);
  await screenshot(page, 'hint', 'light');
  await field(page, 'Zugriffstoken').fill('demo-1');
  await page.getByRole('button', { name: 'Verbinden' }).press('Enter');
  await titled(page, 'Helpdesk ist verbunden');
}));
