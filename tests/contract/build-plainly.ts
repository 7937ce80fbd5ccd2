import { build } from 'wxt';

/** `tsx build-plainly.ts <name> <folder> [browser]`: builds the bundle without minification; the name `demo` is the demo's mode. */
const [name = 'production', outDir = '', browser = 'chrome'] = process.argv.slice(2);
await build({
  mode: name === 'demo' ? 'demo' : 'production',
  browser,
  manifestVersion: 3,
  outDir,
  outDirTemplate: name,
  vite: () => ({ build: { minify: false } }),
});
