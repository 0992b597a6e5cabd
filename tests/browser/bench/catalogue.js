// What needs nobody else: the catalogue, its forms, the templates of a call (benches/catalogue.rs).
import { execFileSync } from 'node:child_process';

/** Calls `row(what, value, unit, goal)`. */
export function catalogue(row) {
  const lines = String(execFileSync(process.env.CATALOGUE_BENCH_BIN)).trim().split('\n').map((line) => line.split(' '));
  const { definitions, load, forms, call } = Object.fromEntries(lines.map(([name, value]) => [name, Number(value)]));
  row(`catalogue of ${definitions} definitions: load`, load / 1000, 'ms');
  row('one form: build', forms / definitions, 'µs');
  row('one call: address and headers filled', call, 'µs');
}
