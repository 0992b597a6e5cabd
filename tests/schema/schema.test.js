// The document against the server: schemathesis makes up requests and holds every answer to what is written.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { startServer } from '../browser/support/server.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const tools = `${here}/.venv/bin`;
// Where a made-up name finds nothing, these find something. What ends or replaces what others need is left out.
const destructive = ['deleteIntegration', 'updateIntegration', 'endConnectSession', 'deleteConnection'];
let server;
let token;
let connection;
let scratch;

before(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'connect-ui-schema-'));
  server = await startServer({ args: ['--faults'] });
  ({ token } = await server.createSession());
  const made = await fetch(`${server.origin}/api-auth/api-key/postbox?connect_session_token=${token}`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"apiKey":"demo-1234"}',
  });
  connection = (await made.json()).connectionId;
});
after(async () => {
  await server?.stop();
  await rm(scratch, { recursive: true });
});

async function run(caller, file, options) {
  const child = spawn(`${tools}/st`, [
    '--config-file', `${here}/${file}`, 'run', `${server.origin}/openapi.json`, '--seed', '20250131',
    '--generation-deterministic', '--no-color', '--suppress-health-check', 'all', ...options,
  ], {
    cwd: scratch,
    env: {
      ...process.env, CONNECT_UI_ORIGIN: server.origin, CONNECT_UI_CALLER: caller, CONNECT_UI_TOKEN: token,
      CONNECT_UI_CONNECTION: connection,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.on('data', (chunk) => { text += chunk; });
  child.stderr.on('data', (chunk) => { text += chunk; });
  const status = await new Promise((resolve) => { child.once('error', (error) => resolve(error.message)); child.once('exit', resolve); });
  assert.equal(status, 0, text);
  return text;
}

test('the document is OpenAPI 3.1, and its examples have the shapes that stand beside them', async () => {
  const input = await (await fetch(`${server.origin}/openapi.json`)).text();
  const { status, stdout, stderr } = spawnSync(`${tools}/python`, [`${here}/document.py`], { input, encoding: 'utf8' });
  assert.equal(status, 0, stdout + stderr);
});

const excluded = destructive.flatMap((id) => ['--exclude-operation-id', id]);

test('with an API key and names that are made up', async () => {
  await run(server.key, 'schemathesis.toml', ['--phases', 'examples,coverage']);
});

test('with an API key and names that exist', async () => {
  await run(server.key, 'known.toml', ['--phases', 'fuzzing', '--max-examples', '8', ...excluded]);
});

test('with a session token', async () => {
  await run(token, 'known.toml', ['--phases', 'fuzzing', '--max-examples', '5', ...excluded]);
});
