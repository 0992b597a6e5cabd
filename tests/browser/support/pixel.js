// The colour of one pixel as it is on the screen, whatever frames lie over each other there.
import { inflateSync } from 'node:zlib';

const signature = 8;

// The data of a picture of a single pixel: one byte names the filter, which changes nothing here, then come the channels.
function dataOf(png) {
  const parts = [];
  for (let at = signature; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return inflateSync(Buffer.concat(parts));
}

/** Red, green and blue of the pixel at `x`, `y` of the window. */
export async function pixel(page, x, y) {
  const png = await page.screenshot({ clip: { x, y, width: 1, height: 1 }, animations: 'disabled' });
  return [...dataOf(png).subarray(1, 4)];
}
