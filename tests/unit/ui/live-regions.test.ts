import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const COMPONENTS = new URL('../../../components/', import.meta.url);
const STYLES = readdirSync(COMPONENTS, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.css'))
  .map((name) => readFileSync(new URL(name, COMPONENTS), 'utf8'));

it('no style sheet removes an empty live region, whose first text screen readers would then miss', () => {
  const removed = STYLES.flatMap((css) => [...css.matchAll(/([^\s{}][^{}]*:empty) \{\s*display: none;/g)]);
  // Each of these only groups controls, or repeats a text.
  const groups = ['.below:empty', '.fact:empty', '.fallback-actions:empty', '.items:empty', '.row-body:empty'];
  expect(removed.map(([, selector]) => selector).sort()).toEqual(groups);
});
