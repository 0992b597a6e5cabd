// The product alone, as an operator runs it: `connect-ui serve` with a folder, a key and provider files of the test's own.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './http.js';
import { apiOf, binary, untilReady, watch } from './server.js';

/** Starts it with the definitions in `yaml`. Gives its `origin`, `key`, `api(method, path, body)`, `output()` and `stop()`. */
export async function startProduct({ yaml = '', env = {} } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'connect-ui-product-'));
  await writeFile(join(folder, 'providers.yaml'), yaml);
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const key = randomUUID();
  const child = spawn(binary(), ['serve'], {
    env: {
      ...process.env,
      CONNECT_UI_LISTEN: `127.0.0.1:${port}`,
      CONNECT_UI_PUBLIC_URL: origin,
      CONNECT_UI_DATA_DIR: join(folder, 'data'),
      CONNECT_UI_PROVIDERS: join(folder, 'providers.yaml'),
      CONNECT_UI_API_KEY: key,
      CONNECT_UI_OUTBOUND_ALLOW: '127.0.0.1/32',
      CONNECT_UI_RATE_LIMIT: 'off',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const watched = watch(child);
  const stop = async () => {
    child.kill('SIGTERM');
    await watched.ended;
    await rm(folder, { recursive: true });
  };
  try {
    await untilReady(origin, watched.ended);
  } catch (error) {
    child.kill('SIGKILL');
    throw new Error(`${error.message}\n${watched.text()}`);
  }
  return { origin, key, api: apiOf(origin, key), output: watched.text, stop };
}
