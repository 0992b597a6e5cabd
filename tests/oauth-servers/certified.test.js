// Flows against `oidc-provider`, a certified server that we did not write.
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { after, before, test } from 'node:test';
import { freePort, serve } from '../browser/support/http.js';
import { Agent } from './support/agent.js';
import { startBench } from './support/bench.js';
import { consent, secret, signerKey, startCertified } from './support/certified.js';

let bench; let service; let resource;

const definition = (name, issuer, more) => `
${name}:
  display_name: ${name}
  auth_mode: OAUTH2
  authorization_url: ${issuer}/auth
  token_url: ${issuer}/token
  revocation_url: ${issuer}/token/revocation
  issuer: ${issuer}
  issuer_in_callback: true
  default_scopes: [openid, profile]
  docs: ${issuer}
${more}`;

const machine = (name, issuer, more) => `
${name}:
  display_name: ${name}
  auth_mode: OAUTH2_CC
  token_url: ${issuer}/token
  docs: ${issuer}
  token_params:
    grant_type: client_credentials
${more}`;

function definitions(issuer) {
  return [
    definition('in-body', issuer, ''),
    definition('in-header', issuer, '  authorization_method: header'),
    definition('signed', issuer, '  token_request_auth_method: private_key_jwt'),
    definition('signed-for-endpoint', issuer, '  token_request_auth_method: private_key_jwt')
      .replace(`  issuer: ${issuer}\n  issuer_in_callback: true\n`, ''),
    definition('other-issuer', issuer, '').replace(`issuer: ${issuer}`, 'issuer: https://another.example'),
    definition('without-pkce', issuer, '  disable_pkce: true'),
    machine('machine', issuer, ''),
    machine('key-pair', issuer, '  token_request_auth_method: private_key_jwt'),
    `
mcp:
  display_name: MCP
  auth_mode: MCP_OAUTH2_GENERIC
  docs: ${issuer}
  connection_config:
    mcp_server_url:
      type: string
      title: Server address
      example: https://mcp.example.com/mcp
      description: The address.
`,
  ].join('');
}

before(async () => {
  // The definitions name the service, and the service knows our callback: its port is chosen first.
  const port = await freePort();
  bench = await startBench(definitions(`http://127.0.0.1:${port}`));
  service = await startCertified({ port, callback: bench.callback, resource: () => `${resource.url}/mcp` });
  const metadata = () => JSON.stringify({
    resource: `${resource.url}/mcp`, authorization_servers: [service.issuer], scopes_supported: ['notes:read'],
  });
  const answer = (request, response) => {
    const known = request.url === '/.well-known/oauth-protected-resource/mcp';
    response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' }).end(known ? metadata() : '{}');
  };
  resource = await serve(answer);
  resource.url = `http://127.0.0.1:${resource.port}`;
  for (const name of ['in-body', 'in-header', 'other-issuer', 'without-pkce']) {
    const id = name === 'in-header' ? name : 'in-body';
    await bench.integration(name, { type: 'OAUTH2', client_id: id, client_secret: secret });
  }
  for (const name of ['signed', 'signed-for-endpoint']) {
    await bench.integration(name, { type: 'OAUTH2', client_id: 'signer-of-codes', client_secret: signerKey });
  }
  for (const name of ['machine', 'key-pair', 'mcp']) await bench.integration(name);
});

after(async () => {
  await bench?.stop();
  await service?.close();
  await resource?.close();
});

const allow = (agent, address) => consent(agent, address, bench.isBack);

async function person(token) {
  const answer = await fetch(`${service.issuer}/me`, { headers: { authorization: `Bearer ${token}` } });
  return { status: answer.status, body: await answer.json().catch(() => null) };
}

for (const name of ['in-body', 'in-header', 'signed', 'signed-for-endpoint']) {
  test(`code and PKCE, the client ${name}`, async () => {
    const connection = await bench.connect(name, allow);
    assert.equal(connection.credentials.type, 'OAUTH2');
    assert.ok(connection.credentials.refresh_token);
    assert.ok(new Date(connection.credentials.expires_at) > new Date());
    const { status, body } = await person(connection.credentials.access_token);
    assert.deepEqual([status, body?.sub], [200, 'alice']);
  });
}

test('an answer of a server that is not the one we asked is not used', async () => {
  const agent = new Agent();
  const asked = service.asked.token;
  const back = await allow(agent, await bench.leave(agent, 'other-issuer'));
  assert.ok(new URL(back).searchParams.get('iss'), 'the server names itself');
  const page = await agent.go(back);
  assert.equal(page.status, 400);
  assert.match(page.text, /did not come from the server/);
  assert.equal(service.asked.token, asked);
});

test('a server that wants PKCE says so, and the person gets a page', async () => {
  const agent = new Agent();
  const { stopped } = await agent.go(await bench.leave(agent, 'without-pkce'), {}, bench.isBack);
  assert.equal(new URL(stopped).searchParams.get('error'), 'invalid_request');
  assert.equal((await agent.go(stopped)).status, 400);
});

