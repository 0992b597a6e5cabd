// The published backend client does everything that concerns accounts, unchanged, on every database; what this server
// does not have is refused in the protocol's envelope.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Nango } from '@nangohq/node';
import { databases } from '../support/database.js';
import { serve } from '../support/http.js';
import { startProduct } from '../support/product.js';
import { Agent, attribute } from '../../oauth-servers/support/agent.js';

const definitions = (port) => `
acme:
  display_name: Acme
  categories: [other]
  auth_mode: API_KEY
  docs: https://acme.example/docs
  proxy:
    base_url: http://127.0.0.1:${port}
    headers:
      authorization: Bearer \${apiKey}
acme-oauth:
  display_name: Acme OAuth
  categories: [other]
  auth_mode: OAUTH2
  docs: https://acme.example/docs
  authorization_url: http://127.0.0.1:${port}/authorize
  token_url: http://127.0.0.1:${port}/token
  proxy:
    base_url: http://127.0.0.1:${port}
`;

// A service and the owner's backend in one: answers with what it was asked, gives tokens, keeps webhooks.
async function startWorld() {
  const webhooks = [];
  const waiting = new Set();
  const read = async (request) => {
    const pieces = [];
    for await (const piece of request) pieces.push(piece);
    return Buffer.concat(pieces).toString();
  };
  const server = await serve(async (request, response) => {
    const body = await read(request);
    const { method, url, headers } = request;
    if (url === '/hook') {
      webhooks.push({ body, headers });
      for (const look of waiting) look();
    }
    if (url.startsWith('/authorize')) {
      const asked = new URL(url, 'http://service').searchParams;
      const back = new URLSearchParams({ code: 'c-1', state: asked.get('state') });
      response.writeHead(302, { location: `${asked.get('redirect_uri')}?${back}` }).end();
      return;
    }
    const isRenewal = new URLSearchParams(body).get('grant_type') === 'refresh_token';
    const token = isRenewal
      ? { access_token: 'a-2', refresh_token: 'r-2', expires_in: 3600 }
      : { access_token: 'a-1', refresh_token: 'r-1', expires_in: 3600, team: 'blue' };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(url === '/token' ? token : { method, url, headers, body }));
  });
  const webhook = (fits) => new Promise((resolve) => {
    const look = () => {
      const found = webhooks.find((one) => fits(JSON.parse(one.body)));
      if (!found) return;
      waiting.delete(look);
      resolve(found);
    };
    waiting.add(look);
    look();
  });
  return { port: server.port, close: server.close, webhook };
}

const refusal = (status, code) => (error) => {
  assert.equal(error.response?.status, status, JSON.stringify(error.response?.data ?? error.message));
  assert.equal(error.response.data.error.code, code);
  assert.ok(error.response.data.error.message.length > 0);
  return true;
};

