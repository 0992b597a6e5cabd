// The frame dims the host's page and never hides it, whichever schemes host, device and theme have (ADR 11).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { field, heading, openConnectUI, pick } from '../support/connect.js';
import { pixel } from '../support/pixel.js';
import { screenshot, sizes } from '../support/screenshots.js';
import { stage } from '../support/stage.js';

const { onPage } = stage();
const schemes = ['light', 'dark'];
const themes = ['system', 'light', 'dark'];
const grounds = { light: [0xc8, 0xe6, 0xc9], dark: [0x1b, 0x3a, 0x20] };

// What the theme lays over the host: red, green, blue and how much of it.
const backdrop = (ui) => ui.locator('body').evaluate((body) => {
  const canvas = document.createElement('canvas').getContext('2d');
  canvas.fillStyle = getComputedStyle(body, '::before').backgroundColor;
  const [, red, green, blue, alpha = 1] = /rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)/.exec(canvas.fillStyle)
    ?? [0, ...canvas.fillStyle.match(/[\da-f]{2}/g).map((two) => Number.parseInt(two, 16))];
  return { colour: [red, green, blue].map(Number), alpha: Number(alpha) };
});

// Every page of the way is a new document, and each could paint a ground.
async function assertDimmed(page, ui, host) {
  const { colour, alpha } = await backdrop(ui);
  assert.ok(alpha > 0 && alpha < 0.9, `the backdrop lets the host through: ${alpha}`);
  const wanted = grounds[host].map((channel, index) => channel * (1 - alpha) + colour[index] * alpha);
  const seen = await pixel(page, 2, 2);
  const far = seen.some((channel, index) => Math.abs(channel - wanted[index]) > 2);
  assert.ok(!far, `at the corner ${seen} instead of ${wanted.map(Math.round)}`);
}

for (const scheme of schemes) {
  for (const device of schemes) {
    for (const theme of themes) {
      test(`host ${scheme}, device ${device}, theme ${theme}`, onPage({ colorScheme: device, viewport: sizes[1] }, async ({ page, host, server }) => {
        const at = { url: `${host.url}${scheme}` };
        const ui = await openConnectUI(page, at, server, await server.createSession(), { themeOverride: theme });
        await heading(ui).waitFor();
        await assertDimmed(page, ui, scheme);
        await pick(ui, /^Postbox/);
        await field(ui, 'API key').waitFor();
        await screenshot(page, `transparent-host-${scheme}-device-${device}`, theme);
        await assertDimmed(page, ui, scheme);
      }));
    }
  }
}
