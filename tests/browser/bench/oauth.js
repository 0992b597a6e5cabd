// OAuth against the mock service: redirects a second, and how long the way back takes.
import { startServer } from '../support/server.js';
import { load } from './load.js';

const returns = 200;
const asPopup = { 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate' };

/** Measures on a demo of its own; calls `row(what, value, unit, goal)`. */
export async function oauth(row) {
  const server = await startServer({ env: { CONNECT_UI_LOG: 'warn' } });
  try {
    const { token } = await server.createSession('agenda');
    const headers = { ...asPopup, referer: server.hostPage };
    const start = `${server.origin}/oauth/connect/agenda?connect_session_token=${token}`;
    const { perSecond, p99, failed } = await load(start, { headers });
    row('GET /oauth/connect: redirects to the service', perSecond, `/s, p99 ${p99.toFixed(1)} ms${failed ? `, ${failed} FAILED` : ''}`, 'the reference: 15 /s');
    const times = [];
    for (let number = 0; number < returns; number += 1) times.push(await wayBack(start, headers));
    times.sort((a, b) => a - b);
    row('GET /oauth/callback: median, with the mock\'s token request', times[returns / 2], 'ms');
    row('GET /oauth/callback: 99th percentile', times[Math.floor(returns * 0.99)], 'ms');
  } finally {
    await server.stop();
  }
}

// One person's whole way; gives what our callback took of it, in milliseconds.
async function wayBack(start, headers) {
  const left = await fetch(start, { redirect: 'manual', headers });
  const cookie = left.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  const consent = left.headers.get('location');
  const agreed = await fetch(consent, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ decision: 'allow' }) });
  const back = agreed.headers.get('location');
  const began = performance.now();
  const answer = await fetch(back, { redirect: 'manual', headers: { ...asPopup, cookie } });
  const took = performance.now() - began;
  if (!answer.headers.get('location')?.startsWith('/oauth/done/')) throw new Error(`the callback answered ${answer.status}`);
  return took;
}
