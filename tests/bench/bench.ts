import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { PARTS } from './parts';
import { type Row, tableOf } from './row';
import { writeSection } from './write-section';

/** Simulations with their own flags: `npm run bench -- polling --days 600`. */
const SIMULATIONS: Readonly<Record<string, string>> = {
  polling: 'tests/bench/polling.ts',
  scale: 'tests/bench/scale.ts',
  evidence: 'tests/bench/ordinary-days.ts',
  hostile: 'tests/bench/hostile.ts',
};
const runScript = (script: string, args: readonly string[]): number =>
  spawnSync('npx', ['--no-install', 'tsx', script, ...args], { stdio: 'inherit' }).status ?? 1;

const [name = '', ...args] = process.argv.slice(2);
const simulation = SIMULATIONS[name];
if (simulation !== undefined) process.exit(runScript(simulation, args));

const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, write: { type: 'boolean', default: false } },
});
const only = values.only === '' ? null : values.only.split(',');
const wanted = PARTS.filter(({ name }) => only === null || only.includes(name));
if (wanted.length === 0) throw new Error(`There are: ${PARTS.map(({ name }) => name).join(', ')}`);

const results: { part: string; command: string; seconds: number; rows: Row[] }[] = [];
for (const { name, title, measure } of wanted) {
  const command = `npm run bench -- --only ${name}`;
  const startedAt = performance.now();
  const rows = await measure();
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  results.push({ part: name, command, seconds, rows });
  const table = tableOf(rows, command);
  console.log(`\n${title} (${seconds} s)\n\n${table}`);
  // Some systems don't report all of them.
  if (values.write && rows.length > 0) writeSection('docs/bench/measurements.md', name, table);
}
mkdirSync('test-results', { recursive: true });
writeFileSync('test-results/bench.json', JSON.stringify({ takenAt: new Date().toISOString(), results }, null, 2));

// These compare polling plans and write their own documents.
for (const simulated of only === null ? ['polling', 'scale'] : []) {
  runScript(SIMULATIONS[simulated] ?? '', values.write ? ['--write'] : []);
}

const over = results.flatMap(({ rows }) => rows.filter(({ value, budget }) => budget !== null && value > budget));
for (const { what } of over) console.log(`over its budget: ${what}`);
