// SIGKILL under load, again and again, on SQLite and on PostgreSQL; then PostgreSQL itself is stopped and
// killed, and a server is asked to leave.
//   KILL_ROUNDS=100   how often each is killed (8)
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { definitions, startBackend } from './backend.js';
import { drained } from './drain.js';
import { judgeAll, judgeRound, mark } from './judge.js';
import { newBook, startLoad } from './load.js';
import { startPostgres } from './postgres.js';
import { programOn } from './program.js';

const rounds = Number(process.env.KILL_ROUNDS ?? 8);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

// The first few are enough to read.
const nothing = (wrong, where) => assert.deepEqual(wrong.slice(0, 5), [], `${where}: ${wrong.length} wrong`);

async function configure(program, backend) {
  const call = async (method, path, body) => {
    const headers = { authorization: `Bearer ${program.key}`, 'content-type': 'application/json' };
    const answer = await fetch(program.origin + path, { method, headers, body: JSON.stringify(body) });
    assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${await answer.text()}`);
  };
  await call('POST', '/integrations', { unique_key: 'plain', provider: 'kill-plain' });
  const credentials = { type: 'OAUTH2', client_id: 'id', client_secret: 'secret' };
  await call('POST', '/integrations', { unique_key: 'oauth', provider: 'kill-oauth', credentials });
  await call('PATCH', '/api/v1/environments/webhook?env=dev', { primary_url: `${backend.url}/hook` });
}

async function prepared(name, databaseUrl, env = {}) {
  const folder = await mkdtemp(join(tmpdir(), `connect-ui-kill-${name}-`));
  const backend = await startBackend();
  const providers = join(folder, 'providers.yaml');
  await writeFile(providers, definitions(backend.url));
  const program = await programOn({ folder: join(folder, 'data'), databaseUrl, providers, env });
  await program.start();
  await configure(program, backend);
  const end = async () => {
    await program.kill();
    await backend.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { program, backend, end };
}

async function killed(name, databaseUrl) {
  const { program, backend, end } = await prepared(name, databaseUrl);
  const book = newBook();
  try {
    for (let round = 0; round < rounds; round += 1) {
      const from = mark(book);
      const load = startLoad(program, book);
      // Never the same moment of what is under way.
      await pause(250 + (round * 137) % 400);
      await program.kill();
      await load.stop();
      await program.start();
      const wrong = await judgeRound(program, book, from);
      nothing(wrong, `${name}, round ${round + 1}`);
      if ((round + 1) % 10 === 0) console.log(`${name}: ${round + 1} of ${rounds}, all as told`);
    }
    const { wrong, connections, webhooksAfter, twice } = await judgeAll(program, book, backend);
    nothing(wrong, name);
    nothing(book.strange, name);
    console.log(`${name}: killed ${rounds} times; ${book.sessions.length} sessions, ${book.connections.size} typed and ${book.returned.size} OAuth connections ` +
      `acknowledged, ${book.deleted.size} deleted: all as told; ${connections} connections, all whole; all webhooks arrived ` +
      `${(webhooksAfter / 1000).toFixed(1)} s after the last start, ${twice} of ${backend.copies.size} more than once`);
  } finally {
    await end();
  }
}

async function outage(postgres) {
  const { program, backend, end } = await prepared('outage', await postgres.createDatabase('outage'));
  const book = newBook();
  try {
    for (const signal of ['SIGINT', 'SIGQUIT']) {
      const from = mark(book);
      const load = startLoad(program, book);
      await pause(500);
      book.slowest = 0;
      await postgres.stop(signal);
      await pause(1_000);
      const unready = await fetch(`${program.origin}/ready`);
      assert.equal(unready.status, 503, '/ready while PostgreSQL is away');
      assert.equal((await fetch(`${program.origin}/health`)).status, 200, '/health while PostgreSQL is away');
      const refused = book.refused.get(503) ?? 0;
      assert.ok(refused > 0, 'requests are refused while PostgreSQL is away');
      await postgres.start();
      const [started, before] = [performance.now(), book.lastGood];
      while (book.lastGood === before) {
        assert.ok(performance.now() - started < 10_000, 'requests do not recover');
        await pause(10);
      }
      const recovered = performance.now() - started;
      await pause(500);
      await load.stop();
      nothing(await judgeRound(program, book, from), signal);
      console.log(`PostgreSQL ${signal === 'SIGINT' ? 'stopped' : 'crashed'} under load: ${refused} requests refused with 503, the slowest answer after ` +
        `${Math.round(book.slowest)} ms; the first success ${Math.round(recovered)} ms after it was back`);
    }
    const { wrong } = await judgeAll(program, book, backend);
    nothing(wrong, 'outage');
    nothing(book.strange, 'outage: every refusal is a 503 that says so');
  } finally {
    await end();
  }
}

async function left(name, databaseUrl) {
  const { program, backend, end } = await prepared(name, databaseUrl, { CONNECT_UI_DRAIN_DELAY: '1' });
  const judge = async (book) => {
    nothing(await judgeRound(program, book, { connections: 0, sessions: 0 }), name);
    const judged = await judgeAll(program, book, backend);
    nothing(judged.wrong, name);
    nothing(book.strange, name);
    return judged;
  };
  try {
    await drained({ program, backend, judge });
  } finally {
    await end();
  }
}

const postgres = await startPostgres();
try {
  const all = [killed('SQLite'), postgres.createDatabase('killed').then((url) => killed('PostgreSQL', url))];
  const failed = (await Promise.allSettled(all)).filter((one) => one.status === 'rejected');
  if (failed.length) throw failed[0].reason;
  await outage(postgres);
  await left('drained', await postgres.createDatabase('drained'));
} finally {
  await postgres.remove();
}
