// A tiny HTTP server for tests: a handler, an address, and an end that leaves no socket open.
import { createServer } from 'node:http';
import { createServer as createSocket } from 'node:net';

/** Serves `handler` on 127.0.0.1, on a free port. */
export async function serve(handler) {
  const server = createServer(handler);
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  return {
    port,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A port that was free a moment ago. */
export async function freePort() {
  const probe = createSocket();
  await new Promise((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Answers with an HTML page. */
export function html(response, body, headers = {}) {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers }).end(body);
}
