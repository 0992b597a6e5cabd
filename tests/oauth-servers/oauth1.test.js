// OAuth 1 against `oauthlib`'s server, which we did not write.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Agent } from './support/agent.js';
import { startBench } from './support/bench.js';

const python = process.env.OAUTH1_PYTHON ?? '/usr/bin/python3';
let server; let bench;

const definition = (name, origin, method) => `
${name}:
  display_name: ${name}
  auth_mode: OAUTH1
  request_url: ${origin}/request_token
  authorization_url: ${origin}/authorize
  token_url: ${origin}/access_token
  signature_method: ${method}
  docs: ${origin}
`;

before(async () => {
  server = spawn(python, [fileURLToPath(new URL('oauth1_server.py', import.meta.url))], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(server.stdout, 'data');
  const origin = String(line).trim();
  bench = await startBench(definition('hmac', origin, 'HMAC-SHA1') + definition('stranger', origin, 'HMAC-SHA1'));
  await bench.integration('hmac', { type: 'OAUTH1', client_id: 'gallery-client', client_secret: 'gallery-secret' });
  await bench.integration('stranger', { type: 'OAUTH1', client_id: 'gallery-client', client_secret: 'another-secret' });
});

after(async () => {
  await bench?.stop();
  server?.kill();
});

const allow = async (agent, address) => (await agent.go(address, {}, bench.isBack)).stopped;

test('a request token, a verifier, an access token', async () => {
  const { credentials } = await bench.connect('hmac', allow);
  assert.equal(credentials.type, 'OAUTH1');
  assert.ok(credentials.oauth_token);
  assert.ok(credentials.oauth_token_secret);
});

test('a way back with another verifier gets no token', async () => {
  const agent = new Agent();
  const back = new URL(await allow(agent, await bench.leave(agent, 'hmac')));
  back.searchParams.set('oauth_verifier', 'another-verifier');
  assert.equal((await agent.go(back.href)).status, 400);
});

test('a way back in another browser gets no token', async () => {
  const agent = new Agent();
  const back = await allow(agent, await bench.leave(agent, 'hmac'));
  assert.match((await new Agent().go(back)).text, /Please finish where you started/);
  assert.equal((await agent.go(back)).status, 200);
});

test('a client that cannot sign does not leave', async () => {
  const { token } = await bench.server.createSession('stranger');
  const page = await new Agent().request(`${bench.origin}/oauth/connect/stranger?connect_session_token=${token}`, { form: {} });
  assert.equal(page.status, 400);
  assert.match(page.text, /did not accept the sign-in/);
});
