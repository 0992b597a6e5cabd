// Starts the product's own binary as an operator would, on a free port, with the demo's services behind it.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { freePort } from './http.js';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const patience = 30_000;

export function binary() {
  return process.env.CONNECT_UI_BIN ?? `${repository}/target/debug/connect-ui`;
}

/** Collects what a process prints; `line(pattern)` waits for a match, `ended` tells how it ended. */
export function watch(child) {
  let text = '';
  const waiting = new Set();
  const hear = (chunk) => { text += chunk; for (const look of waiting) look(); };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(`ended with ${signal ?? code}`));
  });
  const line = (pattern) => new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no ${pattern} in ${patience} ms:\n${text}`)), patience);
    const look = () => {
      const found = text.match(pattern);
      if (!found) return;
      clearTimeout(timer);
      waiting.delete(look);
      resolve(found);
    };
    ended.then((how) => { clearTimeout(timer); reject(new Error(`the server ${how}:\n${text}`)); });
    waiting.add(look);
    look();
  });
  return { line, ended, text: () => text };
}

export async function untilReady(origin, ended) {
  let gone = null;
  ended.then((how) => { gone = how; });
  for (const until = performance.now() + patience; performance.now() < until;) {
    if (gone) throw new Error(`the server ${gone}`);
    const answer = await fetch(`${origin}/ready`).catch(() => null);
    if (answer?.status === 200) return;
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
  throw new Error(`${origin}/ready never said 200`);
}

/**
 * Starts `connect-ui demo`. Gives its `origin` (on `localhost`), the address of the demo's own `hostPage` (on
 * `127.0.0.1`), `api(method, path, body)` with an API key, `createSession(body)`, `output()` and `stop()`.
 */
export async function startServer({ env = {}, args = [] } = {}) {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const key = randomUUID();
  const child = spawn(binary(), ['demo', '--listen', `127.0.0.1:${port}`, '--public-url', origin, ...args], {
    env: { ...process.env, CONNECT_UI_API_KEY: key, CONNECT_UI_RATE_LIMIT: 'off', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const watched = watch(child);
  const stop = async () => { child.kill('SIGTERM'); await watched.ended; };
  try {
    const [, hostPage] = await watched.line(/Open (http:\/\/127\.0\.0\.1:\d+\/)/);
    await untilReady(origin, watched.ended);
    const api = apiOf(origin, key);
    return { origin, hostPage, key, api, createSession: sessionMaker(api), pid: child.pid, output: watched.text, stop };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

export function apiOf(origin, key) {
  return async (method, path, body) => {
    const answer = await fetch(origin + path, {
      method,
      headers: { authorization: `Bearer ${key}`, ...(body && { 'content-type': 'application/json' }) },
      body: body && JSON.stringify(body),
    });
    return { status: answer.status, body: await answer.json().catch(() => null) };
  };
}

const alice = { end_user_id: 'u-1', end_user_email: 'alice@acme.example', end_user_display_name: 'Alice Baker' };

function sessionMaker(api) {
  return async (...integrations) => {
    const body = { tags: alice, connect_ui: { app_name: 'Acme' } };
    if (integrations.length > 0) body.allowed_integrations = integrations;
    const answer = await api('POST', '/connect/sessions', body);
    if (answer.status !== 201) throw new Error(`no session: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body.data;
  };
}
