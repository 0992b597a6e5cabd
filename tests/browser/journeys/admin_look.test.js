// Every page of the admin in both themes, on a phone and on a desktop: nothing for axe to find, nothing wider than the window.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { connect, setupLink, signedIn } from '../support/admin.js';
import { assertAccessible } from '../support/axe.js';
import { heading } from '../support/connect.js';
import { screenshot, sizes, themes } from '../support/screenshots.js';
import { stage } from '../support/stage.js';

const { onPage } = stage();

// A click that leads to another page, and that page.
const leads = (page, target) => Promise.all([page.waitForEvent('load'), target.click()]);
const link = (page, name) => leads(page, page.getByRole('link', { name }).first());
const press = (page, name) => leads(page, page.getByRole('button', { name }));
const at = (path) => (page, server) => page.goto(`${server.origin}/admin${path}`);

// Before anybody has an account.
const doors = {
  'set-up': async (page, server) => page.goto(await setupLink(server)),
  'set-up-short': async (page, server) => {
    await page.goto(await setupLink(server));
    await page.getByLabel('Password', { exact: true }).fill('short');
    await press(page, 'Make account and sign in');
  },
  'sign-in': at('/sign-in'),
  'sign-in-wrong': async (page, server) => {
    await at('/sign-in')(page, server);
    await page.getByLabel('Name').fill('alice');
    await page.getByLabel('Password', { exact: true }).fill('wrong');
    await press(page, 'Sign in');
  },
  'signed-out': at('/sign-in?done=signed-out'),
};

// Before anybody has connected.
const fresh = {
  'set-up-used': async (page, server) => page.goto(await setupLink(server)),
  'connections-empty': at('/connections'),
  integrations: at('/integrations'),
  catalogue: at('/catalogue'),
  'catalogue-search': at('/catalogue?q=zen'),
  'catalogue-nothing': at('/catalogue?q=nothing+like+it'),
  'integration-new': at('/catalogue/zendesk-api-key'),
  integration: at('/integrations/helpdesk'),
  'integration-delete': at('/integrations/helpdesk/delete'),
  'connect-ui': at('/environment/connect-ui'),
  'connect-ui-refused': async (page, server) => {
    await at('/environment/connect-ui')(page, server);
    await page.getByLabel('Primary colour in light', { exact: true }).fill('url(x)');
    await page.getByLabel('Allowed origins').fill('https://app.acme.example/path');
    await press(page, 'Save');
    await page.getByText('Nothing was saved yet').waitFor();
  },
  'webhooks-wrong': async (page, server) => {
    await at('/environment/webhooks')(page, server);
    await page.getByLabel('Address', { exact: true }).fill('nowhere');
    await press(page, 'Save');
    await page.getByText('Nothing was saved').waitFor();
  },
  'webhook-key': async (page, server) => {
    await at('/environment/webhooks')(page, server);
    await press(page, 'Make a new key');
    await heading(page).filter({ hasText: 'Your new signing key' }).waitFor();
  },
  'api-keys': at('/api-keys'),
  'api-key-wrong': async (page, server) => {
    await at('/api-keys')(page, server);
    await page.getByLabel('Everything in this environment').uncheck();
    await page.getByLabel('Name').evaluate((input) => input.removeAttribute('required'));
    await press(page, 'Make key');
    await page.getByText('No key was made yet').waitFor();
  },
  'api-key-made': async (page, server) => {
    await at('/api-keys')(page, server);
    await page.getByLabel('Name').fill('Backend, production');
    await press(page, 'Make key');
    await heading(page).filter({ hasText: 'Your new API key' }).waitFor();
  },
  'api-key-revoke': async (page, server) => {
    await at('/api-keys')(page, server);
    await link(page, /^Revoke/);
  },
  environments: at('/environments'),
  'environment-wrong': async (page, server) => {
    await at('/environments')(page, server);
    await page.getByLabel('Name').fill('Not a name!');
    await press(page, 'Make environment');
    await page.getByText('No environment was made yet').waitFor();
  },
  'environment-change': async (page, server) => {
    await at('/environments')(page, server);
    await link(page, /^Change/);
  },
  variables: at('/environment/variables'),
  'variable-wrong': async (page, server) => {
    await at('/environment/variables')(page, server);
    await page.getByLabel('Name').fill('WITH SPACES');
    await page.getByLabel('Value', { exact: true }).fill('x');
    await press(page, 'Store variable');
    await page.getByText('Nothing was stored yet').waitFor();
  },
  'variable-stored': async (page, server) => {
    await at('/environment/variables')(page, server);
    await page.getByLabel('Name').fill('REGION');
    await page.getByLabel('Value', { exact: true }).fill('eu-central');
    await press(page, 'Store variable');
    await page.getByText('REGION').first().waitFor();
  },
  'variable-delete': async (page, server) => {
    await at('/environment/variables')(page, server);
    await page.getByLabel('Name').fill('REGION');
    await page.getByLabel('Value', { exact: true }).fill('eu-central');
    await press(page, 'Store variable');
    await link(page, /^Delete/);
  },
  account: at('/account'),
  'account-wrong': async (page, server) => {
    await at('/account')(page, server);
    await page.getByLabel('Current password', { exact: true }).fill('wrong');
    await page.getByLabel('New password', { exact: true }).fill('short');
    await press(page, 'Change password');
    await page.getByText('Your password is the same as before').waitFor();
  },
  audit: at('/audit'),
  'not-found': at('/integrations/nothing'),
};

