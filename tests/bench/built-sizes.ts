import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { SIZE_BUDGETS } from '@/tests/contract/budgets';

export const OUR_PAGES = ['popup', 'options', 'history', 'welcome'] as const;

export interface BuiltSize {
  name: string;
  bytes: number;
  /** Null if it does not exist. */
  budget: number | null;
}

/** An HTML page with the scripts and styles in its markup: everything that loads before the first click. */
function pageSize(folder: string, page: string): number {
  const file = path.join(folder, `${page}.html`);
  const fetched = /<(?!link [^>]*disabled)[^>]+ (?:src|href)="(\/[^"]+)"/g;
  const named = [...readFileSync(file, 'utf8').matchAll(fetched)].map(([, name]) => name ?? '');
  return [file, ...named.map((name) => path.join(folder, name))].reduce((sum, one) => sum + statSync(one).size, 0);
}

/** Sizes of the built bundle in this folder. */
export function builtSizes(folder: string): BuiltSize[] {
  const scripts = Object.entries(SIZE_BUDGETS).map(([name, budget]) => ({
    name,
    bytes: statSync(path.join(folder, name)).size,
    budget,
  }));
  const pages = OUR_PAGES.map((page) => ({
    name: `${page}.html with its scripts and styles`,
    bytes: pageSize(folder, page),
    budget: null,
  }));
  return [...scripts, ...pages];
}
