import { readFileSync } from 'node:fs';
import { defineConfig } from 'wxt';
import { allPatterns } from './utils/assistants/patterns';
import { APP_ICON_SIZES } from './utils/ui/marks';

const icons = Object.fromEntries(APP_ICON_SIZES.map((size) => [String(size), `icons/app-${size}.png`]));

/**
 * The lowest versions that the manifest allows; nothing is transpiled for older ones. Chrome 123 is the first with
 * `light-dark()`, Firefox 142 the first that supports `data_collection_permissions` on all systems. docs/browsers.md
 * lists what was tested in which browser.
 */
const LOWEST = { chrome: '123', firefox: '142' } as const;
const target = [`chrome${LOWEST.chrome}`, `firefox${LOWEST.firefox}`];

// Without a display no browser can open, and Chromium refuses to run as root. Load the built folder by hand then.
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** The home page of the project. "Report a problem" opens its form for issues; without it, the report is copied only. */
const { homepage } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  homepage?: string;
};

/**
 * What our pages share, in few files: each file costs the popup about a millisecond. Nothing here may do anything by being
 * loaded. A group leaves out what the one before it contains.
 */
const SHARED_CHUNKS = [
  // The script before the popup's first paint waits for this one only.
  {
    name: 'first-paint',
    test: /\/(?:browser\/(?:clock|early-reads|snapshot-store)|model\/views|popup\/snapshot)\.ts|preload-helper|wxt-html-plugins/,
  },
  { name: 'shared', test: /\/(?:components|utils)\/(?!(?:ui\/)?check\/).*\.tsx?$|\/node_modules\// },
].map((group, index, all) => ({ ...group, minShareCount: 2, priority: all.length - index }));

export default defineConfig({
  // No auto-imports: the linter checks imports, so they must be explicit.
  imports: false,
  modules: ['@wxt-dev/module-react'],
  manifestVersion: 3,
  vite: () => ({
    // Every browser that the manifest allows supports modulepreload.
    build: { target, cssTarget: target, modulePreload: { polyfill: false } },
  }),
  hooks: {
    // Only our pages have chunks; each other script is one file.
    'vite:build:extendConfig': (entrypoints, { build }) => {
      const output = build?.rolldownOptions?.output ?? build?.rollupOptions?.output;
      if (output === undefined || Array.isArray(output)) return;
      if (entrypoints.some(({ inputPath }) => inputPath.endsWith('.html')))
        output.codeSplitting = { groups: SHARED_CHUNKS };
    },
  },
  webExt: { disabled: !hasDisplay || process.getuid?.() === 0 },
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    short_name: '__MSG_extension_short_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    ...(homepage && { homepage_url: homepage }),
    icons,
    action: { default_icon: { '16': 'icons/toolbar-unknown-16.png', '32': 'icons/toolbar-unknown-32.png' } },
    minimum_chrome_version: LOWEST.chrome,
    // No browser warns about the last two. Firefox needs no permission for its sidebar.
    permissions: [
      'storage',
      'alarms',
      'notifications',
      'scripting',
      'activeTab',
      'contextMenus',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    // One worker for all windows. It sees private windows only if the user allows it in the browser's settings.
    incognito: 'spanning',
    // The others have no default key: the user gives them one in the browser's settings, or none.
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+U' } },
      menu_check: { description: '__MSG_menu_check__' },
      menu_history: { description: '__MSG_menu_history__' },
      command_continue: { description: '__MSG_command_continue__' },
    },
    // Requested when needed, never at install: see the permission table in the README.
    optional_permissions: ['webRequest'],
    // The wide pattern is never requested as a whole. It allows requesting single hosts for custom pages.
    optional_host_permissions: [...allPatterns(), 'https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
    // What an organization may set, see docs/managed.md. Firefox needs no schema and warns about this key.
    ...(browser !== 'firefox' && { storage: { managed_schema: 'managed-schema.json' } }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'understudy@understudy.invalid',
          strict_min_version: `${LOWEST.firefox}.0`,
          data_collection_permissions: { required: ['none'] },
        },
        // Listed for Android too. What is missing there is asked for by feature: docs/browsers.md.
        gecko_android: { strict_min_version: `${LOWEST.firefox}.0` },
      },
    }),
  }),
});
