// Connections in admin: found by filters, looked at, edited, shown to the password, mended by a link, ended with a receipt;
// the security page and the policy lines for host pages. Each page in both themes, at every size, with axe.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { alice, connect, signedIn } from '../support/admin.js';
import { assertAccessible } from '../support/axe.js';
import { heading } from '../support/connect.js';
import { screenshot, sizes, themes } from '../support/screenshots.js';
import { stage } from '../support/stage.js';

const { onPage } = stage();

const ofAdmin = (address) => address.includes('/admin');
const rulesFor = { light: undefined, dark: ['color-contrast'] };

async function look(page, name) {
  for (const viewport of sizes) {
    await page.setViewportSize(viewport);
    const fits = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
    assert.ok(fits, `${name}: no sideways scrolling at ${viewport.width} px`);
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme });
      await screenshot(page, `admin-${name}`, colorScheme);
      await assertAccessible(page, ofAdmin, rulesFor[colorScheme]);
    }
  }
}

const press = async (page, name) => {
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name, exact: true }).click()]);
};

const follow = async (page, name) => {
  await Promise.all([page.waitForEvent('load'), page.getByRole('link', { name }).click()]);
};

suite('connections in admin', () => {
  test('a connection is found, looked at, edited, opened with the password, and ended', onPage({}, async ({ page, context, server }) => {
    const secret = 'demo-canary-77';
    const params = { subdomain: 'globex' };
    await connect(server, 'helpdesk', { apiKey: secret, params, tags: { team: 'red' } });
    await signedIn(context, server);
    await page.goto(`${server.origin}/admin/connections?tag=team%3Dred`);
    await look(page, 'connections-sieved');
    await page.getByLabel('Health').selectOption({ label: 'Refresh failed' });
    await press(page, 'Search');
    await page.getByText('No connection fits all of these filters').waitFor();
    await follow(page, 'Clear filters');
    await follow(page, /bob@acme\.example/);
    await look(page, 'connection');
    await press(page, 'Refresh now');
    await page.getByRole('status').filter({ hasText: 'nothing to refresh' }).waitFor();

    await follow(page, 'Edit tags and metadata');
    await page.getByLabel('Metadata').fill('{');
    await press(page, 'Save');
    await page.getByText('This is not JSON').waitFor();
    await look(page, 'connection-edit');
    await page.getByLabel('Metadata').fill('{"plan": "pro"}');
    await press(page, 'Save');
    await page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor();

    await follow(page, 'Show secrets…');
    assert.ok(!(await page.content()).includes(secret));
    await page.getByLabel('Your password', { exact: true }).fill('wrong horse battery');
    await press(page, 'Show secrets');
    await page.getByText('This is not your password').waitFor();
    await look(page, 'connection-reveal');
    await page.getByLabel('Your password', { exact: true }).fill(alice.password);
    await press(page, 'Show secrets');
    assert.equal(await page.getByLabel('apiKey', { exact: true }).inputValue(), secret);
    assert.ok(!page.url().includes(secret) && !page.url().includes('horse'));
    await look(page, 'connection-revealed');
    await follow(page, 'Done');
    await page.getByText('The secrets were shown').waitFor();

    await press(page, 'Make a reconnect link');
    assert.match(await page.getByLabel('Link', { exact: true }).inputValue(), /\/l\/[0-9a-f]{32}$/);
    await page.goBack();
    await follow(page, 'Disconnect…');
    await press(page, 'Disconnect');
    assert.equal(await heading(page).innerText(), 'Disconnected');
    await page.getByText('The service offers no way to end the access there').waitFor();
    await look(page, 'connection-receipt');
  }));

  test('the security page and the lines for the host page are read in both themes', onPage({}, async ({ page, context, server }) => {
    await signedIn(context, server);
    await page.goto(`${server.origin}/admin/security`);
    await page.getByRole('heading', { name: 'Encryption keys' }).waitFor();
    await look(page, 'security');
    await page.goto(`${server.origin}/admin/environment/origins`);
    assert.equal(await page.getByLabel('frame-src', { exact: true }).inputValue(), `frame-src 'self' ${server.origin}`);
    await look(page, 'origins');
  }));
});
