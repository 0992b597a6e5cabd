// Connecting at a service that asks for consent on its own pages: as a page, in the frame, and through the SDK.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible } from '../support/axe.js';
import { field, heading, heard, openConnectUI, send } from '../support/connect.js';
import { screenshot } from '../support/screenshots.js';
import { stage } from '../support/stage.js';

const { onPage } = stage();

// With a key: a page that acts without input ignores the pointer at first, and without scripts nothing waits for that.
const proceed = (ui) => ui.getByRole('button', { name: /^Continue to/ }).press('Enter');
const allow = (window) => window.getByRole('button', { name: 'Allow' }).click();
const deny = (window) => window.getByRole('button', { name: 'Deny' }).click();
const isOver = (window) => (window.isClosed() ? null : window.waitForEvent('close'));

// The window that opens by itself when `act` is done.
const windowOf = async (context, act) => (await Promise.all([context.waitForEvent('page'), act()]))[0];

for (const javaScriptEnabled of [true, false]) {
  const scripts = javaScriptEnabled ? 'with scripts' : 'without scripts';

  test(`the hosted page leaves for the service and comes back, ${scripts}`, onPage({ javaScriptEnabled }, async ({ page, server }) => {
    await page.goto((await server.createSession('agenda')).connect_link);
    await proceed(page);
    await allow(page);
    await heading(page).filter({ hasText: 'Agenda is connected' }).waitFor();
    assert.match(page.url(), /\/ui\/[0-9a-f]{64}\/done\//);
  }));

  test(`a no at the service leads back to the form, ${scripts}`, onPage({ javaScriptEnabled }, async ({ page, server }) => {
    await page.goto((await server.createSession('agenda')).connect_link);
    await proceed(page);
    await deny(page);
    await heading(page).filter({ hasText: 'Agenda was not connected' }).waitFor();
    await page.getByText('Access was not allowed at Agenda').waitFor();
    await page.getByRole('link', { name: 'Try again' }).click();
    await proceed(page);
    await allow(page);
    await heading(page).filter({ hasText: 'Agenda is connected' }).waitFor();
  }));

  test(`what the service's address needs is asked first, ${scripts}`, onPage({ javaScriptEnabled }, async ({ page, server }) => {
    await page.goto((await server.createSession('notebook')).connect_link);
    await field(page, 'Subdomain').fill('evil.com/#');
    await proceed(page);
    await page.getByRole('heading', { name: 'One thing needs your attention' }).waitFor();
    await field(page, 'Subdomain').fill('acme');
    await proceed(page);
    await allow(page);
    await heading(page).filter({ hasText: 'Notebook is connected' }).waitFor();
  }));
}

test('in the frame the service opens in a window of its own and the frame notices', onPage({}, async ({ page, context, host, server }) => {
  const ui = await openConnectUI(page, host, server, await server.createSession('agenda'));
  const popup = await windowOf(context, () => proceed(ui));
  await heading(ui).filter({ hasText: 'Waiting for Agenda' }).waitFor();
  await assertAccessible(page, (address) => address.startsWith(server.origin));
  await screenshot(page, 'oauth-waiting', 'light');
  await allow(popup);
  await heading(ui).filter({ hasText: 'Agenda is connected' }).waitFor();
  assert.ok((await heard(page, 'connect')).payload.connectionId);
  await isOver(popup);
}));

test('in the frame, with fields: the button stands on the next page', onPage({}, async ({ page, context, host, server }) => {
  const ui = await openConnectUI(page, host, server, await server.createSession('notebook'));
  await field(ui, 'Subdomain').fill('acme');
  await proceed(ui);
  await heading(ui).filter({ hasText: 'Continue at Notebook' }).waitFor();
  const popup = await windowOf(context, () => proceed(ui));
  await allow(popup);
  await heading(ui).filter({ hasText: 'Notebook is connected' }).waitFor();
}));

test('a closed window is no failure: it opens again, or the person cancels', onPage({}, async ({ page, context, host, server }) => {
  const ui = await openConnectUI(page, host, server, await server.createSession('agenda'));
  const first = await windowOf(context, () => proceed(ui));
  await first.getByRole('button', { name: 'Allow' }).waitFor();
  await first.close();
  const again = () => ui.getByRole('button', { name: 'Open Agenda again' }).click();
  const second = await windowOf(context, again);
  await second.getByRole('button', { name: 'Allow' }).waitFor();
  await ui.getByRole('button', { name: 'Cancel' }).click();
  await ui.getByRole('button', { name: /^Continue to/ }).waitFor();
  await allow(second);
  await heading(second).filter({ hasText: 'Agenda was not connected' }).waitFor();
  await second.getByText('You cancelled').waitFor();
}));

test('a no in the window is told in the frame', onPage({}, async ({ page, context, host, server }) => {
  const ui = await openConnectUI(page, host, server, await server.createSession('agenda'));
  const popup = await windowOf(context, () => proceed(ui));
  await deny(popup);
  await heading(popup).filter({ hasText: 'Agenda was not connected' }).waitFor();
  await heading(ui).filter({ hasText: 'Agenda was not connected' }).waitFor();
}));

const auth = (page, server, session, key) => page.evaluate(
  (given) => { window.outcome = window.auth(...given); },
  [server.origin, session.token, key],
);
const outcome = (page) => page.evaluate(() => window.outcome);

test("the SDK's own auth: allowed", onPage({}, async ({ page, context, host, server }) => {
  await page.goto(host.url);
  await page.locator('html[data-ready]').waitFor();
  const session = await server.createSession('agenda');
  const popup = await windowOf(context, () => auth(page, server, session, 'agenda'));
  await allow(popup);
  const { result, error } = await outcome(page);
  assert.ifError(error);
  assert.equal(result.providerConfigKey, 'agenda');
  const { status, body } = await server.api('GET', `/connections/${result.connectionId}?provider_config_key=agenda`);
  assert.equal(status, 200);
  assert.equal(body.credentials.type, 'OAUTH2');
  assert.ok(body.credentials.access_token);
}));

test("the SDK's own auth: denied", onPage({}, async ({ page, context, host, server }) => {
  await page.goto(host.url);
  await page.locator('html[data-ready]').waitFor();
  const session = await server.createSession('agenda');
  const popup = await windowOf(context, () => auth(page, server, session, 'agenda'));
  await deny(popup);
  const { error } = await outcome(page);
  assert.equal(error.type, 'callback_err');
}));

test('a link to the start shows who connects what, and asks', onPage({}, async ({ page, server }) => {
  const { token } = await server.createSession('agenda');
  await page.goto(`${server.origin}/oauth/connect/agenda?connect_session_token=${token}`);
  await page.getByText('alice@acme.example').waitFor();
  await assertAccessible(page);
  await screenshot(page, 'oauth-interstitial', 'light');
  await proceed(page);
  await allow(page);
  await heading(page).filter({ hasText: 'Agenda is connected' }).waitFor();
}));

test('the way back is for the browser that left, and for nobody else', onPage({}, async ({ page, browser, server }) => {
  await page.goto((await server.createSession('agenda')).connect_link);
  await proceed(page);
  await page.getByRole('button', { name: 'Allow' }).waitFor();
  const victim = await browser.newContext();
  const other = await victim.newPage();
  await other.goto(page.url());
  await allow(other);
  await heading(other).filter({ hasText: 'Please finish where you started' }).waitFor();
  const { body } = await server.api('GET', '/connections?integrationId=agenda');
  const before = body.connections.length;
  await victim.close();
  await allow(page);
  await heading(page).filter({ hasText: 'Agenda is connected' }).waitFor();
  const after = await server.api('GET', '/connections?integrationId=agenda');
  assert.equal(after.body.connections.length, before + 1);
}));

test('a host that cuts its openers: the window opens once, and the frame notices all the same', onPage({}, async ({ page, context, host, server }) => {
  const at = { url: `${host.url}isolated` };
  const ui = await openConnectUI(page, at, server, await server.createSession('agenda'));
  const popup = await windowOf(context, () => proceed(ui));
  await allow(popup);
  await heading(ui).filter({ hasText: 'Agenda is connected' }).waitFor();
  assert.ok((await heard(page, 'connect')).payload.connectionId);
}));

test('a host that tells no referrer: one page more, then as always', onPage({}, async ({ page, context, host, server }) => {
  await page.goto(`${host.url}silent`);
  await page.locator('html[data-ready]').waitFor();
  const session = await server.createSession('agenda');
  const popup = await windowOf(context, () => auth(page, server, session, 'agenda'));
  await popup.getByText('We cannot see where the link').waitFor();
  await proceed(popup);
  await allow(popup);
  assert.ok((await outcome(page)).result.connectionId);
}));

test('OAuth 1 goes the same way', onPage({}, async ({ page, server }) => {
  await page.goto((await server.createSession('gallery')).connect_link);
  await proceed(page);
  await allow(page);
  await heading(page).filter({ hasText: 'Gallery is connected' }).waitFor();
}));

test('with a window that was closed, the SDK gives up only where it was told to look', onPage({}, async ({ page, context, host, server }) => {
  await page.goto(host.url);
  await page.locator('html[data-ready]').waitFor();
  const session = await server.createSession('agenda');
  const watched = () => page.evaluate(
    (given) => { window.outcome = window.auth(...given); },
    [server.origin, session.token, 'agenda', { detectClosedAuthWindow: true }],
  );
  const popup = await windowOf(context, watched);
  await popup.getByRole('button', { name: 'Allow' }).waitFor();
  await popup.close();
  assert.equal((await outcome(page)).error.type, 'window_closed');
}));
