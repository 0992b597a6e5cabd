// Calls through the proxy beside direct ones, and beside nginx as a plain reverse proxy, in one run.
import { get } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from './load.js';
import { startNginx } from './nginx.js';
import { residentMemory, serveOn } from './serve.js';

const large = 1_000_000_000;

const definition = (service) => `
bench-api:
  display_name: Bench API
  categories: [other]
  auth_mode: API_KEY
  docs: https://bench.example/docs
  proxy:
    base_url: ${service}
    headers: { authorization: 'Bearer \${apiKey}' }
  credentials:
    apiKey: { type: string, title: API key }
`;

/** Calls `row(what, value, unit, goal)`. */
export async function proxy(row) {
  const folder = await mkdtemp(join(tmpdir(), 'connect-ui-bench-proxy-'));
  let nginx;
  let server;
  try {
    nginx = await startNginx(folder, large);
    const file = join(folder, 'providers.yaml');
    await writeFile(file, definition(nginx.service));
    const env = { CONNECT_UI_PROVIDERS: file, CONNECT_UI_OUTBOUND_ALLOW: '127.0.0.1/32' };
    server = await serveOn(join(folder, 'data'), undefined, env);
    const headers = await connected(server);
    await speed(row, nginx, server, headers);
    await memory(row, server, headers);
  } finally {
    await server?.stop();
    await nginx?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

// The headers that name a new connection.
async function connected(server) {
  await server.api('POST', '/integrations', { unique_key: 'bench', provider: 'bench-api' });
  const { data } = await server.api('POST', '/connect/sessions', { tags: { end_user_id: 'u-1' } });
  const made = await server.api('POST', `/api-auth/api-key/bench?connect_session_token=${data.token}`, { apiKey: 'k-1234' });
  return { authorization: `Bearer ${server.key}`, 'provider-config-key': 'bench', 'connection-id': made.connectionId };
}

async function speed(row, nginx, server, headers) {
  const small = `${server.origin}/proxy/small`;
  const one = { connections: 1 };
  const [direct, ours] = [await load(`${nginx.service}/small`, one), await load(small, { headers, ...one })];
  row('a call directly: median', direct.median, 'ms');
  row('the same call through the proxy: median', ours.median, 'ms');
  row('proxy over direct: median', ours.median - direct.median, 'ms', 'under 1 ms');
  const [plain, many] = [await load(`${nginx.proxy}/small`), await load(small, { headers })];
  row('nginx as a plain reverse proxy', plain.perSecond, `/s, p99 ${plain.p99.toFixed(1)} ms`);
  row('calls through the proxy', many.perSecond, `/s, p99 ${many.p99.toFixed(1)} ms${many.failed ? `, ${many.failed} FAILED` : ''}`);
  row('proxy of nginx', 100 * many.perSecond / plain.perSecond, '%', 'at least 33 %');
}

// How much memory the process gains while a large answer passes.
async function memory(row, server, headers) {
  const before = await residentMemory(server.pid);
  let most = before;
  const watching = setInterval(async () => { most = Math.max(most, await residentMemory(server.pid)); }, 20);
  const began = performance.now();
  const bytes = await download(`${server.origin}/proxy/large`, headers);
  clearInterval(watching);
  if (bytes !== large) throw new Error(`${bytes} of ${large} bytes came`);
  row('1 GB through the proxy', large / 1e6 / ((performance.now() - began) / 1000), 'MB/s');
  row('resident memory before', before, 'MB');
  row('resident memory gained while 1 GB passes', Math.max(0.01, most - before), 'MB', 'under 10 MB');
}

function download(address, headers) {
  return new Promise((resolve, reject) => {
    get(address, { headers }, (answer) => {
      let bytes = 0;
      answer.on('data', (piece) => { bytes += piece.length; });
      answer.on('end', () => resolve(bytes));
      answer.on('error', reject);
    }).on('error', reject);
  });
}
