// What the suite itself promises: a browser as users have it, and the published SDK served unchanged.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axeViolations } from './support/axe.js';
import { launch } from './support/browser.js';
import { startHost } from './support/host.js';
import { html, serve } from './support/http.js';

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

// One server under two names: `localhost` is "us", framed by `127.0.0.1`, the host. Two names are two sites.
async function twoSites() {
  const seen = [];
  const server = await serve((request, response) => {
    const { pathname } = new URL(request.url, 'http://any');
    if (pathname === '/host') return html(response, `<!doctype html><title>Host</title><iframe src="http://localhost:${server.port}/framed"></iframe>`);
    if (pathname === '/set') {
      return html(response, '<!doctype html><title>Us</title><script>localStorage.setItem("mark", "top")</script>', {
        'set-cookie': ['open=1; SameSite=None; Secure; Path=/', 'plain=1; Path=/'],
      });
    }
    if (pathname === '/framed' || pathname === '/top') seen.push([pathname, request.headers.cookie ?? '']);
    return html(response, '<!doctype html><title>Us</title><p>hello');
  });
  return { server, seen, us: `http://localhost:${server.port}`, host: `http://127.0.0.1:${server.port}` };
}

test('a cookie or a stored value set top-level does not reach the frame', async () => {
  const { server, seen, us, host } = await twoSites();
  const page = await browser.newPage();
  try {
    await page.goto(`${us}/set`);
    await page.goto(`${us}/top`);
    assert.equal(await page.evaluate(() => localStorage.getItem('mark')), 'top');
    await page.goto(`${host}/host`);
    const frame = page.frames().find((one) => one.url().endsWith('/framed'));
    const inFrame = await frame.evaluate(() => [document.cookie, localStorage.getItem('mark')]);
    assert.deepEqual(seen, [['/top', 'open=1; plain=1'], ['/framed', '']], 'cookies that the server saw');
    assert.deepEqual(inFrame, ['', null], 'cookie and storage that the framed page sees');
  } finally {
    await page.close();
    await server.close();
  }
});

test('the published SDK loads from its package and opens its frame', async () => {
  const host = await startHost();
  const page = await browser.newPage();
  try {
    await page.goto(host.url);
    await page.evaluate((baseURL) => window.openConnectUI({ baseURL, apiURL: baseURL, sessionToken: 'none' }), `http://localhost:${host.port}/blank/`);
    const frame = page.locator('iframe#connect-ui');
    await frame.waitFor({ state: 'attached' });
    assert.match(await frame.getAttribute('src'), /[?&]apiURL=/);
  } finally {
    await page.close();
    await host.close();
  }
});

test('axe looks into frames and finds what is wrong there', async () => {
  const server = await serve((request, response) => html(response, request.url === '/framed'
    ? '<!doctype html><html lang="en"><title>Framed</title><main><h1>Framed</h1><input></main>'
    : '<!doctype html><html lang="en"><title>Host</title><main><h1>Host</h1><iframe title="ours" src="/framed"></iframe></main>'));
  const page = await browser.newPage();
  try {
    await page.goto(`http://localhost:${server.port}/`);
    const found = await axeViolations(page);
    assert.deepEqual(found.map((one) => one.rule), ['label']);
  } finally {
    await page.close();
    await server.close();
  }
});
