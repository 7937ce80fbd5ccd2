import { readFileSync, writeFileSync } from 'node:fs';

/** Replaces the text between the two markers of that name. */
export function writeSection(file: string, name: string, text: string): void {
  const [begin, end] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const page = readFileSync(file, 'utf8');
  const [from, until] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || until < from) throw new Error(`${file} has no place for "${name}"`);
  writeFileSync(file, `${page.slice(0, from + begin.length)}\n${text.trim()}\n${page.slice(until)}`);
}
