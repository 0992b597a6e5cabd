// Our server with a provider file of the test's own, and the whole way of a connection without a screen.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../../browser/support/server.js';
import { Agent, attribute } from './agent.js';

/** Starts it with the definitions in `yaml`. */
export async function startBench(yaml) {
  const folder = await mkdtemp(join(tmpdir(), 'connect-ui-oauth-'));
  const file = join(folder, 'providers.yaml');
  await writeFile(file, yaml);
  const server = await startServer({ env: { CONNECT_UI_PROVIDERS: file, CONNECT_UI_LOG: 'debug' } });
  const stop = async () => { await server.stop(); await rm(folder, { recursive: true }); };
  return new Bench(server, stop);
}

class Bench {
  constructor(server, stop) {
    this.server = server;
    this.stop = stop;
    this.origin = server.origin;
    this.callback = `${server.origin}/oauth/callback`;
    this.isBack = (address) => address.startsWith(this.callback);
  }

  /** Configures an integration under the provider's name. */
  async integration(provider, credentials) {
    const body = { provider, unique_key: provider, ...(credentials && { credentials }) };
    const { status, body: answer } = await this.server.api('POST', '/integrations', body);
    assert.equal(status, 200, JSON.stringify(answer));
  }

  /** Presses the button that leaves for the service; gives the service's address. */
  async leave(agent, key, params = {}) {
    const { token } = await this.server.createSession(key);
    const query = new URLSearchParams({ connect_session_token: token });
    for (const [name, value] of Object.entries(params)) query.set(`params[${name}]`, value);
    const page = await agent.request(`${this.origin}/oauth/connect/${key}?${query}`, { form: {} });
    const address = attribute(page.text, /<a class="button"[^>]*>/, 'href');
    assert.ok(address, `nobody can leave: ${page.status} ${page.text.match(/<h1[^>]*>[^<]*/)}`);
    return address;
  }

  /** Goes all the way; `allow(agent, address)` gives the way back. Gives the connection as the backend reads it. */
  async connect(key, allow, params) {
    const agent = new Agent();
    const back = await allow(agent, await this.leave(agent, key, params));
    const page = await agent.go(back);
    assert.equal(page.status, 200, page.text.match(/data-reason="[^"]*"/)?.[0] ?? page.text);
    return this.newest(key);
  }

  async newest(key) {
    const { body: list } = await this.server.api('GET', `/connections?integrationId=${key}`);
    const id = list.connections[0].connection_id;
    return (await this.read(key, id)).body;
  }

  read(key, id, query = '') {
    return this.server.api('GET', `/connections/${id}?provider_config_key=${key}&refresh_token=true${query}`);
  }
}
