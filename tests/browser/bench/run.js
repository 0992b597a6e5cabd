// All measurements, one table. Called by scripts/bench.
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { load, openedForm } from './load.js';
import { oauth } from './oauth.js';
import { catalogue } from './catalogue.js';
import { connections } from './million.js';
import { pgbench } from './pgbench.js';
import { proxy } from './proxy.js';
import { serveStatic } from './static.js';
import { configure, idleProcessor, residentMemory, serveOn, session } from './serve.js';
import { browserProgram, engine } from '../support/browser.js';
import { bare, embedded, hosted, measure, slow4g, unthrottled } from './slow-4g.js';

const rows = [];
const row = (what, value, unit, goal = '') => rows.push({ what, measured: `${typeof value === 'number' ? value.toFixed(value < 10 ? 2 : 0) : value} ${unit}`, goal });

async function standing(server) {
  row('binary', (await stat(process.env.CONNECT_UI_BIN)).size / 1e6, 'MB', 'under 25 MB');
  row('ready on an existing database', server.readyAfter, 'ms', 'under 500 ms');
  row('resident memory, idle', await residentMemory(server.pid), 'MB', process.env.BENCH_CATALOGUE ? 'under 40 MB' : 'under 40 MB with BENCH_CATALOGUE');
  row('processor, idle', await idleProcessor(server.pid, 5), '%', 'near 0');
}

async function throughput(server) {
  const { connect_link: link, token } = await session(server);
  const form = await openedForm(link);
  row('form page, compressed with gzip', gzipSync(form.page).length / 1024, 'KB', 'at most 14 KB');
  const measured = async (what, address, request, goal) => {
    const { perSecond, p99, failed } = await load(address, request);
    row(what, perSecond, `/s, p99 ${p99.toFixed(1)} ms${failed ? `, ${failed} FAILED` : ''}`, goal);
    return perSecond;
  };
  const yardstick = await serveStatic(dataDir, form.page);
  for (const [how, encoding, goal] of [['uncompressed', 'identity', 25], ['gzip', 'gzip', 50], ['br', 'br', 50]]) {
    const headers = { 'accept-encoding': encoding };
    const fixed = await measured(`static response of the same bytes, ${how}`, yardstick.address, { headers });
    const page = await measured(`form page, ${how}`, form.address, { headers: { cookie: form.cookie, ...headers } }, 'p99 at most 10 ms');
    row(`form page of static, ${how}`, 100 * page / fixed, '%', `at least ${goal} %`);
  }
  yardstick.stop();
  const json = { 'content-type': 'application/json' };
  await measured('POST /connect/sessions', `${server.origin}/connect/sessions`, {
    method: 'POST', headers: { ...json, authorization: `Bearer ${server.key}` }, body: '{"tags":{"end_user_id":"u-1"}}',
  }, '2000 /s');
  await measured('POST /api-auth/api-key', `${server.origin}/api-auth/api-key/bench?connect_session_token=${token}&params[subdomain]=acme`, {
    method: 'POST', headers: json, body: '{"apiKey":"1234"}',
  }, '2000 /s');
}

async function typing(server) {
  const kinds = {
    hosted: async () => hosted((await session(server)).connect_link),
    embedded: async (host) => embedded(host, server.origin, (await session(server)).token),
  };
  const goals = { slow: { hosted: 'at most 1600 ms', embedded: 'at most 2200 ms, 3 in sequence' }, fast: { bare: 'what the browser takes', hosted: 'at most 60 ms' } };
  const fast = { bare: async () => bare, ...kinds };
  const lines = [
    [slow4g, 'slow 4G', goals.slow, kinds, engine],
    [unthrottled, 'unthrottled', goals.fast, fast, engine],
    [unthrottled, 'unthrottled, whole browser', {}, fast, browserProgram],
  ];
  for (const [line, name, goal, all, program] of lines) {
    for (const [kind, result] of Object.entries(await measure(server.origin, all, line, program))) {
      row(`${kind}, ${name}: first field takes text`, result.milliseconds, `ms, ${result.sequence} in sequence, ${result.bytes} bytes`, goal[kind] ?? '');
      console.log(`\n${kind}, ${name}`);
      console.table(result.requests.map((one) => ({ ...one, start: Math.round(one.start), end: Math.round(one.end) })));
    }
  }
}

const dataDir = await mkdtemp(join(tmpdir(), 'connect-ui-bench-'));
let server;
try {
  server = await serveOn(dataDir);
  const { key } = server;
  await configure(server);
  await server.stop();
  server = await serveOn(dataDir, key);
  const parts = {
    standing: () => standing(server),
    typing: () => typing(server),
    throughput: () => throughput(server),
    oauth: () => oauth(row),
    proxy: () => proxy(row),
    pgbench: () => pgbench(row),
    catalogue: () => catalogue(row),
    million: () => connections(row),
  };
  const wanted = process.env.BENCH_ONLY?.split(',') ?? Object.keys(parts);
  for (const part of wanted) await parts[part]();
} finally {
  await server?.stop();
  await rm(dataDir, { recursive: true, force: true });
}
console.table(rows);
