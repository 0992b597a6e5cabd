// How long until somebody can type, on an emulated slow 4G line with a slow processor, and without either.
import { engine, launch } from '../support/browser.js';
import { startHost } from '../support/host.js';

/** A round trip of 562.5 ms, 1.5 Mbit/s down, 750 kbit/s up, a processor four times slower. */
export const slow4g = { latency: 562.5, down: 1_500_000 / 8, up: 750_000 / 8, processor: 4 };
/** Nothing throttled. */
export const unthrottled = null;

const firstInput = 'main input:not([type=hidden]), form input:not([type=hidden]), form textarea';

// Runs in every document: tells `usable` when its first field is drawn and its page free to take text, as a time of the
// clock and as milliseconds since the navigation began.
function watchFirstField(selector) {
  const drawn = new Promise((resolve) => {
    new PerformanceObserver((list) => {
      for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') resolve(startTime);
    }).observe({ type: 'paint', buffered: true });
  });
  const there = new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector(selector)) return;
      observer.disconnect();
      setTimeout(() => resolve(performance.now()), 0);
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true });
  });
  Promise.all([drawn, there]).then((times) => {
    const since = Math.max(...times);
    window.usable(performance.timeOrigin + since, since);
  });
}

// The frame shares the page's process (see `measure`), so one session throttles both.
async function throttle(context, page, line) {
  if (!line) return;
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false, latency: line.latency, downloadThroughput: line.down, uploadThroughput: line.up,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: line.processor });
}

async function record(request, began) {
  const { startTime, responseEnd } = request.timing();
  const [sizes, response] = await Promise.all([request.sizes(), request.response()]);
  return {
    what: `${request.method()} ${new URL(request.url()).pathname.replace(/[0-9a-zA-Z_-]{20,}/g, '…')}`,
    status: response?.status(),
    start: startTime - began,
    end: startTime + responseEnd - began,
    bytes: sizes.responseHeadersSize + sizes.responseBodySize,
  };
}

// How many requests waited for one another. Times of request and answer are read off different clocks, hence the slack.
const slack = 30;

function inSequence(requests) {
  let end = -Infinity;
  const chain = requests.filter((one) => {
    if (one.start < end - slack) return false;
    end = one.end;
    return true;
  });
  return chain.length;
}

// Gives a wait for the first field of any document in this context. The binding must stand before a page is opened.
async function firstField(context) {
  let report;
  const found = new Promise((resolve) => { report = resolve; });
  await context.exposeBinding('usable', (source, time, since) => report({ time, since, frame: source.frame }));
  return () => new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no field to type into within 30 s')), 30_000);
    found.then((what) => { clearTimeout(timer); resolve(what); });
  });
}

async function typeInto(page, input) {
  await input.focus();
  await page.keyboard.type('a');
  if ((await input.inputValue()) !== 'a') throw new Error('the first field took no text');
}

async function once(browser, line, origin, run) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  const usable = await firstField(context);
  const page = await context.newPage();
  const seen = [];
  page.on('requestfinished', (request) => { if (request.url().startsWith(origin)) seen.push(request); });
  try {
    const inserted = await run(page, async () => {
      await context.addInitScript(watchFirstField, firstInput);
      await throttle(context, page, line);
    });
    const { time, since, frame } = await usable();
    const began = inserted ?? time - since;
    await typeInto(page, frame.locator(firstInput).first());
    await page.waitForLoadState('networkidle');
    const requests = (await Promise.all(seen.map((one) => record(one, began)))).sort((a, b) => a.start - b.start);
    // What came after the field was not on its way: the script improves a page that works already.
    const before = requests.filter((one) => one.end < time - began + slack);
    const bytes = requests.reduce((sum, one) => sum + one.bytes, 0);
    return { milliseconds: time - began, requests, sequence: inSequence(before), bytes };
  } finally {
    await context.close();
  }
}

/** From opening a hosted link: since its navigation began. */
export const hosted = (link) => async (page, prepare) => {
  await prepare();
  await page.goto(link, { waitUntil: 'commit' });
  return null;
};

/** The yardstick: a page with one field that needs no network, so what the browser and the machine take by themselves. */
export const bare = hosted('data:text/html,<!doctype html><title>Bare</title><main><p>A field</p><input></main>');

/** From inserting the frame into a host page that is there already. */
export const embedded = (host, origin, sessionToken) => async (page, prepare) => {
  await page.goto(host.url);
  await page.locator('html[data-ready]').waitFor();
  await prepare();
  return page.evaluate((options) => {
    const began = performance.timeOrigin + performance.now();
    window.openConnectUI(options);
    return began;
  }, { baseURL: origin, apiURL: origin, sessionToken });
};

/**
 * The median of several cold runs: `kinds` is a map of name → how to start one, made anew for each run. In the engine
 * alone, or in the whole browser, whose own windows and services take their share of a small machine.
 */
export async function measure(origin, kinds, line, program = engine, runs = 5) {
  const browser = await launch(['--disable-site-isolation-trials'], program);
  const host = await startHost();
  const results = {};
  try {
    for (const [name, kind] of Object.entries(kinds)) {
      const all = [];
      for (let run = 0; run < runs; run += 1) all.push(await once(browser, line, origin, await kind(host)));
      all.sort((a, b) => a.milliseconds - b.milliseconds);
      results[name] = all[Math.floor(runs / 2)];
    }
  } finally {
    await browser.close();
    await host.close();
  }
  return results;
}
