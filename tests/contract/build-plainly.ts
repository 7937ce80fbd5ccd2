import { build } from 'wxt';

/** `tsx build-plainly.ts <name> <folder> [browser]`: the bundle with its names and module borders kept; `demo` is a mode of its own. */
const [name = 'production', outDir = '', browser = 'chrome'] = process.argv.slice(2);
await build({
  mode: name === 'demo' ? 'demo' : 'production',
  browser,
  manifestVersion: 3,
  outDir,
  outDirTemplate: name,
  vite: () => ({ build: { minify: false } }),
});
