// The product's own binary as an operator would start it, to be killed and started again on the same data.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { freePort } from '../browser/support/http.js';

const patience = 30_000;

// Nothing outlives the test, however it ends.
const running = new Set();
process.on('exit', () => { for (const child of running) child.kill('SIGKILL'); });

/** A program on one database; `start()` serves, `kill()` ends it as the kernel does, `stop()` as an operator does. */
export async function programOn({ folder, databaseUrl, providers, key = randomUUID(), env = {} }) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  let child;
  let ended;
  let said = '';
  const start = async () => {
    child = spawn(process.env.CONNECT_UI_BIN, ['serve', '--listen', `127.0.0.1:${port}`, '--public-url', origin], {
      env: {
        ...process.env,
        CONNECT_UI_API_KEY: key,
        CONNECT_UI_DATA_DIR: folder,
        CONNECT_UI_PROVIDERS: providers,
        CONNECT_UI_RATE_LIMIT: 'off',
        CONNECT_UI_OUTBOUND_ALLOW: '127.0.0.1/32',
        CONNECT_UI_ALLOWED_ORIGINS: 'http://localhost:1',
        CONNECT_UI_LOG: process.env.KILL_LOG ?? 'error',
        ...(databaseUrl && { DATABASE_URL: databaseUrl }),
        ...env,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const own = child;
    running.add(own);
    own.stderr.on('data', (text) => { said = (said + text).slice(-20_000); });
    ended = new Promise((resolve) => { own.once('exit', (code, signal) => { running.delete(own); resolve(signal ?? code); }); });
    const began = performance.now();
    while (performance.now() - began < patience) {
      if (own.exitCode !== null) throw new Error(`serve ended with ${own.exitCode}: ${said}`);
      const answer = await fetch(`${origin}/ready`).catch(() => null);
      if (answer?.ok) return;
      await new Promise((resolve) => { setTimeout(resolve, 5); });
    }
    throw new Error(`${origin}/ready never said 200: ${said}`);
  };
  const end = (signal) => async () => { child?.kill(signal); return ended; };
  return { origin, key, port, start, kill: end('SIGKILL'), stop: end('SIGTERM'), said: () => said };
}
