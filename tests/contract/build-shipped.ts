import { build } from 'wxt';

/** `tsx build-shipped.ts <folder>`: builds the Chromium bundle as it is shipped. */
const [outDir = ''] = process.argv.slice(2);
await build({ outDir, outDirTemplate: 'chrome-mv3' });
