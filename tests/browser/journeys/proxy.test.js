// The published backend client calls services through the proxy.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Nango } from '@nangohq/node';
import { serve } from '../support/http.js';
import { startServer } from '../support/server.js';

let server;
let echo;
let nango;
let connectionId;

// Answers with what it was asked; `/status/418` with that status.
async function answer(request, response) {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  const { method, url, headers } = request;
  const status = Number(url.match(/^\/status\/(\d+)/)?.[1] ?? 200);
  response.writeHead(status, { 'content-type': 'application/json', 'x-theirs': 'yes' });
  response.end(JSON.stringify({ method, url, headers, body: Buffer.concat(pieces).toString() }));
}

before(async () => {
  server = await startServer();
  echo = await serve(answer);
  nango = new Nango({ host: server.origin, secretKey: server.key });
  const { token } = await server.createSession('postbox');
  const made = await fetch(`${server.origin}/api-auth/api-key/postbox?connect_session_token=${token}`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"apiKey":"demo-1234"}',
  });
  ({ connectionId } = await made.json());
});
after(async () => {
  await echo?.close();
  await server?.stop();
});

const call = (config) => ({ providerConfigKey: 'postbox', connectionId, baseUrlOverride: `http://127.0.0.1:${echo.port}`, ...config });

test('get at the address of the definition', async () => {
  const { status, data } = await nango.get({ providerConfigKey: 'postbox', connectionId, endpoint: '/me' });
  assert.equal(status, 200);
  assert.ok(data);
});

test('get with parameters and headers', async () => {
  const { data, headers } = await nango.get(call({ endpoint: '/v1/things', params: { page: 2, q: 'a b' }, headers: { 'X-Mine': '1' } }));
  assert.equal(data.method, 'GET');
  assert.deepEqual(Object.fromEntries(new URL(data.url, 'http://x').searchParams), { page: '2', q: 'a b' });
  assert.equal(data.headers.authorization, 'Bearer demo-1234');
  assert.equal(data.headers['x-mine'], '1');
  assert.equal(data.headers['nango-is-sync'], undefined);
  assert.equal(headers['content-type'], 'application/json');
});

for (const method of ['post', 'put', 'patch', 'delete']) {
  test(`${method} with an object`, async () => {
    const { data } = await nango[method](call({ endpoint: '/v1/things', data: { a: 1, b: ['x'] } }));
    assert.equal(data.method, method.toUpperCase());
    assert.deepEqual(JSON.parse(data.body), { a: 1, b: ['x'] });
    assert.match(data.headers['content-type'], /^application\/json/);
  });
}

test('an object as a form', async () => {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const { data } = await nango.post(call({ endpoint: '/token', data: { a: 1, b: 'x y' }, headers }));
  assert.deepEqual(Object.fromEntries(new URLSearchParams(data.body)), { a: '1', b: 'x y' });
  assert.match(data.headers['content-type'], /^application\/x-www-form-urlencoded/);
});

test('proxy with a method of its own', async () => {
  const { data } = await nango.proxy(call({ method: 'DELETE', endpoint: 'v1/things/7' }));
  assert.deepEqual([data.method, data.url], ['DELETE', '/v1/things/7']);
});

test('the status of the service is the answer', async () => {
  assert.equal((await nango.post(call({ endpoint: '/status/201', data: {} }))).status, 201);
  await assert.rejects(nango.get(call({ endpoint: '/status/418' })), (error) => error.response.status === 418
    && error.response.headers['x-theirs'] === 'yes' && error.response.data.url === '/status/418');
});

test('an answer as a stream', async () => {
  const { data } = await nango.get(call({ endpoint: '/stream', responseType: 'stream' }));
  let text = '';
  for await (const piece of data) text += piece;
  assert.equal(JSON.parse(text).url, '/stream');
});

test('a connection that is not there', async () => {
  await assert.rejects(nango.get({ ...call({ endpoint: '/x' }), connectionId: 'nobody' }), (error) => error.response.status === 400
    && error.response.data.error.code === 'server_error' && error.response.data.error.message.startsWith('Failed to get connection'));
});
