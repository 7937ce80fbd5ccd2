import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const at = (place: string) => fileURLToPath(new URL(place, import.meta.url));

/** Builds the component gallery as a page without the extension, into a folder of this name. Returns its path. */
export async function buildGallery(folder: string): Promise<string> {
  const outDir = at(`../../test-results/${folder}`);
  await build({
    configFile: false,
    logLevel: 'error',
    root: at('.'),
    base: './',
    publicDir: at('../../public'),
    // Views share files with stores that call the browser; the polyfill does not load outside an extension.
    resolve: {
      alias: {
        'webextension-polyfill': at('../fakes/no-browser.ts'),
        '@': at('../..').replace(/\/$/, ''),
      },
    },
    build: { outDir, emptyOutDir: true, minify: false },
  });
  return outDir;
}
