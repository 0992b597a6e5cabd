// Who gets into the admin: the set-up link, sign-in, one's own password, sign-out.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alice, setupLink, signIn } from '../support/admin.js';
import { heading } from '../support/connect.js';
import { stage } from '../support/stage.js';

const { onPage } = stage();

const password = (page, label = 'Password') => page.getByLabel(label, { exact: true });
const press = (page, name) => page.getByRole('button', { name }).click();

test('the set-up link makes the first account, once', onPage({}, async ({ page, server }) => {
  const link = await setupLink(server);
  await page.goto(link);
  await page.getByLabel('Name').fill(alice.name);
  await password(page).fill('elevenchars');
  await press(page, 'Make account and sign in');
  await page.getByText('Choose a password of at least 12 characters').waitFor();
  assert.match(await page.title(), /^Error: /);
  assert.equal(await page.getByLabel('Name').inputValue(), alice.name);
  assert.equal(await password(page).inputValue(), '');

  await password(page).fill(alice.password);
  await press(page, 'Make account and sign in');
  await heading(page).filter({ hasText: 'Integrations' }).waitFor();

  assert.equal((await page.goto(link)).status(), 410);
  await heading(page).filter({ hasText: 'no longer good' }).waitFor();
}));

test('a page asked for is come to after signing in', onPage({}, async ({ page, server }) => {
  await page.goto(`${server.origin}/admin/catalogue?q=zendesk`);
  await signIn(page, { ...alice, password: 'wrong horse battery' });
  await page.getByRole('alert').filter({ hasText: 'Name and password do not belong together' }).waitFor();
  assert.match(await page.title(), /^Error: /);
  assert.equal(await password(page).inputValue(), '');
  assert.ok(await password(page).evaluate((one) => one === document.activeElement), 'what was wrong is asked again');

  await signIn(page);
  await heading(page).filter({ hasText: 'New integration' }).waitFor();
  assert.equal(await page.getByRole('searchbox').inputValue(), 'zendesk');
}));

test('who signs out is out, also with the back button', onPage({}, async ({ page, server }) => {
  await page.goto(`${server.origin}/admin/api-keys`);
  await signIn(page);
  await heading(page).filter({ hasText: 'API keys' }).waitFor();
  await press(page, 'Sign out');
  await page.getByText('You are signed out.').waitFor();
  await page.goBack();
  await heading(page).filter({ hasText: 'Sign in' }).waitFor();
}));

test('without a mouse: sign in, find a service, make an integration', onPage({}, async ({ page, server }) => {
  const { keyboard } = page;
  const focused = (target) => target.evaluate((one) => one === document.activeElement);
  const tabTo = async (target) => {
    for (let presses = 0; presses < 40; presses += 1) {
      if (await focused(target)) return;
      await keyboard.press('Tab');
    }
    throw new Error(`Tab never came to ${target}`);
  };
  await page.goto(`${server.origin}/admin/sign-in`);
  assert.ok(await focused(page.getByLabel('Name')), 'the first field has the focus');
  await keyboard.type(alice.name);
  await tabTo(password(page));
  await keyboard.type(alice.password);
  await keyboard.press('Enter');

  await heading(page).filter({ hasText: 'Integrations' }).waitFor();
  await keyboard.press('Tab');
  assert.ok(await focused(page.getByRole('link', { name: 'Skip to the content' })));
  await keyboard.press('Enter');
  await tabTo(page.getByRole('link', { name: 'New integration' }));
  const ring = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.notEqual(ring, 'none', 'the focus is seen');
  await keyboard.press('Enter');

  await heading(page).filter({ hasText: 'New integration' }).waitFor();
  assert.ok(await focused(page.getByRole('searchbox')), 'the search has the focus');
  await keyboard.type('sendgrid');
  await keyboard.press('Enter');
  await page.getByText('1 service.').waitFor();
  await tabTo(page.locator('.row'));
  await keyboard.press('Enter');
  await tabTo(page.getByRole('button', { name: 'Make integration' }));
  await keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'The integration is made' }).waitFor();
  assert.match(page.url(), /\/admin\/integrations\/sendgrid/);
}));

test("changing one's password ends every other session", onPage({}, async ({ page, context, server, browser }) => {
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto(`${server.origin}/admin`);
  await signIn(other);
  await heading(other).waitFor();

  await page.goto(`${server.origin}/admin`);
  await signIn(page);
  await page.getByRole('link', { name: 'Your account, alice' }).click();
  const change = async (current, next) => {
    await password(page, 'Current password').fill(current);
    await password(page, 'New password').fill(next);
    await press(page, 'Change password');
  };
  await change('wrong horse battery', 'staple correct horse');
  await page.getByText('This is not your password').waitFor();
  await change(alice.password, 'short');
  await page.getByText('at least 12 characters; a few words').waitFor();
  await change(alice.password, 'staple correct horse');
  await page.getByRole('status').filter({ hasText: 'Your password is changed' }).waitFor();
  assert.equal((await context.cookies()).length, 1, 'still signed in, here');

  await other.goto(`${server.origin}/admin/audit`);
  await heading(other).filter({ hasText: 'Sign in' }).waitFor();
  await signIn(other);
  await other.getByRole('alert').waitFor();
  await signIn(other, { ...alice, password: 'staple correct horse' });
  await other.getByRole('cell', { name: 'admin.password' }).waitFor();
  assert.ok(!(await other.content()).includes('staple'), 'no password is noted');
  await elsewhere.close();
}));
