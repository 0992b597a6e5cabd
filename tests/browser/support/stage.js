// Everything a journey needs, started once a file and taken down again: server, host page, browser.
import { after, before } from 'node:test';
import { launch } from './browser.js';
import { startHost } from './host.js';
import { startMail } from './mail.js';
import { startServer } from './server.js';

const longestJourney = 60_000;

// A journey that hangs fails, and says so: neither the runner nor `evaluate` has a limit of its own.
function limited(journey) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the journey hung for ${longestJourney / 1000} s`)), longestJourney);
  });
  return Promise.race([journey, late]).finally(() => clearTimeout(timer));
}

/** Registers start and end with the file's tests; what it gives is filled when they run. */
export function stage() {
  const parts = {};
  before(async () => {
    parts.mail = await startMail();
    const env = { CONNECT_UI_SMTP_URL: parts.mail.url, CONNECT_UI_MAIL_FROM: 'Acme <connect@acme.example>' };
    parts.server = await startServer({ env });
    parts.host = await startHost();
    parts.browser = await launch();
  });
  after(async () => {
    await parts.browser?.close();
    await parts.host?.close();
    await parts.server?.stop();
    parts.mail?.close();
  });

  // Runs `journey` on a page of a fresh context, and fails if a script of the page failed.
  const onPage = (options, journey) => async () => {
    const context = await parts.browser.newContext({ locale: 'en-GB', ...options });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => { if (/Content Security Policy|Trusted/.test(message.text())) errors.push(message.text()); });
    try {
      await limited(journey({ page, context, ...parts }));
      if (errors.length > 0) throw new Error(`the page's own scripts failed: ${errors.join('\n')}`);
    } finally {
      await context.close();
    }
  };
  return { parts, onPage };
}
