import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { POPUP_FIRST_PAINT_BUDGET, SIZE_BUDGETS } from '@/tests/contract/budgets';

const OUR_PAGES = ['popup', 'options', 'history', 'welcome'] as const;

export interface BuiltSize {
  name: string;
  bytes: number;
  /** Bytes at most; null if there is no limit. */
  budget: number | null;
}

/** A page with every script and style sheet that its markup names. */
function pageSize(folder: string, page: string): number {
  const file = path.join(folder, `${page}.html`);
  const fetched = /<(?!link [^>]*disabled)[^>]+ (?:src|href)="(\/[^"]+)"/g;
  const named = [...readFileSync(file, 'utf8').matchAll(fetched)].map(([, name]) => name ?? '');
  return [file, ...named.map((name) => path.join(folder, name))].reduce((sum, one) => sum + statSync(one).size, 0);
}

/** Sizes of the built bundle in this folder, as far as users notice them. */
export function builtSizes(folder: string): BuiltSize[] {
  const scripts = Object.entries(SIZE_BUDGETS).map(([name, budget]) => ({
    name,
    bytes: statSync(path.join(folder, name)).size,
    budget,
  }));
  const pages = OUR_PAGES.map((page) => ({
    name: `${page}.html with its scripts and styles`,
    bytes: pageSize(folder, page),
    budget: page === 'popup' ? POPUP_FIRST_PAINT_BUDGET : null,
  }));
  return [...scripts, ...pages];
}
