// People who connect, disconnect and come back, through the real interface; notes what they were told.
import { randomUUID } from 'node:crypto';

const asPopup = { 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate' };

/** What was answered for. `deleting` may or may not have happened; `refused` counts answers that were no success. */
export const newBook = () => ({
  sessions: [], connections: new Map(), deleting: new Set(), deleted: new Set(), returned: new Set(), refused: new Map(), strange: [], lastGood: 0, slowest: 0,
});

// A connection that broke is no answer: whether it was stored is open.
async function ask(book, address, options) {
  const began = performance.now();
  const answer = await fetch(address, { redirect: 'manual', ...options }).catch(() => null);
  const text = await answer?.text().catch(() => null);
  if (text === null || text === undefined) return null;
  book.slowest = Math.max(book.slowest, performance.now() - began);
  if (answer.status < 400) {
    book.lastGood = performance.now();
    return { answer, json: () => JSON.parse(text) };
  }
  book.refused.set(answer.status, (book.refused.get(answer.status) ?? 0) + 1);
  const isTold = answer.status === 503 && /"code":"unavailable"|<html/.test(text);
  if (!isTold) book.strange.push(`${options?.method ?? 'GET'} ${address}: ${answer.status} ${text.slice(0, 300)}`);
  return { refused: answer.status };
}

async function session({ origin, key }, book) {
  const user = `u-${randomUUID()}`;
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ end_user: { id: user }, tags: { end_user_id: user } });
  const made = await ask(book, `${origin}/connect/sessions`, { method: 'POST', headers, body });
  if (made?.answer?.status !== 201) return made;
  const { token } = made.json().data;
  book.sessions.push(token);
  return { token, user };
}

async function typed(program, book) {
  const { token, user, ...failed } = (await session(program, book)) ?? { gone: true };
  if (!token) return failed;
  const apiKey = randomUUID();
  const address = `${program.origin}/api-auth/api-key/plain?connect_session_token=${token}`;
  const made = await ask(book, address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ apiKey }) });
  if (made?.answer) book.connections.set(made.json().connectionId, { integration: 'plain', apiKey, user });
  return made;
}

async function withOauth(program, book) {
  const { token, user, ...failed } = (await session(program, book)) ?? { gone: true };
  if (!token) return failed;
  const start = `${program.origin}/oauth/connect/oauth?connect_session_token=${token}`;
  const left = await ask(book, start, { headers: { ...asPopup, referer: 'http://localhost:1/' } });
  if (!left?.answer) return left;
  const state = new URL(left.answer.headers.get('location')).searchParams.get('state');
  const cookie = left.answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  const back = `${program.origin}/oauth/callback?code=c-1&state=${encodeURIComponent(state)}`;
  const answer = await ask(book, back, { headers: { ...asPopup, cookie } });
  const done = answer?.answer?.headers.get('location');
  if (!done?.startsWith('/oauth/done/')) return answer;
  // The page of the result says 200 or why not: an attempt may be refused, and nothing is acknowledged then.
  const result = await fetch(program.origin + done, { headers: { ...asPopup, cookie } }).catch(() => null);
  if (result?.status === 200) book.returned.add(user);
  return answer;
}

// Every fifth of those who typed something takes it back.
async function takenBack({ origin, key }, book) {
  const id = [...book.connections.keys()].find((one) => book.connections.get(one).integration === 'plain' && !book.deleting.has(one));
  if (!id) return null;
  book.deleting.add(id);
  const answer = await ask(book, `${origin}/connections/${id}?provider_config_key=plain`, { method: 'DELETE', headers: { authorization: `Bearer ${key}` } });
  if (answer?.answer) book.deleted.add(id);
  return answer;
}

/** Runs until `stop()`; a worker whose program is gone waits for a moment. */
export function startLoad(program, book, workers = 8) {
  let runs = true;
  const worker = async (number) => {
    for (let turn = 0; runs; turn += 1) {
      const what = number % 4 === 3 ? withOauth : turn % 5 === 4 ? takenBack : typed;
      const answer = await what(program, book);
      if (!answer || answer.gone || answer.refused) await new Promise((resolve) => { setTimeout(resolve, 20); });
    }
  };
  const all = Promise.all(Array.from({ length: workers }, (_, number) => worker(number)));
  return { stop: () => { runs = false; return all; } };
}
