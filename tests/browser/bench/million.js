// Reads of the API among a thousand connections and among a million, on SQLite and PostgreSQL.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startPostgres } from '../../kill/postgres.js';
import { fill, postgres, sqlite } from './fill.js';
import { load } from './load.js';
import { serveOn } from './serve.js';

const run = promisify(execFile);
const thousand = 1000;
const million = Number(process.env.BENCH_CONNECTIONS ?? 1_000_000);
const times = 31;
const integrations = ['bench', 'bench-2', 'bench-3', 'bench-4'];

const reads = {
  'GET /connections/:id': ({ id }) => `/connections/${id}?provider_config_key=bench`,
  'list, page 0': () => '/connections?limit=100',
  // The last full page where there are only a thousand.
  'list, page 1000': ({ count }) => `/connections?limit=100&page=${Math.min(1000, count / 100 - 1)}`,
  'one in 10 by tag': () => '/connections?limit=100&tags[plan]=enterprise',
  '70 % by tag': () => '/connections?limit=100&tags[plan]=free',
  '70 % by tag, page 1000': ({ count }) => `/connections?limit=100&tags[plan]=free&page=${Math.min(1000, count * 0.7 / 100 - 1)}`,
  'by two tags': () => '/connections?limit=100&tags[plan]=free&tags[area]=area-3',
  'by integration': () => '/connections?limit=100&integrationId=bench-2',
  'by two integrations': () => '/connections?limit=100&integrationId=bench-2,bench-3',
  'by end user': () => '/connections?limit=100&endUserId=user-77',
};
const searches = {
  'one, by name': 'copy-conn-123', 'one in a thousand, by e-mail': '@mail77.example', 'one in 90': '@mail7', 'all': 'PERSON',
  'none': 'nobody has this', 'two characters that none has': 'zq',
};
const deepest = ({ count }) => `/connections?limit=100&page=${count / 100 - 1}`;

/** Calls `row(what, value, unit, goal)`. */
export async function connections(row) {
  const folder = await mkdtemp(join(tmpdir(), 'connect-ui-million-'));
  const cluster = await startPostgres(['shared_buffers=512MB', 'synchronous_commit=on', 'max_wal_size=4GB']);
  try {
    for (const kind of ['SQLite', 'PostgreSQL']) {
      const few = await measure(kind, thousand, folder, cluster);
      const many = await measure(kind, million, folder, cluster);
      for (const what of Object.keys(few.reads)) {
        const [before, now] = [few.reads[what], many.reads[what]];
        row(`${kind}, ${what}`, `${before.toFixed(1)} → ${now.toFixed(1)} ms:`, `${(now / before).toFixed(1)} times`, 'at most twice');
      }
      for (const what of Object.keys(many.searches)) row(`${kind}, search, ${what}`, many.searches[what], 'ms', 'at most 50 ms');
      row(`${kind}, deepest page`, many.deepest, 'ms', 'at most 2000 ms');
      for (const what of Object.keys(few.writes)) row(`${kind}, ${what}`, `${Math.round(few.writes[what])} → ${Math.round(many.writes[what])}`, '/s');
    }
  } finally {
    await cluster.remove();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(kind, count, folder, cluster) {
  const dataDir = join(folder, `${kind}-${count}`);
  const url = kind === 'SQLite' ? undefined : await cluster.createDatabase(`connections_${count}`);
  const env = url ? { DATABASE_URL: url } : {};
  let server = await serveOn(dataDir, undefined, env);
  const { key } = server;
  try {
    const subject = { id: await prepared(server), count };
    await server.stop();
    const began = performance.now();
    const database = url ? postgres(cluster, url, folder) : sqlite(join(dataDir, 'connect-ui.db'));
    await fill(database, count);
    console.log(`${kind}: ${count} connections after ${Math.round((performance.now() - began) / 1000)} s`);
    const selection = await refreshSelection(url ?? `sqlite://${join(dataDir, 'connect-ui.db')}`);
    server = await serveOn(dataDir, key, env);
    const all = { reads: {}, searches: {} };
    for (const [what, path] of Object.entries(reads)) all.reads[what] = await median(server, path(subject));
    all.reads['refresh selection'] = selection;
    for (const [what, text] of Object.entries(searches)) all.searches[what] = await median(server, `/connections?limit=100&search=${encodeURIComponent(text)}`);
    all.deepest = await median(server, deepest(subject));
    all.writes = await writes(server);
    console.log(`${kind}, ${count}:`, JSON.stringify(all, (_, value) => (typeof value === 'number' ? Math.round(value * 10) / 10 : value)));
    return all;
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

// One connection of each integration, made as a customer's are; answers the id of the first.
async function prepared(server) {
  const ids = [];
  for (const unique_key of integrations) {
    await server.api('POST', '/integrations', { unique_key, provider: 'bench-service' });
    const { data } = await server.api('POST', '/connect/sessions', { end_user: { id: `first-${unique_key}`, email: 'first@bench.example' } });
    const made = await server.api('POST', `/api-auth/api-key/${unique_key}?connect_session_token=${data.token}&params[subdomain]=acme`, { apiKey: '1234' });
    ids.push(made.connectionId);
  }
  return ids[0];
}

async function median(server, path) {
  const taken = [];
  for (let time = 0; time < times; time += 1) {
    const began = performance.now();
    await server.api('GET', path);
    taken.push(performance.now() - began);
  }
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)];
}

// No call of the API: the store's own function, in a program of its own (benches/refresh_selection.rs).
async function refreshSelection(url) {
  return Number((await run(process.env.REFRESH_SELECTION_BENCH_BIN, [], { env: { ...process.env, DATABASE_URL: url } })).stdout);
}

async function writes(server) {
  const json = { 'content-type': 'application/json' };
  const sessions = await load(`${server.origin}/connect/sessions`, { method: 'POST', headers: { ...json, authorization: `Bearer ${server.key}` }, body: '{"tags":{"end_user_id":"u-1"}}' });
  const { data } = await server.api('POST', '/connect/sessions', { end_user: { id: 'u-1', email: 'writer@bench.example', display_name: 'A writer' } });
  const made = await load(`${server.origin}/api-auth/api-key/bench?connect_session_token=${data.token}&params[subdomain]=acme`, { method: 'POST', headers: json, body: '{"apiKey":"1234"}' });
  return { 'POST /connect/sessions': sessions.perSecond, 'POST /api-auth/api-key': made.perSecond };
}