for (const [name, make] of Object.entries(databases)) {
  describe(`@nangohq/node on ${name}`, () => {
    let database; let world; let server; let nango; let connectionId; let signingKey;

    // The whole way to the service and back, as a browser goes it; gives the new connection's id.
    const connectAtTheService = async () => {
      const { data } = await nango.createConnectSession({ end_user: { id: 'u-3' }, allowed_integrations: ['acme oauth'] });
      const agent = new Agent();
      const start = `${server.origin}/oauth/connect/acme%20oauth?connect_session_token=${data.token}`;
      const page = await agent.request(start, { form: {} });
      const address = attribute(page.text, /<a class="button"[^>]*>/, 'href');
      assert.ok(address, `nobody can leave: ${page.status} ${page.text}`);
      assert.equal((await agent.go(address)).status, 200);
      return (await nango.waitForConnection('acme oauth', 'u-3')).connection_id;
    };

    before(async () => {
      world = await startWorld();
      database = await make();
      server = await startProduct({ yaml: definitions(world.port), env: database.env });
      const rotated = await server.api('POST', '/environment/webhook-signing-key/rotate');
      signingKey = rotated.body.data.webhook_signing_key;
      nango = new Nango({ host: server.origin, secretKey: server.key, webhookSigningKey: signingKey });
      await server.api('PATCH', '/api/v1/environments/webhook?env=dev', { primary_url: `http://127.0.0.1:${world.port}/hook` });
    });
    after(async () => {
      await server?.stop();
      await database?.drop();
      await world?.close();
    });

    test('listProviders, getProvider', async () => {
      const { data } = await nango.listProviders({ search: 'acme' });
      assert.deepEqual(data.map((provider) => provider.name).sort(), ['acme', 'acme-oauth']);
      const { data: one } = await nango.getProvider({ provider: 'acme' });
      assert.deepEqual([one.name, one.auth_mode, one.display_name], ['acme', 'API_KEY', 'Acme']);
      await assert.rejects(nango.getProvider({ provider: 'nobody' }), refusal(404, 'not_found'));
    });

    test('createIntegration, updateIntegration, getIntegration, listIntegrations, deleteIntegration', async () => {
      await nango.createIntegration({ provider: 'acme', unique_key: 'acme' });
      const credentials = { type: 'OAUTH2', client_id: 'us', client_secret: 'shh', scopes: 'read,write' };
      await nango.createIntegration({ provider: 'acme-oauth', unique_key: 'acme oauth', credentials });
      const { data: changed } = await nango.updateIntegration({ uniqueKey: 'acme oauth' }, { display_name: 'Their Acme' });
      assert.equal(changed.display_name, 'Their Acme');
      const { data: read } = await nango.getIntegration({ uniqueKey: 'acme oauth' }, { include: ['credentials'] });
      assert.deepEqual([read.credentials.client_id, read.credentials.scopes], ['us', 'read,write']);
      await nango.createIntegration({ provider: 'acme', unique_key: 'short-lived' });
      const keys = async () => (await nango.listIntegrations()).configs.map((config) => config.unique_key).sort();
      assert.deepEqual(await keys(), ['acme', 'acme oauth', 'short-lived']);
      assert.equal((await nango.deleteIntegration('short-lived')).status, 200);
      assert.deepEqual(await keys(), ['acme', 'acme oauth']);
      await assert.rejects(nango.getIntegration({ uniqueKey: 'short-lived' }), refusal(404, 'not_found'));
      await assert.rejects(nango.createQuickstartIntegration({ provider: 'acme', unique_key: 'x' }), refusal(400, 'invalid_body'));
    });

    test('createConnectSession, and waitForConnection until somebody has connected', async () => {
      const { data } = await nango.createConnectSession({
        end_user: { id: 'u-1', email: 'alice@acme.example', display_name: 'Alice' },
        organization: { id: 'o-1', display_name: 'Acme Inc' }, allowed_integrations: ['acme'], tags: { Plan: 'gold' },
      });
      assert.match(data.token, /^nango_connect_session_[0-9a-f]{64}$/);
      assert.ok(data.connect_link.startsWith(server.origin) && Date.parse(data.expires_at) > Date.now());
      const made = await fetch(`${server.origin}/api-auth/api-key/acme?connect_session_token=${data.token}`, {
        method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"apiKey":"k-1"}',
      });
      ({ connectionId } = await made.json());
      const found = await nango.waitForConnection('acme', 'u-1');
      assert.equal(found.connection_id, connectionId);
      await assert.rejects(nango.createConnectSession({}), refusal(400, 'invalid_body'));
    });

    test('verifyIncomingWebhookRequest, verifyWebhookSignature', async () => {
      const { body, headers } = await world.webhook((event) => event.connectionId === connectionId);
      assert.equal(nango.verifyIncomingWebhookRequest(body, headers), true);
      assert.equal(nango.verifyIncomingWebhookRequest(`${body} `, headers), false);
      assert.equal(nango.verifyWebhookSignature(headers['x-nango-signature'], JSON.parse(body)), true);
      assert.equal(nango.verifyWebhookSignature('0'.repeat(64), JSON.parse(body)), false);
      const event = JSON.parse(body);
      assert.deepEqual(
        [event.type, event.operation, event.success, event.endUser.endUserId, event.tags.plan],
        ['auth', 'creation', true, 'u-1', 'gold'],
      );
    });

    test('listConnections with every filter', async () => {
      const ids = async (...given) => (await nango.listConnections(...given)).connections.map((one) => one.connection_id);
      for (const given of [
        [{}], [{ connectionId }], [{ userId: 'u-1' }], [{ integrationId: ['acme', 'acme oauth'] }], [{ tags: { plan: 'gold' } }],
        [{ limit: 5, page: 0 }], [connectionId, 'alice', { endUserId: 'u-1', endUserOrganizationId: 'o-1' }],
      ]) assert.deepEqual(await ids(...given), [connectionId], JSON.stringify(given));
      for (const given of [
        [undefined, 'bob'], [undefined, undefined, { endUserId: 'u-2' }], [{ tags: { plan: 'lead' } }], [{ limit: 5, page: 1 }],
        [{ integrationId: 'acme oauth' }],
      ]) assert.deepEqual(await ids(...given), [], JSON.stringify(given));
    });

    test('getConnection', async () => {
      const connection = await nango.getConnection('acme', connectionId);
      assert.deepEqual(connection.credentials, { type: 'API_KEY', apiKey: 'k-1' });
      assert.deepEqual([connection.connection_id, connection.provider_config_key], [connectionId, 'acme']);
      assert.deepEqual([connection.end_user.id, connection.end_user.organization.id], ['u-1', 'o-1']);
      await assert.rejects(nango.getConnection('nobody', connectionId), refusal(400, 'unknown_provider_config'));
      await assert.rejects(nango.getConnection('acme', 'nobody'), refusal(404, 'not_found'));
    });

    test('setMetadata, updateMetadata, getMetadata', async () => {
      assert.equal((await nango.setMetadata('acme', connectionId, { a: 1, b: { c: [2] } })).status, 201);
      assert.equal((await nango.updateMetadata('acme', connectionId, { a: 2, d: null })).status, 200);
      assert.deepEqual(await nango.getMetadata('acme', connectionId), { a: 2, b: { c: [2] }, d: null });
      assert.equal((await nango.setMetadata('acme', [connectionId], { e: 3 })).status, 201);
      assert.deepEqual(await nango.getMetadata('acme', connectionId), { e: 3 });
      await assert.rejects(nango.updateMetadata('acme', [connectionId, 'nobody'], { e: 4 }), refusal(404, 'unknown_connection'));
      assert.deepEqual(await nango.getMetadata('acme', connectionId), { e: 3 });
    });

    test('patchConnection', async () => {
      const whose = { connectionId, provider_config_key: 'acme' };
      assert.deepEqual(await nango.patchConnection(whose, { end_user: { id: 'u-9', display_name: 'Bob' }, tags: { plan: 'lead' } }), { success: true });
      const { tags, end_user: user } = await nango.getConnection('acme', connectionId);
      assert.deepEqual([tags.plan, tags.end_user_id, user.id, user.display_name], ['lead', 'u-9', 'u-9', 'Bob']);
      await assert.rejects(nango.patchConnection({ ...whose, connectionId: 'nobody' }, {}), refusal(404, 'not_found'));
    });

    test('getToken, getRawTokenResponse, and renewing', async () => {
      const brought = await connectAtTheService();
      assert.equal(await nango.getToken('acme oauth', brought), 'a-1');
      assert.equal((await nango.getRawTokenResponse('acme oauth', brought)).team, 'blue');
      assert.equal(await nango.getToken('acme oauth', brought, true), 'a-2');
      const without = await nango.getConnection('acme oauth', brought);
      assert.deepEqual([without.credentials.type, without.credentials.refresh_token], ['OAUTH2', undefined]);
      const whole = await nango.getConnection('acme oauth', brought, false, true);
      assert.equal(whole.credentials.refresh_token, 'r-2');
    });

    test('createReconnectSession', async () => {
      const { data } = await nango.createReconnectSession({ connection_id: connectionId, integration_id: 'acme' });
      const again = await fetch(`${server.origin}/api-auth/api-key/acme?connect_session_token=${data.token}`, {
        method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"apiKey":"k-2"}',
      });
      assert.equal((await again.json()).connectionId, connectionId);
      assert.equal((await nango.getConnection('acme', connectionId)).credentials.apiKey, 'k-2');
      const { body } = await world.webhook((event) => event.operation === 'override');
      assert.equal(JSON.parse(body).connectionId, connectionId);
      await assert.rejects(nango.createReconnectSession({ connection_id: 'nobody', integration_id: 'acme' }), refusal(400, 'invalid_body'));
    });

    test('proxy, get, post, put, patch, delete', async () => {
      const call = { providerConfigKey: 'acme', connectionId, endpoint: '/v1/things' };
      const { data: got } = await nango.get({ ...call, params: { q: 'a b' }, headers: { 'x-mine': '1' } });
      assert.deepEqual([got.method, got.headers['x-mine']], ['GET', '1']);
      assert.match(got.headers.authorization, /^Bearer k-[12]$/);
      for (const method of ['post', 'put', 'patch', 'delete']) {
        const { data } = await nango[method]({ ...call, data: { a: 1 } });
        assert.deepEqual([data.method, JSON.parse(data.body)], [method.toUpperCase(), { a: 1 }]);
      }
      const { data: made } = await nango.proxy({ ...call, method: 'PATCH', data: { b: 2 } });
      assert.deepEqual([made.method, made.body], ['PATCH', '{"b":2}']);
      await assert.rejects(nango.get({ ...call, connectionId: 'nobody' }), refusal(400, 'server_error'));
    });

    test('getEnvironmentVariables', async () => {
      assert.deepEqual(await nango.getEnvironmentVariables(), []);
    });

    test('deleteConnection', async () => {
      assert.deepEqual((await nango.deleteConnection('acme', connectionId)).data, { success: true });
      await assert.rejects(nango.getConnection('acme', connectionId), refusal(404, 'not_found'));
      await assert.rejects(nango.deleteConnection('acme', connectionId), refusal(400, 'unknown_connection'));
    });

    test('a key that is not known', async () => {
      const stranger = new Nango({ host: server.origin, secretKey: '11111111-1111-4111-8111-111111111111' });
      await assert.rejects(stranger.listConnections({}), refusal(401, 'unknown_account'));
    });

    test('what this server does not have is refused in the envelope', async () => {
      const whose = { providerConfigKey: 'acme', connectionId: 'c', model: 'Thing' };
      const variant = { provider_config_key: 'acme', connection_id: 'c', name: 's', variant: 'v' };
      const named = { uniqueKey: 'acme', name: 'f' };
      const calls = {
        getProviderTemplates: [{ provider: 'acme' }],
        listFunctions: [{ uniqueKey: 'acme' }],
        getFunction: [named],
        getFunctionCode: [named],
        deleteFunction: [named],
        getScriptsConfig: ['nango'],
        listRecords: [whose],
        pruneRecords: [{ ...whose, untilCursor: 'x' }],
        triggerSync: ['acme', ['s'], 'c'],
        startSync: ['acme', ['s'], 'c'],
        pauseSync: ['acme', ['s'], 'c'],
        syncStatus: ['acme', ['s'], 'c'],
        updateSyncConnectionFrequency: ['acme', 's', 'c', 'every hour'],
        createSyncVariant: [variant],
        deleteSyncVariant: [variant],
        triggerAction: ['acme', 'c', 'a', {}],
        triggerActionAsync: ['acme', 'c', 'a', {}],
        getAsyncActionResult: [{ id: 'x' }],
      };
      for (const [method, given] of Object.entries(calls)) {
        await assert.rejects(nango[method](...given), refusal(501, 'not_implemented'), method);
      }
    });
  });
}
