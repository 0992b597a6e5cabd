// What stands on the other sides: the owner's backend, which hears webhooks, and a service that gives out tokens.
import { randomUUID } from 'node:crypto';
import { serve } from '../browser/support/http.js';

/** Starts it. `heard` maps a connection to the ids of the webhooks that told of it, `copies` an id to its arrivals; `refused` are attempts. */
export async function startBackend() {
  const heard = new Map();
  const copies = new Map();
  const refused = new Set();
  const server = await serve(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    if (request.url === '/token') {
      const token = { access_token: `access-${randomUUID()}`, refresh_token: `refresh-${randomUUID()}`, token_type: 'bearer', expires_in: 86_400 };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(token));
      return;
    }
    const id = request.headers['webhook-id'];
    const { connectionId, success } = JSON.parse(body);
    copies.set(id, (copies.get(id) ?? 0) + 1);
    // An attempt that was refused is told too, under an id that no connection has.
    if (!success) { refused.add(connectionId); response.writeHead(200).end(); return; }
    if (!heard.has(connectionId)) heard.set(connectionId, new Set());
    heard.get(connectionId).add(id);
    response.writeHead(200).end();
  });
  const url = `http://127.0.0.1:${server.port}`;
  return { url, heard, copies, refused, close: server.close };
}

/** The definitions of two services: one whose keys nobody checks, one with OAuth. */
export const definitions = (url) => `
kill-plain:
  display_name: Plain
  auth_mode: API_KEY
  docs: https://docs.example
kill-oauth:
  display_name: OAuth
  auth_mode: OAUTH2
  docs: https://docs.example
  authorization_url: ${url}/authorize
  token_url: ${url}/token
`;