// Connections, made once.
let making;
const made = (server) => {
  const long = 'a.rather.long.address.of.somebody@engineering.acme.example';
  making ??= connect(server, 'ledger', { username: 'alice', password: 'demo-1234' })
    .then(() => connect(server, 'helpdesk', { apiKey: 'demo-1234', params: { subdomain: 'acme' }, tags: { end_user_email: long } }));
  return making;
};

const connected = {
  connections: at('/connections'),
  connection: async (page, server) => {
    await at('/connections')(page, server);
    await leads(page, page.locator('.row').first());
  },
  webhooks: async (page, server) => {
    await at('/environment/webhooks')(page, server);
    await page.getByLabel('Address', { exact: true }).fill('http://127.0.0.1:9/nobody-listens');
    await press(page, 'Save');
    await connect(server, 'ledger', { username: 'alice', password: 'demo-1234' });
    const tried = page.getByText('could not be reached');
    while (!(await tried.isVisible())) await page.reload();
  },
  disconnect: async (page, server) => {
    await at('/connections')(page, server);
    await leads(page, page.locator('.row').first());
    await link(page, /^Disconnect/);
  },
};

const noSidewaysScrolling = (page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

const ofAdmin = (address) => address.includes('/admin');
// Colours are all that the dark theme changes.
const rulesFor = { light: undefined, dark: ['color-contrast'] };

// A page is come to once, and looked at four times; the preview in a frame is looked at by itself elsewhere.
async function look(page, name) {
  await heading(page).waitFor();
  for (const viewport of sizes) {
    await page.setViewportSize(viewport);
    assert.ok(await noSidewaysScrolling(page), `no sideways scrolling at ${viewport.width} px`);
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme });
      await screenshot(page, `admin-${name}`, colorScheme);
      await assertAccessible(page, ofAdmin, rulesFor[colorScheme]);
    }
  }
}

// Two at a time: while one page is drawn, another is judged.
const looks = (title, pages, open) => suite(title, { concurrency: 2 }, () => {
  for (const [name, reach] of Object.entries(pages)) {
    test(name, onPage({}, async (parts) => {
      await open(parts);
      await reach(parts.page, parts.server);
      await look(parts.page, name);
    }));
  }
});

looks('before the set-up', doors, () => {});
looks('before anybody has connected', fresh, ({ context, server }) => signedIn(context, server));
looks('with connections', connected, async ({ context, server }) => {
  await signedIn(context, server);
  await made(server);
});
