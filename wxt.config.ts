import { fileURLToPath } from 'node:url';
import { minify } from 'terser';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { allPatterns } from './utils/assistants/patterns';
import type { Assistant } from './utils/model/assistant';
import { APP_ICON_SIZES } from './utils/model/icon-sizes';

const icons = Object.fromEntries(APP_ICON_SIZES.map((size) => [String(size), `icons/app-${size}.png`]));

/**
 * The lowest versions that the manifest allows: nothing is rewritten for older ones. Chrome 123 is the first with
 * `light-dark()`; Firefox 142 the first that knows `data_collection_permissions` wherever it runs. docs/browsers.md says
 * what was tried in which.
 */
const LOWEST = { chrome: '123', firefox: '142' } as const;
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

/** What only our pages say of an assistant. `bundle.spec.ts` holds that the worker neither has these nor asks for them. */
const FACTS_FOR_PAGES = ['maker', 'colour', 'isFirstRank', 'verifiedOn'] as const satisfies (keyof Assistant)[];

/** Leaves the facts that only our pages show out of what is built as one script. Each has a line of its own. */
function factsForPagesLeftOut(): Plugin {
  const lines = new RegExp(`^ +(?:${FACTS_FOR_PAGES.join('|')}): .*,\n`, 'gm');
  let isScript = false;
  return {
    name: 'facts-for-pages-left-out',
    enforce: 'pre',
    configResolved: ({ build }) => {
      isScript = build.lib !== false;
    },
    transform: (code, id) => (isScript && id.includes('/utils/assistants/') ? code.replace(lines, '') : null),
  };
}

/** Safe for what is built as one script; what is not said here is as Terser has it. */
const SQUEEZE = {
  passes: 3,
  // What a script comes to is its answer to whoever put it into a tab: the draft that was typed there, say.
  expression: true,
  // Nothing calls a plain function with `new`.
  unsafe_arrows: true,
  // Nothing rests on what a mere look at a property does or throws.
  pure_getters: true,
  // Functions that stand together leave the variables between them to be declared as one.
  hoist_funs: true,
  // Nothing of ours writes to the console; what WXT says there is for whoever builds with it.
  drop_console: true,
} as const;

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
          const { code } = await minify(chunk.code, { ecma: 2020, compress: SQUEEZE });
          chunk.code = code ?? chunk.code;
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
  vite: () => ({
    build: { target, cssTarget: target },
    plugins: [nativeInWorker(), factsForPagesLeftOut(), squeezeScripts()],
  }),
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
    // Of the last two no browser warns. Firefox has a sidebar without a permission.
    permissions: [
      'storage',
      'alarms',
      'notifications',
      'scripting',
      'activeTab',
      'contextMenus',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    // One of us for all windows; in private ones only if the person allows it in the browser's own settings.
    incognito: 'spanning',
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+U' } } },
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
});
