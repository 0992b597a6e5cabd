// Whether everything that was answered for is there, whole, and told.
import { setTimeout as pause } from 'node:timers/promises';

const reader = ({ origin, key }) => async (path, token = key) => {
  const answer = await fetch(origin + path, { headers: { authorization: `Bearer ${token}` } });
  return { status: answer.status, body: await answer.json().catch(() => null) };
};

async function listed(get) {
  const all = [];
  for (let page = 0; ; page += 1) {
    const { status, body } = await get(`/connections?limit=1000&page=${page}`);
    if (status !== 200) throw new Error(`the list answers ${status}`);
    all.push(...body.connections);
    if (body.connections.length < 1000) return all;
  }
}

/** Everything that was acknowledged since `from` (connections and sessions before were looked at already). */
export async function judgeRound(program, book, from) {
  const get = reader(program);
  const wrong = [];
  const ids = [...book.connections.keys()].slice(from.connections);
  for (const id of ids) {
    if (book.deleting.has(id) && !book.deleted.has(id)) continue;
    const { status, body } = await get(`/connections/${id}?provider_config_key=plain`);
    if (book.deleted.has(id)) {
      if (status !== 404) wrong.push(`${id} was deleted and answers ${status}`);
    } else if (status !== 200 || body.credentials.apiKey !== book.connections.get(id).apiKey) {
      wrong.push(`${id} was acknowledged and answers ${status} ${JSON.stringify(body)}`);
    }
  }
  for (const token of book.sessions.slice(from.sessions)) {
    const { status } = await get('/connect/session', token);
    if (status !== 200) wrong.push(`an acknowledged session answers ${status}`);
  }
  return wrong;
}

/** Where the book stands. */
export const mark = (book) => ({ connections: book.connections.size, sessions: book.sessions.length });

/** All connections, whoever was told of them: whole, and heard of; and nothing was told that is not there. */
export async function judgeAll(program, book, backend, patience = 90_000) {
  const get = reader(program);
  const wrong = [];
  const all = await listed(get);
  const there = new Set(all.map((one) => one.connection_id));
  const awaited = new Set([...there, ...book.connections.keys()]);
  const began = performance.now();
  while ([...awaited].some((id) => !backend.heard.has(id)) && performance.now() - began < patience) await pause(100);
  const webhooksAfter = performance.now() - began;
  for (const id of awaited) if (!backend.heard.has(id)) wrong.push(`no webhook told of ${id}`);
  for (const id of backend.heard.keys()) {
    if (!there.has(id) && !book.deleting.has(id)) wrong.push(`a webhook told of ${id}, which is not there`);
  }
  for (const [id, webhooks] of backend.heard) if (webhooks.size > 1) wrong.push(`${id} was told as ${webhooks.size} events`);
  for (const id of backend.refused) if (there.has(id)) wrong.push(`${id} was told as refused, and is there`);
  const users = new Map();
  for (const one of all) {
    const key = one.provider_config_key;
    const { status, body } = await get(`/connections/${one.connection_id}?provider_config_key=${key}`);
    const credentials = body?.credentials;
    const whole = status === 200 && (key === 'plain' ? credentials?.apiKey : credentials?.access_token?.startsWith('access-'));
    if (!whole) wrong.push(`${one.connection_id} is half-made: ${status} ${JSON.stringify(body)}`);
    users.set(one.end_user?.id ?? one.tags?.end_user_id, one.connection_id);
  }
  for (const user of book.returned) if (!users.has(user)) wrong.push(`${user} came back, and has no connection`);
  const twice = [...backend.copies.values()].filter((count) => count > 1).length;
  return { wrong, connections: all.length, webhooksAfter, twice };
}
