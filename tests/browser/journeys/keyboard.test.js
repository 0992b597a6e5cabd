// Without a mouse: everything is reached with Tab, in a sensible order, and the focus is always seen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { field, heading } from '../support/connect.js';
import { stage } from '../support/stage.js';

const { onPage } = stage();

async function tabTo(page, target) {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((one) => one === document.activeElement)) return;
  }
  throw new Error(`Tab never came to ${target}`);
}

// Whether the focused element, or the frame drawn around it, shows an outline or a ring.
const focusIsSeen = (page) => page.evaluate(() => {
  const shown = (one) => {
    const { outlineStyle, boxShadow } = getComputedStyle(one);
    return outlineStyle !== 'none' || boxShadow !== 'none';
  };
  const focused = document.activeElement;
  return shown(focused) || shown(focused.parentElement);
});

test('from the list to the connection', onPage({}, async ({ page, server }) => {
  const { connect_link: link } = await server.createSession();
  await page.goto(link);
  await tabTo(page, page.getByRole('link', { name: /^Ledger/ }));
  assert.ok(await focusIsSeen(page), 'focus is seen on a row');
  await page.keyboard.press('Enter');
  await heading(page).filter({ hasText: 'Ledger' }).waitFor();

  await tabTo(page, field(page, 'User name'));
  assert.ok(await focusIsSeen(page), 'focus is seen on a field');
  await page.keyboard.type('alice');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.title.startsWith('Error: '));
  assert.ok(await page.evaluate(() => document.activeElement.matches('[data-summary]')), 'focus on the error summary');

  await tabTo(page, page.getByRole('link', { name: /Enter your Password/ }));
  await page.keyboard.press('Enter');
  await page.keyboard.type('demo-1234');
  await page.keyboard.press('Enter');
  await heading(page).filter({ hasText: 'Ledger is connected' }).waitFor();
}));

test('a secret can be shown and hidden again', onPage({}, async ({ page, server }) => {
  const { connect_link: link } = await server.createSession('postbox');
  await page.goto(link);
  await field(page, 'API key').fill('demo-1234');
  await tabTo(page, page.getByRole('button', { name: 'Show API key' }));
  await page.keyboard.press('Enter');
  assert.equal(await field(page, 'API key').getAttribute('type'), 'text');
  await page.keyboard.press('Enter');
  assert.equal(await field(page, 'API key').getAttribute('type'), 'password');
}));
