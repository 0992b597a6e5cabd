// Fills a database with connections: some were made by the server itself and are copied by SQL, with ids, people, tags and
// times of their own. The copies cannot be opened, for what is sealed is bound to its row; nothing here needs that.
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const most = { maxBuffer: 1e8 };

/** How to fill SQLite, in a file. */
export const sqlite = (file) => ({
  columns: async (table) => lines(await python(file, `SELECT name FROM pragma_table_info('${table}')`)),
  numbers: (count) => `(WITH RECURSIVE counted (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM counted WHERE i < ${count}) SELECT i FROM counted)`,
  // The index is filled at once rather than by the server's job, which takes some lines at a time.
  fill: async (statements) => python(file, [
    ...statements,
    'INSERT INTO connection_trigram (rowid, text) SELECT s.sort_key, s.text FROM connection_search s JOIN connection_search_pending USING (environment_id, sort_key) ORDER BY 1',
    'DELETE FROM connection_search_pending', 'ANALYZE',
  ].join(';\n')),
});

/** How to fill PostgreSQL: triggers and the search's index are laid aside meanwhile. */
export const postgres = ({ bin }, url, folder) => ({
  columns: async (table) => lines(await psql(bin, url, folder, `SELECT column_name FROM information_schema.columns WHERE table_name = '${table}' ORDER BY ordinal_position`)),
  numbers: (count) => `(SELECT i FROM generate_series(1, ${count}::bigint) AS i)`,
  fill: async (statements) => psql(bin, url, folder, [
    'SET session_replication_role = replica', 'DROP INDEX connection_search_trigrams',
    ...statements,
    `INSERT INTO connection_tag (number, environment_id, key, value, created_at)
      SELECT c.number, c.environment_id, tag.key, tag.value, c.created_at FROM connection c, jsonb_each_text(c.tags::jsonb) AS tag
      WHERE c.id LIKE 'copy-%'`,
    `INSERT INTO connection_search (sort_key, number, environment_id, text)
      SELECT c.created_at * 1048576 + c.number % 1048576, c.number, c.environment_id, c.search_id || chr(10) || c.search_tags || chr(10) || u.search_text
      FROM connection c JOIN end_user u ON u.id = c.end_user_id WHERE c.id LIKE 'copy-%' ORDER BY 1`,
    `SET maintenance_work_mem = '512MB'`,
    'CREATE INDEX connection_search_trigrams ON connection_search USING gin (connection_trigrams(text)) WITH (gin_pending_list_limit = 256)',
    'VACUUM ANALYZE',
  ].join(';\n')),
});

/** Adds `count` copies of the connections that are there, over two years, the newest just now. */
export async function fill(database, count) {
  const numbers = database.numbers(count);
  const users = Math.ceil(count / 2);
  const now = Date.now();
  const step = Math.floor(2 * 365 * 86_400_000 / count);
  const person = `'Person ' || (n.i % ${users})`;
  const email = `'user' || (n.i % ${users}) || '@mail' || (n.i % 1000) || '.example'`;
  const created = `${now} - (${count} - n.i) * ${step}`;
  const made = await copy(database, 'end_user', {
    id: `'user-' || n.i`, external_id: `'user-' || n.i`, email, display_name: person, tags: 'NULL',
    organization_id: `'org-' || (n.i % 200)`, organization_display_name: 'NULL', search_text: `LOWER(${person}) || '\n' || ${email}`,
  }, `${database.numbers(users - 1)} n JOIN (SELECT * FROM end_user ORDER BY id LIMIT 1) t ON 1 = 1`);
  const templates = `(SELECT c.*, ROW_NUMBER() OVER (ORDER BY c.number) - 1 AS place FROM connection c)`;
  const connections = await copy(database, 'connection', {
    number: undefined,
    id: `'copy-' || n.i`, connection_id: `'copy-conn-' || n.i`, end_user_id: `'user-' || (n.i % ${users - 1} + 1)`,
    tags: `'{"end_user_id":"user-' || (n.i % ${users}) || '","end_user_email":"' || ${email} || '","organization_id":"org-' || (n.i % 200) || '","area":"area-' || (n.i % 7) || '","plan":"'
      || CASE WHEN n.i % 10 < 7 THEN 'free' WHEN n.i % 10 < 9 THEN 'pro' ELSE 'enterprise' END || '"}'`,
    errors: `CASE WHEN n.i % 50 = 0 THEN '[{"type":"auth","log_id":"x"}]' ELSE '[]' END`,
    created_at: created, updated_at: created,
    // Half never ends; of the others some are due, some were given up, some cannot be renewed, and most end later.
    credentials_expire_at: `CASE WHEN n.i % 2 = 0 THEN NULL WHEN n.i % 20 < 5 THEN ${now} - n.i % 86400000 ELSE ${now + 7_200_000} + n.i END`,
    refresh_exhausted: 'CASE WHEN n.i % 20 = 1 THEN 1 ELSE 0 END',
    unrenewable_since: `CASE WHEN n.i % 20 = 3 THEN ${now} ELSE NULL END`,
    last_fetched_at: `${now - 3 * 86_400_000}`,
    search_id: `'copy-conn-' || n.i`, search_tags: `LOWER(${person}) || '\n' || ${email}`,
  }, `${numbers} n JOIN ${templates} t ON t.place = n.i % (SELECT COUNT(*) FROM connection)`);
  await database.fill([made, connections]);
}

async function copy(database, table, own, from) {
  const names = (await database.columns(table)).filter((name) => !(name in own && own[name] === undefined));
  const values = names.map((name) => own[name] ?? `t.${name}`);
  return `INSERT INTO ${table} (${names.join(', ')}) SELECT ${values.join(', ')} FROM ${from}`;
}

const lines = (text) => text.trim().split('\n');

// Node 20 brings no SQLite; Python does.
async function python(file, script) {
  const program = `
import sqlite3, sys
database = sqlite3.connect(sys.argv[1], isolation_level=None)
if sys.argv[2].startswith("SELECT"):
    for row in database.execute(sys.argv[2]): print(row[0])
else:
    database.execute("PRAGMA cache_size = -400000")
    database.executescript("BEGIN;" + sys.argv[2] + ";COMMIT;")
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
`;
  return (await run('python3', ['-c', program, file, script], most)).stdout;
}

async function psql(bin, url, folder, script) {
  const file = `${folder}/fill.sql`;
  await writeFile(file, script);
  return (await run(`${bin}/psql`, ['-At', '-q', '-v', 'ON_ERROR_STOP=1', '-f', file, url], most)).stdout;
}
