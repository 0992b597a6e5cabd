// Runs `connect-ui serve` on a data folder of its own, and looks at the process from outside.
import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../support/http.js';

const own = fileURLToPath(new URL('providers.yaml', import.meta.url));

/** Starts the server on `dataDir`; `readyAfter` is the time until it served, in milliseconds. */
export async function serveOn(dataDir, key = randomUUID(), env = {}) {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const began = performance.now();
  const child = spawn(process.env.CONNECT_UI_BIN, ['serve', '--listen', `127.0.0.1:${port}`, '--public-url', origin], {
    env: {
      ...process.env,
      CONNECT_UI_API_KEY: key,
      CONNECT_UI_DATA_DIR: dataDir,
      CONNECT_UI_PROVIDERS: [process.env.BENCH_CATALOGUE, own].filter(Boolean).join(','),
      CONNECT_UI_RATE_LIMIT: 'off',
      CONNECT_UI_LOG: 'warn',
      ...env,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((resolve) => { child.once('exit', resolve); child.once('error', resolve); });
  await until(`${origin}/ready`, child);
  const readyAfter = performance.now() - began;
  const stop = async () => { child.kill('SIGTERM'); await ended; };
  return { origin, port, key, pid: child.pid, readyAfter, stop, api: api(origin, key) };
}

async function until(address, child) {
  for (let tries = 0; tries < 5000; tries += 1) {
    if (child.exitCode !== null) throw new Error(`serve ended with ${child.exitCode}`);
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => { setTimeout(resolve, 4); });
  }
  child.kill('SIGKILL');
  throw new Error(`${address} never said 200`);
}

const api = (origin, key) => async (method, path, body) => {
  const answer = await fetch(origin + path, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
};

/** Makes the integration `bench` unless it is there. */
export async function configure(server) {
  const { data } = await server.api('GET', '/integrations');
  if (!data.some((one) => one.unique_key === 'bench')) {
    await server.api('POST', '/integrations', { unique_key: 'bench', provider: 'bench-service', display_name: 'Bench service' });
  }
}

/** A new session for the integration `bench`. */
export async function session(server) {
  const { data } = await server.api('POST', '/connect/sessions', { tags: { end_user_id: 'u-1' }, allowed_integrations: ['bench'] });
  return data;
}

/** Resident memory of a process, in MB. */
export async function residentMemory(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(status.match(/VmRSS:\s+(\d+)/)[1]) / 1024;
}

/** Processor time that a process took over some seconds, in percent of one core. */
export async function idleProcessor(pid, seconds) {
  const hertz = Number(execFileSync('getconf', ['CLK_TCK']));
  const ticks = async () => {
    const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1].split(' ');
    return Number(fields[11]) + Number(fields[12]);
  };
  const before = await ticks();
  await new Promise((resolve) => { setTimeout(resolve, seconds * 1000); });
  return ((await ticks()) - before) / hertz / seconds * 100;
}
