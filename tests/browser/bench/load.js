// Throughput and latency with wrk: 16 connections, two threads.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const script = fileURLToPath(new URL('request.lua', import.meta.url));
const seconds = process.env.BENCH_SECONDS ?? '10';

/** Repeats one request; gives requests a second, the 99th percentile in milliseconds, and answers that were no success. */
export async function load(address, { method = 'GET', headers = {}, body = '' } = {}) {
  const lines = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const { stdout } = await promisify(execFile)(
    'wrk',
    ['-t2', '-c16', `-d${seconds}s`, '--latency', '-s', script, ...lines, address],
    { env: { ...process.env, BENCH_METHOD: method, BENCH_BODY: body } },
  );
  const [, perSecond] = stdout.match(/Requests\/sec:\s+([\d.]+)/);
  const [, slow, unit] = stdout.match(/99%\s+([\d.]+)(us|ms|s)/);
  const failed = stdout.match(/Non-2xx or 3xx responses: (\d+)/);
  return { perSecond: Number(perSecond), p99: Number(slow) * { us: 0.001, ms: 1, s: 1000 }[unit], failed: failed ? Number(failed[1]) : 0 };
}

/** Opens a hosted link as a tab does; gives the form page's address and the cookie that belongs to it. */
export async function openedForm(link) {
  let address = new URL(link);
  const cookies = new Map();
  for (let step = 0; step < 5; step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(address, { redirect: 'manual', headers: { cookie, 'accept-encoding': 'identity' } });
    for (const line of answer.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0].split('=');
      cookies.set(name, value);
    }
    const next = answer.headers.get('location');
    if (!next) return { address: address.href, cookie, page: await answer.text() };
    address = new URL(next, address);
  }
  throw new Error(`${link} redirects too often`);
}
