// The yardstick: the same bytes as a static response, by the same server (benches/static_response.rs).
import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Serves `page` on a free port of 127.0.0.1 until `stop` is called. */
export async function serveStatic(folder, page) {
  const file = join(folder, 'page.html');
  await writeFile(file, page);
  const child = spawn(process.env.STATIC_RESPONSE_BIN, [file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise((resolve, reject) => {
    child.stdout.once('data', (line) => resolve(Number(String(line))));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`static_response ended with ${code}`)));
  });
  return { address: `http://127.0.0.1:${port}/`, stop: () => child.kill('SIGKILL') };
}
