import { build } from 'wxt';

/** `tsx build-plainly.ts <name> <folder> [browser]`: builds the production bundle without minification. */
const [name = 'production', outDir = '', browser = 'chrome'] = process.argv.slice(2);
await build({
  mode: 'production',
  browser,
  manifestVersion: 3,
  outDir,
  outDirTemplate: name,
  vite: () => ({ build: { minify: false } }),
});
