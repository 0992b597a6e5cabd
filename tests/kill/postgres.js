// A PostgreSQL server of one test's own, which can be stopped, killed and started again on the same data.
import { execFile, spawn } from 'node:child_process';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../browser/support/http.js';

const run = promisify(execFile);

// Debian keeps each version in a folder of its own.
async function programs() {
  const versions = await readdir('/usr/lib/postgresql').catch(() => []);
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  return newest ? `/usr/lib/postgresql/${newest}/bin` : '/usr/local/bin';
}

// PostgreSQL refuses to run as root.
async function owner() {
  if (process.getuid() !== 0) return {};
  const number = async (what) => Number((await run('id', [what, 'nobody'])).stdout);
  return { uid: await number('-u'), gid: await number('-g') };
}

/** Makes a cluster and starts it; `settings` are further `-c` settings. */
export async function startPostgres(settings = []) {
  const [bin, who, port] = [await programs(), await owner(), await freePort()];
  const folder = await mkdtemp(join(tmpdir(), 'connect-ui-kill-postgres-'));
  if (who.uid !== undefined) await chown(folder, who.uid, who.gid);
  const data = join(folder, 'data');
  await run(`${bin}/initdb`, ['-D', data, '-U', 'tester', '--auth', 'trust', '-E', 'UTF8', '--locale', 'C.UTF-8', '--no-sync'], { ...who, cwd: folder });
  let child;
  process.on('exit', () => child?.kill('SIGQUIT'));
  const start = async () => {
    const all = ['fsync=off', 'max_connections=100', ...settings].flatMap((one) => ['-c', one]);
    child = spawn(`${bin}/postgres`, ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder, ...all], { ...who, cwd: folder, stdio: 'ignore' });
    for (let tries = 0; tries < 300; tries += 1) {
      const ready = await run(`${bin}/pg_isready`, ['-q', '-h', '127.0.0.1', '-p', String(port)]).then(() => true, () => false);
      if (ready) return;
      await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
    throw new Error('PostgreSQL did not start');
  };
  // SIGINT: connections are cut, all is written. SIGQUIT: as in a crash.
  const stop = async (signal = 'SIGINT') => {
    const ended = new Promise((resolve) => { child.once('exit', resolve); });
    child.kill(signal);
    await ended;
  };
  await start();
  const url = (database) => `postgres://tester@127.0.0.1:${port}/${database}`;
  const createDatabase = async (name) => {
    await run(`${bin}/createdb`, ['-h', '127.0.0.1', '-p', String(port), '-U', 'tester', name]);
    return url(name);
  };
  const remove = async () => { await stop('SIGQUIT'); await rm(folder, { recursive: true, force: true }); };
  return { bin, port, start, stop, remove, createDatabase };
}
