// Admin's logs: what happened in an attempt, who can fix it, and how far people come.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { connect, signedIn } from '../support/admin.js';
import { assertAccessible } from '../support/axe.js';
import { field, heading, send } from '../support/connect.js';
import { screenshot, sizes, themes } from '../support/screenshots.js';
import { stage } from '../support/stage.js';

const { onPage } = stage();

const ofAdmin = (address) => address.includes('/admin');
const rulesFor = { light: undefined, dark: ['color-contrast'] };

async function look(page, name) {
  for (const viewport of sizes) {
    await page.setViewportSize(viewport);
    const fits = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
    assert.ok(fits, `no sideways scrolling at ${viewport.width} px`);
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme });
      await screenshot(page, `admin-${name}`, colorScheme);
      await assertAccessible(page, ofAdmin, rulesFor[colorScheme]);
    }
  }
}

// Steps are written once a second.
async function until(page, shown) {
  while (!(await shown.first().isVisible())) await page.reload();
}

// One who types a wrong key, and one who connects.
async function attempts(page, server) {
  const made = await server.api('POST', '/connect/sessions', {
    tags: { end_user_id: 'u-7', end_user_email: 'carol@acme.example' }, allowed_integrations: ['helpdesk'],
  });
  await page.goto(made.body.data.connect_link);
  await field(page, 'Subdomain').fill('acme');
  await field(page, 'Access token').fill('wrong-canary');
  await send(page);
  await connect(server, 'ledger', { username: 'alice', password: 'demo-1234' });
}

suite('the logs of attempts', () => {
  test('a refused attempt is found, explained, and told step by step', onPage({}, async ({ page, context, server }) => {
    await attempts(page, server);
    await signedIn(context, server);
    await page.goto(`${server.origin}/admin/logs?code=credentials_refused`);
    await until(page, page.getByRole('link', { name: /carol@acme\.example/ }));
    await page.goto(`${server.origin}/admin/logs`);
    await until(page, page.getByRole('link', { name: /bob@acme\.example/ }));
    await look(page, 'logs');

    await page.getByLabel('User').fill('CAROL@acme');
    await page.getByLabel('What went wrong').selectOption('credentials_refused');
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Search' }).click()]);
    assert.equal(await page.locator('.row').count(), 1);
    await Promise.all([page.waitForEvent('load'), page.locator('.row').click()]);
    assert.equal(await heading(page).innerText(), 'carol@acme.example');
    const steps = await page.locator('.time-line strong').allInnerTexts();
    assert.deepEqual(steps, ['Opened on a page of its own', 'Saw the form', 'Sent what the service asks for', 'Came to nothing']);
    await page.getByText('The service did not accept what was typed').first().waitFor();
    await page.getByText('Who can fix it: The person who connects').waitFor();
    assert.ok(!(await page.content()).includes('canary'), 'what was typed is not shown');
    await look(page, 'log');
  }));

  test('the funnel says the same to the eye and to a reader', onPage({}, async ({ page, context, server }) => {
    await connect(server, 'ledger', { username: 'alice', password: 'demo-1234' });
    await signedIn(context, server);
    await page.goto(`${server.origin}/admin/logs?integration=ledger`);
    const table = page.getByRole('table', { name: 'ledger' });
    await until(page, table);
    const cells = await table.locator('tbody tr').evaluateAll((rows) => rows.map((row) => Number(row.cells[1].innerText)));
    const widths = await page.locator('.funnel .bar').evaluateAll((bars) => bars.map((bar) => Number(bar.getAttribute('width'))));
    assert.equal(cells.length, 4);
    assert.deepEqual(widths, cells.map((count) => Math.floor((count * 400) / cells[0])));
  }));
});
