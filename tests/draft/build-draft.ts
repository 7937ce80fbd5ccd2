import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const at = (place: string) => fileURLToPath(new URL(place, import.meta.url));

const COMMON = {
  configFile: false,
  logLevel: 'error',
  root: at('.'),
  base: './',
  resolve: { alias: { '@': at('../..').replace(/\/$/, '') } },
} as const;

export interface BuiltDraft {
  /** The folder of the page with the editors. */
  folder: string;
  /** The minified draft-transfer functions: a script that leaves `draftFunctions` in its globals. */
  script: string;
}

/** Builds the page with the real editors and the draft-transfer script. */
export async function buildDraft(): Promise<BuiltDraft> {
  const folder = at('../../test-results/draft/page');
  const scripts = at('../../test-results/draft/script');
  await build({ ...COMMON, build: { outDir: folder, emptyOutDir: true, minify: false, target: 'esnext' } });
  const lib = {
    entry: at('./draft-functions.ts'),
    formats: ['iife' as const],
    name: 'unused',
    fileName: () => 'draft-functions.js',
  };
  await build({ ...COMMON, build: { outDir: scripts, emptyOutDir: true, target: 'esnext', lib } });
  return { folder, script: await readFile(path.join(scripts, 'draft-functions.js'), 'utf8') };
}
