// A host page on 127.0.0.1 that uses the published @nangohq/frontend, served unchanged from node_modules.
import { readFile } from 'node:fs/promises';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { html, serve } from './http.js';

const modules = join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules');
const entry = JSON.parse(await readFile(join(modules, '@nangohq/frontend/package.json'), 'utf8')).main;

const importMap = { imports: { '@nangohq/frontend': `/modules/@nangohq/frontend/${entry}` } };

// `window.events` holds what the SDK reports; the tests call the functions on `window`.
const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Host</title>
<link rel="icon" href="data:,">
<script type="importmap">${JSON.stringify(importMap)}</script>
<script type="module">
  import Nango from '@nangohq/frontend';
  window.events = [];
  window.openConnectUI = (options) => {
    const { host, ...rest } = options;
    window.connectUI = new Nango(host ? { host } : {}).openConnectUI({ ...rest, onEvent: (event) => window.events.push(event) });
  };
  const headless = (host, token, call) => call(new Nango({ host, connectSessionToken: token }))
    .then((result) => ({ result }), (error) => ({ error: { type: error.type, message: error.message } }));
  window.auth = (host, token, key, options) => headless(host, token, (nango) => nango.auth(key, options));
  window.create = (host, token, key, options) => headless(host, token, (nango) => nango.create(key, options));
  document.documentElement.dataset.ready = 'yes';
</script></head>
<body><main><h1>Host application</h1><p>Its own content.</p></main></body></html>`;

// A host that says which scheme it has, as many with a dark mode do, with the one line that the README gives it.
const schemed = (scheme, ground) => page.replace('</head>', `<style>
:root { color-scheme: ${scheme}; background: ${ground} }
#connect-ui { color-scheme: light }
</style></head>`);

// Published modules may import their neighbours without an extension, as bundlers allow.
async function moduleText(path) {
  for (const candidate of extname(path) ? [path, `${path}.js`] : [`${path}.js`, join(path, 'index.js'), path]) {
    try { return await readFile(candidate); } catch { /* the next one */ }
  }
  return null;
}

async function answer(request, response) {
  const { pathname } = new URL(request.url, 'http://any');
  if (pathname.startsWith('/blank')) return html(response, '<!doctype html><title>Blank</title>');
  if (pathname === '/isolated') return html(response, page, { 'cross-origin-opener-policy': 'same-origin' });
  if (pathname === '/silent') return html(response, page, { 'referrer-policy': 'no-referrer' });
  if (pathname === '/light') return html(response, schemed('light', '#c8e6c9'));
  if (pathname === '/dark') return html(response, schemed('dark', '#1b3a20'));
  if (!pathname.startsWith('/modules/')) return html(response, page);
  const path = normalize(join(modules, decodeURIComponent(pathname.slice('/modules/'.length))));
  const text = path.startsWith(modules) ? await moduleText(path) : null;
  if (!text) return response.writeHead(404).end();
  return response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(text);
}

/** Starts the host page; `url` is on another site than the Connect UI on `localhost`. */
export async function startHost() {
  const server = await serve((request, response) => { answer(request, response).catch(() => response.destroy()); });
  return { ...server, url: `http://127.0.0.1:${server.port}/` };
}
