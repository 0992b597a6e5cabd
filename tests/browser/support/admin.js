// The admin as its user knows it: set up once a server, signed in by cookie where a journey is about something else.

/** The first admin of every server under test. */
export const alice = { name: 'alice', password: 'correct horse battery' };

/** The one-time link that the server printed. */
export async function setupLink(server) {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = server.output().match(/http\S+\/admin\/setup\/[0-9a-f]+/);
    if (found) return found[0];
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
  throw new Error(`no set-up link:\n${server.output()}`);
}

const cookies = new WeakMap();

async function setUp(server) {
  const answer = await fetch(await setupLink(server), {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: server.origin },
    body: new URLSearchParams(alice),
  });
  if (answer.status !== 303) throw new Error(`the set-up answered ${answer.status}`);
  const [name, value] = answer.headers.get('set-cookie').split(';')[0].split('=');
  return { name, value, url: server.origin, httpOnly: true, sameSite: 'Strict' };
}

/** Signs the browser in as the first admin, whom it makes when nobody has. */
export async function signedIn(context, server) {
  if (!cookies.has(server)) cookies.set(server, setUp(server));
  await context.addCookies([await cookies.get(server)]);
}

/** Fills in the sign-in form. */
export async function signIn(page, { name, password } = alice) {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Connects an account as a host application's own form would; gives the connection's id. */
export async function connect(server, integration, { params = {}, tags = {}, ...credentials }) {
  const made = await server.api('POST', '/connect/sessions', {
    tags: { end_user_id: 'u-1', end_user_email: 'bob@acme.example', ...tags }, allowed_integrations: [integration],
  });
  const { token } = made.body.data;
  const kind = credentials.apiKey ? 'api-key' : 'basic';
  const query = new URLSearchParams({ connect_session_token: token });
  for (const [name, value] of Object.entries(params)) query.set(`params[${name}]`, value);
  const answer = await fetch(`${server.origin}/api-auth/${kind}/${integration}?${query}`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(credentials),
  });
  const body = await answer.json();
  if (answer.status !== 200) throw new Error(`not connected: ${answer.status} ${JSON.stringify(body)}`);
  return body.connectionId;
}
