// A mail server that keeps what it is sent.
import { createServer } from 'node:net';

/** Starts it; `url` is its address, `letters` what was sent, `code()` the six digits of the newest letter. */
export async function startMail() {
  const letters = [];
  const server = createServer((socket) => {
    let text = '';
    let inLetter = false;
    socket.on('error', () => {});
    socket.write('220 sink\r\n');
    socket.on('data', (chunk) => {
      text += chunk;
      for (;;) {
        const end = text.indexOf(inLetter ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const said = text.slice(0, end);
        text = text.slice(end + (inLetter ? 5 : 2));
        if (inLetter) letters.push(said);
        const isData = !inLetter && said === 'DATA';
        inLetter = isData;
        socket.write(isData ? '354 go on\r\n' : '250 ok\r\n');
      }
    });
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const code = () => letters.at(-1).match(/^(\d{6})\r?$/m)[1];
  return { url: `smtp://127.0.0.1:${server.address().port}`, letters, code, close: () => server.close() };
}
