// The databases against which a journey runs: SQLite always, PostgreSQL where TEST_DATABASE_URL names a server.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);

function psql() {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => `${root}/${version}/bin/psql`).find((path) => existsSync(path)) ?? 'psql';
}

async function postgres() {
  const server = process.env.TEST_DATABASE_URL;
  const name = `journey_${randomBytes(6).toString('hex')}`;
  const sql = (text) => run(psql(), [server, '-v', 'ON_ERROR_STOP=1', '-qc', text]);
  await sql(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { env: { DATABASE_URL: url.href }, drop: () => sql(`DROP DATABASE ${name} WITH (FORCE)`) };
}

/** By name, what makes one: the `env` of a server that uses it, and `drop()`. */
export const databases = {
  SQLite: async () => ({ env: {}, drop: async () => {} }),
  ...(process.env.TEST_DATABASE_URL && { PostgreSQL: postgres }),
};