test('a person who says no', async () => {
  const agent = new Agent();
  const page = await agent.go(await bench.leave(agent, 'in-body'), {}, bench.isBack);
  const abort = page.text.match(/href="([^"]*\/abort)"/)?.[1];
  const { stopped } = await agent.go(new URL(abort, page.url).href, {}, bench.isBack);
  const result = await agent.go(stopped);
  assert.equal(result.status, 400);
  assert.match(result.text, /Access was not allowed/);
});

test('a way back is used once, and its code asks for tokens once', async () => {
  const agent = new Agent();
  const back = await allow(agent, await bench.leave(agent, 'in-body'));
  const asked = service.asked.token;
  assert.equal((await agent.go(back)).status, 200);
  assert.equal((await agent.go(back)).status, 400);
  assert.equal((await new Agent().go(back)).status, 400);
  assert.equal(service.asked.token, asked + 1);
});

test('MCP: discovery, registration, a token for the resource', async () => {
  const connection = await bench.connect('mcp', allow, { mcp_server_url: `${resource.url}/mcp` });
  assert.equal(service.asked.registration, 1);
  const { access_token: token } = connection.credentials;
  const client = service.asked.bodies.at(-1).sent.client_id;
  const answer = await fetch(`${service.issuer}/token/introspection`, {
    method: 'POST', body: new URLSearchParams({ token, client_id: client }),
  });
  const said = await answer.json();
  assert.deepEqual([said.active, said.aud, said.scope], [true, `${resource.url}/mcp`, 'notes:read']);
});

for (const name of ['in-body', 'signed']) {
  test(`a refresh token rotates, and the new one is kept: the client ${name}`, async () => {
    const first = await bench.connect(name, allow);
    const read = async () => {
      const { status, body } = await bench.read(name, first.connection_id, '&force_refresh=true');
      assert.equal(status, 200, JSON.stringify(body));
      return body.credentials;
    };
    const second = await read();
    assert.notEqual(second.access_token, first.credentials.access_token);
    assert.notEqual(second.refresh_token, first.credentials.refresh_token);
    const third = await read();
    assert.equal((await person(third.access_token)).status, 200);
  });

  test(`disconnecting ends the grant at the service: the client ${name}`, async () => {
    const connection = await bench.connect(name, allow);
    const asked = service.asked.revocation;
    const { connection_id: id, credentials } = connection;
    const { status } = await bench.server.api('DELETE', `/connections/${id}?provider_config_key=${name}`);
    assert.equal(status, 200);
    assert.ok(service.asked.revocation > asked);
    assert.equal((await person(credentials.access_token)).status, 401);
  });
}

test('a key that is not the client\'s connects nobody', async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const other = privateKey.export({ type: 'pkcs8', format: 'pem' });
  const answer = await machineDoor('key-pair', { client_id: 'signer', client_private_key: other });
  assert.equal(answer.status, 400);
  assert.equal(service.asked.bodies.at(-1).body.error, 'invalid_client');
});

/** Whose token the server says it is. */
async function grantedTo(token) {
  const body = new URLSearchParams({ token, client_id: 'in-body', client_secret: secret });
  const answer = await fetch(`${service.issuer}/token/introspection`, { method: 'POST', body });
  const said = await answer.json();
  return said.active && said.client_id;
}

/** Sends a typed client, as the SDK does. */
async function machineDoor(name, credentials) {
  const { token } = await bench.server.createSession(name);
  return fetch(`${bench.origin}/oauth2/auth/${name}?connect_session_token=${token}`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(credentials),
  });
}

for (const [name, credentials] of [
  ['machine', { client_id: 'machine', client_secret: secret }],
  ['key-pair', { client_id: 'signer', client_secret: '', client_private_key: signerKey }],
]) {
  test(`client credentials: ${name}`, async () => {
    const answer = await machineDoor(name, credentials);
    assert.equal(answer.status, 200, await answer.text());
    const connection = await bench.newest(name);
    assert.equal(connection.credentials.type, 'OAUTH2_CC');
    assert.equal(await grantedTo(connection.credentials.token), credentials.client_id);

    const { status, body } = await bench.read(name, connection.connection_id, '&force_refresh=true');
    assert.equal(status, 200, JSON.stringify(body));
    assert.notEqual(body.credentials.token, connection.credentials.token);
    assert.equal(await grantedTo(body.credentials.token), credentials.client_id);
  });
}

// The last one: everything above is in the log by now.
test('neither codes nor states nor tokens are in the log', async () => {
  const agent = new Agent();
  const address = new URL(await bench.leave(agent, 'in-body'));
  const back = new URL(await allow(agent, address.href));
  await agent.go(back.href);
  const { credentials } = await bench.newest('in-body');
  const text = bench.server.output();
  assert.match(text, /oauth\/callback/, 'the log is on');
  const secrets = {
    state: address.searchParams.get('state'), challenge: address.searchParams.get('code_challenge'),
    code: back.searchParams.get('code'), token: credentials.access_token, refresh: credentials.refresh_token, secret,
  };
  const all = service.asked.bodies.flatMap(({ body, sent }) => [body?.access_token, body?.refresh_token, sent?.code, sent?.code_verifier]);
  for (const [name, value] of [...Object.entries(secrets), ...all.filter(Boolean).map((value) => ['of all', value])]) {
    assert.ok(value, name);
    assert.ok(!text.includes(value), `the ${name} is in the log`);
  }
});
