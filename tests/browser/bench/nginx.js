// Debian's nginx, twice in one process: the service that is called, and the plain reverse proxy that is our yardstick.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../support/http.js';

const binary = existsSync('/usr/sbin/nginx') ? '/usr/sbin/nginx' : 'nginx';
const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

/** Serves `/small` and `/large` of this many bytes at `service`, and the same through itself at `proxy`. */
export async function startNginx(folder, largeBytes) {
  const home = join(folder, 'nginx');
  await mkdir(home);
  const large = await open(join(home, 'large'), 'w');
  await large.truncate(largeBytes);
  await large.close();
  const [service, proxy] = [await freePort(), await freePort()];
  await writeFile(join(home, 'nginx.conf'), `
    ${process.getuid() === 0 ? 'user root;' : ''} daemon off; worker_processes auto; pid ${home}/pid; error_log stderr error;
    events { worker_connections 1024; }
    http {
      access_log off; sendfile on; tcp_nodelay on; keepalive_requests 1000000000;
      ${temporary.map((name) => `${name}_temp_path ${home}/${name};`).join(' ')}
      upstream service { server 127.0.0.1:${service}; keepalive 64; keepalive_requests 1000000000; }
      server {
        listen 127.0.0.1:${service};
        location /small { default_type application/json; return 200 '{"id":7,"name":"a thing","tags":["one","two"]}'; }
        location /large { root ${home}; }
      }
      server {
        listen 127.0.0.1:${proxy};
        location / { proxy_pass http://service; proxy_http_version 1.1; proxy_set_header Connection ""; }
      }
    }`);
  const child = spawn(binary, ['-p', home, '-c', join(home, 'nginx.conf')], { stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise((resolve) => { child.once('exit', resolve); child.once('error', resolve); });
  const stop = async () => { child.kill('SIGTERM'); await ended; };
  for (let tries = 0; tries < 500; tries += 1) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}`);
    const answer = await fetch(`http://127.0.0.1:${proxy}/small`).catch(() => null);
    if (answer?.ok) return { service: `http://127.0.0.1:${service}`, proxy: `http://127.0.0.1:${proxy}`, stop };
    await new Promise((resolve) => { setTimeout(resolve, 10); });
  }
  await stop();
  throw new Error('nginx never answered');
}
