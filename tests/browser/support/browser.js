// Chromium as users have it: storage partitioned by top-level site, third-party cookies blocked.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/** The browser under test. */
export const browserProgram = process.env.CHROMIUM_BIN ?? '/usr/bin/chromium';
const partitioning = 'ThirdPartyStoragePartitioning';

// Keeps Chromium from looking up hosts of its own; nothing here needs a network beyond loopback.
const quiet = ['--disable-quic', '--disable-gpu', '--test-third-party-cookie-phaseout'];

// More names for this machine, each a site of its own.
const names = ['--host-resolver-rules=MAP *.test 127.0.0.1'];

// Playwright turns partitioning off in a list of disabled features; `ignoreDefaultArgs` wants that argument word for word.
// So a stand-in for the browser writes down what it would have been started with.
async function disabledFeaturesArgument() {
  const folder = await mkdtemp(join(tmpdir(), 'connect-ui-arguments-'));
  try {
    const standIn = join(folder, 'browser');
    await writeFile(standIn, `#!/bin/sh\nprintf '%s\\n' "$@" > '${folder}/arguments'\n`, { mode: 0o755 });
    await chromium.launch({ executablePath: standIn }).catch(() => {});
    const all = (await readFile(join(folder, 'arguments'), 'utf8')).split('\n');
    const found = all.find((one) => one.startsWith('--disable-features=') && one.includes(partitioning));
    if (!found) throw new Error(`Playwright no longer disables ${partitioning}: simplify tests/browser/support/browser.js`);
    return found;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Chromium's engine without the browser around it, which Debian packs by itself: for measuring pages. */
export const engine = process.env.CHROMIUM_ENGINE_BIN ?? '/usr/bin/chromium-headless-shell';

/** Starts Chromium, with these further arguments; the caller closes it. */
export async function launch(more = [], program = browserProgram) {
  const argument = await disabledFeaturesArgument();
  const rest = argument.split('=')[1].split(',').filter((name) => name !== partitioning);
  return chromium.launch({
    executablePath: program,
    chromiumSandbox: false,
    ignoreDefaultArgs: [argument],
    args: [`--disable-features=${rest.join(',')}`, ...quiet, ...names, ...more],
  });
}

/** The version of the browser under test, for reports. */
export function version() {
  return new Promise((resolve) => {
    execFile(browserProgram, ['--version'], (_, out) => resolve(String(out).trim()));
  });
}
