// SIGTERM under load: unready first, then what is under way ends, sockets are told, webhooks are finished or given back.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { newBook, startLoad } from './load.js';

// The code with which a server closes a WebSocket; `greeted` when it has said hello.
function socket(port) {
  const line = connect(port, '127.0.0.1');
  line.write(`GET / HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nupgrade: websocket\r\nconnection: upgrade\r\n` +
    'sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n');
  let bytes = Buffer.alloc(0);
  let greet;
  const greeted = new Promise((resolve) => { greet = resolve; });
  const closed = new Promise((resolve) => {
    line.on('data', (piece) => {
      bytes = Buffer.concat([bytes, piece]);
      if (bytes.includes('connection_ack')) greet();
      const at = bytes.lastIndexOf(0x88);
      if (at >= 0 && bytes.length >= at + 4) resolve(bytes.readUInt16BE(at + 2));
    });
    line.on('close', () => resolve(null));
    line.on('error', () => resolve(null));
  });
  return { greeted, closed };
}

/** Stops a program that was started with a drain delay of one second. */
export async function drained({ program, backend, judge }) {
  // The health check of a container, while it is well.
  const health = () => execFileSync(process.env.CONNECT_UI_BIN, ['health', '--listen', `127.0.0.1:${program.port}`], { stdio: 'pipe' });
  health();
  const listener = socket(program.port);
  await listener.greeted;
  const book = newBook();
  const load = startLoad(program, book);
  await pause(500);
  const began = performance.now();
  const stopped = program.stop();
  await pause(300);
  const ready = await fetch(`${program.origin}/ready`);
  assert.equal(ready.status, 503, '/ready of a server that leaves');
  const made = book.sessions.length;
  await pause(300);
  assert.ok(book.sessions.length > made, 'it still serves while it says that it is not ready');
  assert.equal(await listener.closed, 1001, 'sockets hear that the server goes away');
  assert.equal(await stopped, 0, `it ends well: ${program.said()}`);
  const took = performance.now() - began;
  await load.stop();
  assert.ok(took < 15_000, `it took ${took} ms`);
  assert.throws(health, 'nobody is well who is not there');
  await program.start();
  const { webhooksAfter } = await judge(book);
  assert.ok(webhooksAfter < 5_000, `webhooks wait ${webhooksAfter} ms for a lease`);
  console.log(`SIGTERM under load: stopped after ${Math.round(took)} ms, of which 1000 unready; ${book.sessions.length} sessions, ` +
    `${book.connections.size + book.returned.size} connections acknowledged: all there; ${backend.copies.size} webhooks arrived`);
}
