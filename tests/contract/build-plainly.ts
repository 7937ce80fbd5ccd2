import { build } from 'wxt';

/** `tsx build-plainly.ts <mode> <folder>`: the bundle with its names, comments and module borders kept. */
const [mode = 'production', outDir = ''] = process.argv.slice(2);
await build({
  mode,
  outDir,
  outDirTemplate: mode,
  vite: () => ({ build: { minify: false } }),
});
