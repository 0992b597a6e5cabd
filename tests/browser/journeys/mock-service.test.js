// The demo's mock service: what a person sees there, with scripts and without.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { assertAccessible } from '../support/axe.js';
import { screenshot, sizes } from '../support/screenshots.js';
import { stage } from '../support/stage.js';

const { onPage } = stage();
const verifier = 'v'.repeat(43);

function mockService(server) {
  return server.output().match(/make-believe service answers at (\S+)/)[1];
}

function consentPage(server, client, others = {}) {
  const url = new URL('/oauth/authorize', mockService(server));
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: client,
    redirect_uri: `${server.origin}/oauth/callback`,
    scope: 'profile events:read',
    state: 's1',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...others,
  });
  return url.href;
}

for (const colorScheme of ['light', 'dark']) {
  for (const viewport of sizes) {
    test(`the consent page, ${colorScheme}, ${viewport.width} px`, onPage({ colorScheme, viewport }, async ({ page, server }) => {
      await page.goto(consentPage(server, 'demo-app', { prompt: 'select_account' }));
      await page.getByRole('heading', { name: 'Acme would like to use your account' }).waitFor();
      await screenshot(page, 'mock-consent', colorScheme);
      await assertAccessible(page);
    }));
  }
}

for (const javaScriptEnabled of [true, false]) {
  test(`Allow and Deny lead back, scripts ${javaScriptEnabled ? 'on' : 'off'}`, onPage({ javaScriptEnabled }, async ({ page, server }) => {
    for (const [button, answer] of [['Allow', 'code'], ['Deny', 'error']]) {
      await page.goto(consentPage(server, 'demo-app'));
      await page.getByRole('button', { name: button }).click();
      await page.waitForURL(`${server.origin}/oauth/callback?**`);
      const returned = new URL(page.url()).searchParams;
      assert.ok(returned.get(answer));
      assert.equal(returned.get('state'), 's1');
      assert.equal(`${returned.get('iss')}/`, mockService(server));
    }
  }));

  test(`a form leads back, scripts ${javaScriptEnabled ? 'on' : 'off'}`, onPage({ javaScriptEnabled }, async ({ page, server }) => {
    await page.goto(consentPage(server, 'form-post'));
    const posted = page.waitForRequest((request) => request.method() === 'POST' && request.url() === `${server.origin}/oauth/callback`);
    await page.getByRole('button', { name: 'Allow' }).click();
    if (!javaScriptEnabled) await page.getByRole('button', { name: 'Continue' }).click();
    assert.match((await posted).postData(), /code=code-\w+&state=s1&iss=/);
  }));
}

test('a popup at this client loses its opener, at others not', onPage({}, async ({ page, server }) => {
  await page.goto(server.hostPage);
  for (const [client, cut] of [['cuts-opener', true], ['demo-app', false]]) {
    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      page.evaluate((address) => { window.open(address, '_blank', 'popup'); }, consentPage(server, client)),
    ]);
    await popup.getByRole('button', { name: 'Allow' }).waitFor();
    assert.equal(await popup.evaluate(() => window.opener === null), cut);
    await popup.close();
  }
}));

test('what the service cannot answer stays there', onPage({}, async ({ page, server }) => {
  await page.goto(consentPage(server, 'wrong-redirect'));
  await page.getByRole('alert').filter({ hasText: 'has not registered the redirect URI' }).waitFor();
  await assertAccessible(page);
}));
