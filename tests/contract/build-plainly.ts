import { build } from 'wxt';

/** `tsx build-plainly.ts <mode> <folder>`: builds the Chromium bundle of a mode without minification. */
const [mode = 'production', outDir = ''] = process.argv.slice(2);
await build({ mode, outDir, outDirTemplate: mode, vite: () => ({ build: { minify: false } }) });
