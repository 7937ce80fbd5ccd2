import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { asOneScript } from './as-one-script';

/**
 * Pages of ours use webextension-polyfill. The worker, which is built as one script, takes the browser's own namespace:
 * the polyfill would be a tenth of what is parsed at every wake-up.
 */
export function nativeInWorker(): Plugin {
  return {
    name: 'native-in-worker',
    enforce: 'pre',
    apply: asOneScript,
    resolveId: (source) =>
      source === 'webextension-polyfill'
        ? fileURLToPath(new URL('../browser/native-namespace.ts', import.meta.url))
        : null,
  };
}
