// Runs axe-core in every frame of a page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// Each frame is looked at by itself: axe's own way into frames would need its script in all of them and messages between.
async function violationsIn(frame, rules) {
  if (!await frame.evaluate(() => 'axe' in globalThis)) await frame.evaluate(source);
  const options = { iframes: false, resultTypes: ['violations'], ...(rules && { runOnly: { type: 'rule', values: rules } }) };
  const found = await frame.evaluate((given) => globalThis.axe.run(document, given), options);
  return found.violations.map((one) => ({
    frame: frame.url(),
    rule: one.id,
    help: one.help,
    nodes: one.nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary}`),
  }));
}

/** What axe finds in the page and its frames; `only` limits it to frames whose address it accepts, `rules` to these rules. */
export async function axeViolations(page, only = () => true, rules = undefined) {
  const found = [];
  for (const frame of page.frames()) {
    if (only(frame.url())) found.push(...(await violationsIn(frame, rules)));
  }
  return found;
}

/** Fails with axe's own words when it finds anything. */
export async function assertAccessible(page, only, rules) {
  const found = await axeViolations(page, only, rules);
  assert.deepEqual(found, [], JSON.stringify(found, null, 2));
}
