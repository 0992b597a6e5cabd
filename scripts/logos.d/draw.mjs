// Writes static/logos/*.svg, static/logos/LICENCES.md and src/web/logo_table.rs from map.tsv. Called by scripts/logos,
// which has installed the icon sets beside a copy of this file.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as simpleIcons from 'simple-icons';
import { optimize } from 'svgo';

const root = process.argv[2];
const folder = join(root, 'static/logos');
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
const logos = readJson('node_modules/@iconify-json/logos/icons.json');
const simpleBySlug = new Map(Object.values(simpleIcons).map((icon) => [icon.slug, icon]));

// One icon of either set: its drawing, its box, and the terms it stands under.
const sets = {
  logos(name) {
    const icon = logos.icons[name];
    if (!icon) throw new Error(`logos has no icon ${name}`);
    const width = icon.width ?? logos.width ?? 16;
    const height = icon.height ?? logos.height ?? 16;
    return { body: icon.body, box: [icon.left ?? 0, icon.top ?? 0, width, height], licence: 'CC0-1.0' };
  },
  'simple-icons'(name) {
    const icon = simpleBySlug.get(name);
    if (!icon) throw new Error(`simple-icons has no icon ${name}`);
    // A few icons of this set carry terms of their own: those are not for us.
    if (icon.license && icon.license.type !== 'CC0-1.0') {
      throw new Error(`simple-icons ${name} is under ${icon.license.type}`);
    }
    return { body: `<path fill="#${icon.hex}" d="${icon.path}"/>`, box: [0, 0, 24, 24], licence: 'CC0-1.0' };
  },
};

function draw({ body, box }) {
  // Always a square: the page gives every logo the same room, whatever its shape.
  const [left, top, width, height] = box;
  const side = Math.max(width, height);
  const square = [left - (side - width) / 2, top - (side - height) / 2, side, side].join(' ');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="${square}">${body}</svg>`;
  // A tenth of a unit is far below a pixel in the large boxes, not in the small ones.
  const floatPrecision = side > 100 ? 1 : 2;
  const small = optimize(svg, { multipass: true, floatPrecision, plugins: ['preset-default'] }).data;
  return small.endsWith('\n') ? small : `${small}\n`;
}

// A logo is a still picture: no program, nothing from elsewhere, nothing that leaves the file.
const forbidden = [
  [/<script/i, 'a script'],
  [/<foreignObject/i, 'foreign content'],
  [/<style/i, 'a style sheet'],
  [/<(a|image|iframe|animate\w*|set)[\s/>]/i, 'an element with a link or a movement'],
  [/\son[a-z]+\s*=/i, 'an event handler'],
  [/href\s*=\s*["'](?!#)/i, 'a reference outside itself'],
  [/url\(\s*["']?(?!#)/i, 'a reference outside itself'],
  [/(javascript|data):/i, 'an address with content'],
  [/<!(DOCTYPE|ENTITY)/i, 'a document type'],
];

function check(name, svg) {
  for (const [pattern, what] of forbidden) {
    if (pattern.test(svg)) throw new Error(`${name} holds ${what}`);
  }
  if (!/^<svg [^>]*width="64"/.test(svg) || !/^<svg [^>]*viewBox=/.test(svg)) throw new Error(`${name} lost its size`);
  if (svg.length > 10_000) throw new Error(`${name} weighs ${svg.length} bytes`);
}

function readMap() {
  const rows = readFileSync(join(root, 'scripts/logos.d/map.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t'))
    .map(([set, name, keys]) => ({ set, name, keys: keys.split(' ') }));
  const all = rows.flatMap((row) => row.keys);
  const twice = all.find((key, index) => all.indexOf(key) !== index);
  if (twice) throw new Error(`${twice} stands twice in map.tsv`);
  return rows;
}

function clear() {
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder)) {
    if (file.endsWith('.svg')) rmSync(join(folder, file));
  }
}

function rustTable(rows) {
  const entries = rows
    .flatMap(({ keys }) => keys.map((key) => ({ key, file: keys[0] })))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key, file }) => `("${key}", include_bytes!("../../static/logos/${file}.svg")),`);
  return `//! Which bundled logo stands for which provider, sorted by key. Written by \`scripts/logos\`; do not edit.

/// Provider key and SVG file.
pub(super) const LOGOS: &[(&str, &[u8])] = &[
${entries.join('\n')}
];
`;
}

function licences(rows) {
  const version = (name) => readJson(`node_modules/${name}/package.json`).version;
  const terms = readJson('node_modules/@iconify-json/logos/info.json').license;
  const list = rows.map(({ set, name, keys, licence }) => `| \`${keys[0]}.svg\` | ${set} | \`${name}\` | ${licence} |`);
  return `# Where these logos come from

Written by \`scripts/logos\`; do not edit.

| set | npm package | licence of the set |
| --- | --- | --- |
| logos | \`@iconify-json/logos\` ${version('@iconify-json/logos')}, from gilbarbara/logos | ${terms.spdx} (${terms.url}) |
| simple-icons | \`simple-icons\` ${version('simple-icons')} | ${readJson('node_modules/simple-icons/package.json').license} |

CC0 gives up the copyright in the drawings, not the trademarks: every logo belongs to the service it stands for and is
shown only to name that service. An owner who wants a logo changed or removed need only say so.
An icon of simple-icons that its set lists under terms of its own is refused by the script.

| file | set | icon | licence |
| --- | --- | --- | --- |
${list.join('\n')}
`;
}

// Everything is drawn and checked before the first file changes.
const rows = readMap()
  .map((row) => ({ ...row, ...sets[row.set](row.name) }))
  .map((row) => ({ ...row, svg: draw(row) }));
for (const row of rows) check(row.keys[0], row.svg);

clear();
for (const row of rows) writeFileSync(join(folder, `${row.keys[0]}.svg`), row.svg);
writeFileSync(join(folder, 'LICENCES.md'), licences(rows));
writeFileSync(join(root, 'src/web/logo_table.rs'), rustTable(rows));
console.log(`${rows.length} logos in static/logos`);
