// Throughput and latency with wrk: 16 connections and two threads, where nothing else is said.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const script = fileURLToPath(new URL('request.lua', import.meta.url));
const seconds = process.env.BENCH_SECONDS ?? '10';

/** Repeats one request; gives requests a second, median and 99th percentile in milliseconds, and answers that were no success. */
export async function load(address, { method = 'GET', headers = {}, body = '', connections = 16 } = {}) {
  const lines = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const { stdout } = await promisify(execFile)(
    'wrk',
    [`-t${Math.min(2, connections)}`, `-c${connections}`, `-d${seconds}s`, '--latency', '-s', script, ...lines, address],
    { env: { ...process.env, BENCH_METHOD: method, BENCH_BODY: body } },
  );
  const [, perSecond] = stdout.match(/Requests\/sec:\s+([\d.]+)/);
  const at = (percent) => {
    const [, number, unit] = stdout.match(new RegExp(`${percent}%\\s+([\\d.]+)(us|ms|s)`));
    return Number(number) * { us: 0.001, ms: 1, s: 1000 }[unit];
  };
  const failed = stdout.match(/Non-2xx or 3xx responses: (\d+)/);
  return { perSecond: Number(perSecond), median: at(50), p99: at(99), failed: failed ? Number(failed[1]) : 0 };
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
