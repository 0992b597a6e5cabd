// `oidc-provider`, a certified authorization server, on a port of its own.
import { generateKeyPairSync } from 'node:crypto';
import { Provider } from 'oidc-provider';

export const secret = 'a-secret-of-more-than-thirty-two-characters';
const signer = generateKeyPairSync('rsa', { modulusLength: 2048 });
const signerJwk = { ...signer.publicKey.export({ format: 'jwk' }), use: 'sig' };
/** The private key of the clients `signer` and `signer-of-codes`. */
export const signerKey = signer.privateKey.export({ type: 'pkcs8', format: 'pem' });

const code = { grant_types: ['authorization_code', 'refresh_token'], response_types: ['code'] };
const machine = { grant_types: ['client_credentials'], response_types: [], redirect_uris: [] };

function clients(callback) {
  const confidential = { ...code, client_secret: secret, redirect_uris: [callback] };
  return [
    { ...confidential, client_id: 'in-body', token_endpoint_auth_method: 'client_secret_post' },
    { ...confidential, client_id: 'in-header', token_endpoint_auth_method: 'client_secret_basic' },
    {
      ...code, client_id: 'signer-of-codes', redirect_uris: [callback], token_endpoint_auth_method: 'private_key_jwt',
      jwks: { keys: [signerJwk] },
    },
    { ...machine, client_id: 'machine', client_secret: secret, token_endpoint_auth_method: 'client_secret_post' },
    {
      ...machine, client_id: 'signer', token_endpoint_auth_method: 'private_key_jwt',
      jwks: { keys: [signerJwk] },
    },
  ];
}

function configuration(callback, resource) {
  return {
    clients: clients(callback),
    cookies: { keys: ['keys-of-a-test'] },
    pkce: { required: () => true, methods: ['S256'] },
    scopes: ['openid', 'offline_access', 'profile', 'notes:read'],
    claims: { openid: ['sub'], profile: ['name'] },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, name: id }) }),
    issueRefreshToken: async (_, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    ttl: { AccessToken: 3600, RefreshToken: 86400, Grant: 86400, Session: 86400, Interaction: 3600, IdToken: 3600 },
    features: {
      devInteractions: { enabled: true },
      clientCredentials: { enabled: true },
      revocation: { enabled: true },
      introspection: { enabled: true },
      registration: { enabled: true },
      rpInitiatedLogout: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => undefined,
        useGrantedResource: () => true,
        getResourceServerInfo: (_, asked) => {
          if (asked !== resource()) throw new Error(`no such resource: ${asked}`);
          return { scope: 'notes:read', accessTokenFormat: 'opaque', audience: asked };
        },
      },
    },
  };
}

/** Starts it on `port` for clients that return to `callback`, and for tokens of `resource()`. Counts what is asked of it. */
export async function startCertified({ port, callback, resource }) {
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, configuration(callback, resource));
  const asked = { token: 0, revocation: 0, registration: 0, bodies: [] };
  provider.use(async (context, next) => {
    await next();
    const route = context.oidc?.route;
    if (context.method === 'POST' && route in asked) asked[route] += 1;
    if (route === 'token') asked.bodies.push({ status: context.status, body: context.body, sent: context.oidc.body });
  });
  const server = await new Promise((resolve) => { const listening = provider.listen(port, '127.0.0.1', () => resolve(listening)); });
  const close = () => { server.closeAllConnections(); return new Promise((resolve) => { server.close(resolve); }); };
  return { issuer, asked, close };
}

/** Signs in and consents as `login`; gives where the server sends the browser. */
export async function consent(agent, address, isBack, login = 'alice') {
  let page = await agent.go(address, {}, isBack);
  for (let steps = 0; steps < 4 && !page.stopped; steps += 1) {
    const prompt = page.text.match(/name="prompt" value="(\w+)"/)?.[1];
    if (!prompt) throw new Error(`no consent page at ${page.url}: ${page.status} ${page.text}`);
    const action = page.text.match(/<form[^>]*action="([^"]+)"/)?.[1] ?? page.url;
    const form = prompt === 'login' ? { prompt, login, password: 'any' } : { prompt };
    page = await agent.go(new URL(action, page.url).href, { form }, isBack);
  }
  return page.stopped;
}
