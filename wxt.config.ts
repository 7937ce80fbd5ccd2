import { fileURLToPath } from 'node:url';
import { minify } from 'terser';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { allPatterns } from './utils/assistants/hosts';

const ICON_SIZES = [16, 32, 48, 128] as const;
const icons = Object.fromEntries(ICON_SIZES.map((size) => [String(size), `icons/app-${size}.png`]));

/** The lowest versions that the manifest allows: nothing is rewritten for older ones. */
const LOWEST = { chrome: '123', firefox: '140' } as const;
const target = [`chrome${LOWEST.chrome}`, `firefox${LOWEST.firefox}`];

/**
 * Pages of ours use webextension-polyfill. The worker, which is built as one script, takes the browser's own namespace:
 * the polyfill would be a tenth of what is parsed at every wake-up.
 */
function nativeInWorker(): Plugin {
  let isWorker = false;
  return {
    name: 'native-namespace-in-worker',
    enforce: 'pre',
    configResolved: ({ build }) => {
      isWorker = build.lib !== false;
    },
    resolveId: (source) =>
      isWorker && source === 'webextension-polyfill'
        ? fileURLToPath(new URL('utils/browser/native-namespace.ts', import.meta.url))
        : null,
  };
}

/**
 * Nothing of ours calls a plain function with `new`, so that arrows may stand for them, nor reads a property for what that
 * does. What a script comes to at its end is kept: it is what whoever injected it gets.
 */
const COMPRESS = { passes: 3, unsafe_arrows: true, hoist_funs: true, pure_getters: true, expression: true } as const;

/**
 * What is built as one script (the worker, the scripts on chat sites) is squeezed once more: it is parsed at every wake-up,
 * or on a page that is not ours.
 */
function squeezeScripts(): Plugin {
  let isScript = false;
  return {
    name: 'squeeze-scripts',
    apply: 'build',
    configResolved: ({ build }) => {
      isScript = build.lib !== false && build.minify !== false;
    },
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        for (const chunk of isScript ? chunks : []) {
          // What the first round made plain the second makes shorter.
          for (let round = 0; round < 2; round += 1) {
            const { code } = await minify(chunk.code, { ecma: 2020, compress: COMPRESS });
            chunk.code = code ?? chunk.code;
          }
        }
      },
    },
  };
}

// Without a display there is no browser to open, and Chromium opens none for root: then the folder is loaded by hand.
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

export default defineConfig({
  // Imports are written out: what is imported from where is what the linter guards.
  imports: false,
  modules: ['@wxt-dev/module-react'],
  manifestVersion: 3,
  vite: () => ({ build: { target, cssTarget: target }, plugins: [nativeInWorker(), squeezeScripts()] }),
  hooks: {
    // WXT takes a page of this name for one that replaces the browser's own history. Ours replaces nothing.
    'build:manifestGenerated': (_, manifest) => {
      delete manifest.chrome_url_overrides;
    },
  },
  webExt: { disabled: !hasDisplay || process.getuid?.() === 0 },
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    short_name: '__MSG_extension_short_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    icons,
    action: { default_icon: { '16': 'icons/toolbar-unknown-16.png', '32': 'icons/toolbar-unknown-32.png' } },
    minimum_chrome_version: LOWEST.chrome,
    permissions: ['storage', 'alarms', 'notifications', 'scripting', 'activeTab'],
    // Asked for in use, never at install: see the permission table in the README.
    optional_permissions: ['webRequest'],
    // The wide pattern is never asked for as a whole: it lets a person add one host of their own at a time.
    optional_host_permissions: [...allPatterns(), 'https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
    // What an organisation may preset, see docs/managed.md. Firefox asks for no schema, and warns of this key.
    ...(browser !== 'firefox' && { storage: { managed_schema: 'managed-schema.json' } }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'understudy@understudy.invalid',
          strict_min_version: `${LOWEST.firefox}.0`,
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
  zip: { excludeSources: ['test-results/**', 'demo-pictures/**', 'docs/**'] },
});
