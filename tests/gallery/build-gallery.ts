import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const at = (place: string) => fileURLToPath(new URL(place, import.meta.url));

/** Builds the page that shows every state, without the extension around it. Returns where it lies. */
export async function buildGallery(): Promise<string> {
  const outDir = at('../../test-results/gallery');
  await build({
    configFile: false,
    logLevel: 'error',
    root: at('.'),
    base: './',
    publicDir: at('../../public'),
    // Views stand in one file with stores that call the browser; outside an extension the polyfill does not load.
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
