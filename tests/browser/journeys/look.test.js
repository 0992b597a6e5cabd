// Every page in both themes, on a phone and on a desktop: nothing for axe to find, nothing wider than the window.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible } from '../support/axe.js';
import { field, heading, openConnectUI, send } from '../support/connect.js';
import { screenshot, sizes, themes } from '../support/screenshots.js';
import { stage } from '../support/stage.js';

const { onPage } = stage();

const open = (...integrations) => async (page, server, theme) => {
  const { connect_link: link } = await server.createSession(...integrations);
  await page.goto(`${link}&theme=${theme}`);
};

const filled = (integration, fields, until) => async (page, server, theme) => {
  await open(integration)(page, server, theme);
  for (const [label, value] of Object.entries(fields)) await field(page, label).fill(value);
  await send(page);
  await until(page);
};

const titled = (pattern) => (page) => page.waitForFunction((source) => new RegExp(source).test(document.title), pattern.source);

const asked = async (page, server, theme) => {
  const { body } = await server.api('POST', '/connect/sessions', {
    tags: { end_user_email: 'alice@acme.example' },
    connect_ui: { app_name: 'Acme', verify: 'email_code' },
  });
  await page.goto(`${body.data.connect_link}&theme=${theme}`);
};
const press = (page, name) => page.getByRole('button', { name }).click();
const sent = async (page, server, theme) => {
  await asked(page, server, theme);
  await press(page, 'Send the code');
  await page.getByLabel('Code from the e-mail').waitFor();
};
const mistyped = async (page, server, theme) => {
  await sent(page, server, theme);
  await press(page, 'Continue');
  await titled(/^Error/)(page);
};

// Each page by name, and how its reader comes to it.
const pages = {
  picker: open(),
  'form-api-key': open('postbox'),
  'form-prefix-and-suffix': open('helpdesk'),
  'form-basic': open('ledger'),
  'form-select': open('metrics'),
  'form-optional': open('storefront'),
  'form-private-key': open('signer'),
  'form-no-input': open('calendar'),
  'form-missing': filled('helpdesk', {}, titled(/^Error/)),
  'form-refused': filled('postbox', { 'API key': 'wrong' }, titled(/^Error/)),
  'form-broken': filled('postbox', { 'API key': 'demo-broken' }, titled(/^Error/)),
  done: filled('postbox', { 'API key': 'demo-1234' }, (page) => heading(page).filter({ hasText: 'is connected' }).waitFor()),
  'verify-unsent': asked,
  'verify-sent': sent,
  'verify-wrong': mistyped,
  bare: (page, server, theme) => page.goto(`${server.origin}/?theme=${theme}`),
  expired: (page, server, theme) => page.goto(`${server.origin}/?session_token=nango_connect_session_${'0'.repeat(64)}&theme=${theme}`),
  'not-found': (page, server, theme) => page.goto(`${server.origin}/ui/nothing-here?theme=${theme}`),
};

// The ground that the reader sees: the body's, else the document's.
const groundIsDark = (page) => page.evaluate(() => {
  const grounds = [document.body, document.documentElement].map((one) => getComputedStyle(one).backgroundColor);
  const canvas = document.createElement('canvas').getContext('2d');
  canvas.fillStyle = grounds.find((one) => !/^(transparent|rgba\(0, 0, 0, 0\))$/.test(one)) ?? 'white';
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
  return red + green + blue < 384;
});

for (const [name, reach] of Object.entries(pages)) {
  for (const theme of themes) {
    for (const viewport of sizes) {
      test(`${name}, ${theme}, ${viewport.width} px`, onPage({ viewport }, async ({ page, server }) => {
        await reach(page, server, theme);
        await heading(page).waitFor();
        await screenshot(page, name, theme);
        await assertAccessible(page);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'no sideways scrolling');
      }));
    }
  }
}

test('the theme of the address wins over the device', onPage({ colorScheme: 'light' }, async ({ page, server }) => {
  await open()(page, server, 'dark');
  assert.equal(await groundIsDark(page), true);
}));

test('system follows the device while the page is open', onPage({ colorScheme: 'light' }, async ({ page, server }) => {
  await open()(page, server, 'system');
  assert.equal(await groundIsDark(page), false);
  await page.emulateMedia({ colorScheme: 'dark' });
  assert.equal(await groundIsDark(page), true);
}));

for (const theme of themes) {
  test(`in the frame, ${theme}`, onPage({ viewport: sizes[1] }, async ({ page, host, server }) => {
    const ui = await openConnectUI(page, host, server, await server.createSession('postbox'), { themeOverride: theme });
    await field(ui, 'API key').waitFor();
    await screenshot(page, 'frame', theme);
    await assertAccessible(page, (address) => address.startsWith(server.origin));
  }));
}

test('at 400 % zoom everything is still there', onPage({ viewport: { width: 320, height: 256 } }, async ({ page, server }) => {
  await open('helpdesk')(page, server, 'light');
  await field(page, 'Subdomain').fill('acme');
  await field(page, 'Access token').fill('demo-1234');
  await send(page);
  await heading(page).filter({ hasText: 'is connected' }).waitFor();
}));
