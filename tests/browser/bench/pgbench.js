// Reads and writes of the API beside pgbench's statement of the same row, on one PostgreSQL, at equal concurrency and with
// the same synchronous_commit; and on SQLite.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startPostgres } from '../../kill/postgres.js';
import { load } from './load.js';
import { configure, serveOn, session } from './serve.js';

const run = promisify(execFile);
const clients = 16;
const seconds = process.env.BENCH_SECONDS ?? '10';

/** Calls `row(what, value, unit, goal)`. */
export async function pgbench(row) {
  const folder = await mkdtemp(join(tmpdir(), 'connect-ui-pgbench-'));
  // As PostgreSQL comes: a commit is on the disk before it is answered for.
  const postgres = await startPostgres(['fsync=on', 'synchronous_commit=on']);
  let server;
  try {
    const url = await postgres.createDatabase('bench');
    server = await serveOn(join(folder, 'postgres'), undefined, { DATABASE_URL: url });
    const id = await connected(server);
    const peer = peerOf(postgres, url, folder);
    // Side by side: each beside its peer, in one run.
    const select = await peer(`SELECT * FROM connection WHERE id = '${await textOf(postgres, url, `SELECT id FROM connection WHERE connection_id = '${id}'`)}';`);
    row('PostgreSQL, pgbench: select of a connection', select, '/s');
    const read = await get(row, server, id, 'PostgreSQL');
    row('GET /connections/:id of pgbench', 100 * read / select, '%', 'at least 25 %');
    const insert = await peer(await insertOfSession(postgres, url));
    row('PostgreSQL, pgbench: insert of a session', insert, '/s');
    const written = await post(row, server, 'PostgreSQL');
    row('POST /connect/sessions of pgbench', 100 * written / insert, '%', 'at least 80 %');
    await server.stop();
    server = await serveOn(join(folder, 'sqlite'));
    await get(row, server, await connected(server), 'SQLite', '3000 /s');
    await post(row, server, 'SQLite', '2000 /s');
  } finally {
    await server?.stop();
    await postgres.remove();
    await rm(folder, { recursive: true, force: true });
  }
}

async function connected(server) {
  await configure(server);
  const { token } = await session(server);
  const address = `/api-auth/api-key/bench?connect_session_token=${token}&params[subdomain]=acme`;
  return (await server.api('POST', address, { apiKey: '1234' })).connectionId;
}

const told = ({ perSecond, p99, failed }) => `/s, p99 ${p99.toFixed(1)} ms${failed ? `, ${failed} FAILED` : ''} (${Math.round(perSecond)})`;

async function get(row, server, id, where, goal) {
  const headers = { authorization: `Bearer ${server.key}` };
  const measured = await load(`${server.origin}/connections/${id}?provider_config_key=bench`, { headers, connections: clients });
  row(`${where}, GET /connections/:id`, measured.perSecond, told(measured), goal);
  return measured.perSecond;
}

async function post(row, server, where, goal) {
  const headers = { authorization: `Bearer ${server.key}`, 'content-type': 'application/json' };
  const body = '{"tags":{"end_user_id":"u-1"}}';
  const measured = await load(`${server.origin}/connect/sessions`, { method: 'POST', headers, body, connections: clients });
  row(`${where}, POST /connect/sessions`, measured.perSecond, told(measured), goal);
  return measured.perSecond;
}

const textOf = async ({ bin }, url, sql) => (await run(`${bin}/psql`, ['-At', '-c', sql, url])).stdout.trim();

// The row that our own statement wrote, with a new id and a new fingerprint each time.
async function insertOfSession(postgres, url) {
  const fresh = { id: 'gen_random_uuid()::text', token_fingerprint: "sha256(gen_random_uuid()::text::bytea)" };
  const names = (await textOf(postgres, url, "SELECT column_name FROM information_schema.columns WHERE table_name = 'connect_session' ORDER BY ordinal_position")).split('\n');
  const values = [];
  for (const name of names) {
    values.push(fresh[name] ?? await textOf(postgres, url, `SELECT quote_nullable(${name}) FROM connect_session LIMIT 1`));
  }
  return `INSERT INTO connect_session (${names.join(', ')}) VALUES (${values.join(', ')});`;
}

const peerOf = ({ bin }, url, folder) => async (statement) => {
  const script = join(folder, 'statement.sql');
  await writeFile(script, `${statement}\n`);
  const { stdout } = await run(`${bin}/pgbench`, ['-n', '-M', 'prepared', '-c', String(clients), '-j', '2', '-T', seconds, '-f', script, url]);
  return Number(stdout.match(/tps = ([\d.]+)/)[1]);
};
