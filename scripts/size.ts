import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { SIZE_BUDGETS } from '@/tests/contract/budgets';

// `npm run -s size [-- <folder of an earlier bundle>]`: the built bundle and its budgets as a Markdown table.

const BUNDLE = '.output/chrome-mv3';

const sizeOf = (folder: string, file: string) =>
  existsSync(path.join(folder, file)) ? statSync(path.join(folder, file)).size : 0;

/** Size of all files of a bundle. */
function totalOf(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((total, { parentPath, name }) => total + sizeOf(parentPath, name), 0);
}

const [earlier] = process.argv.slice(2);
const bytes = (count: number) => count.toLocaleString('en-GB');
const signed = (count: number) => `${count > 0 ? '+' : ''}${bytes(count)}`;

const rows = [
  ...Object.entries(SIZE_BUDGETS).map(([file, budget]) => ({
    name: file,
    now: sizeOf(BUNDLE, file),
    before: earlier === undefined ? null : sizeOf(earlier, file),
    budget: bytes(budget),
  })),
  { name: 'all files', now: totalOf(BUNDLE), before: earlier === undefined ? null : totalOf(earlier), budget: '' },
];
console.log('| file | bytes | before | change | budget |');
console.log('|---|--:|--:|--:|--:|');
for (const { name, now, before, budget } of rows) {
  const [was, change] = before === null ? ['', ''] : [bytes(before), signed(now - before)];
  console.log(`| ${name} | ${bytes(now)} | ${was} | ${change} | ${budget} |`);
}
