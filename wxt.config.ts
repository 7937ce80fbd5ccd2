import { defineConfig } from 'wxt';
import { allPatterns } from './utils/assistants/patterns';
import { APP_ICON_SIZES } from './utils/model/icon-sizes';

const icons = Object.fromEntries(APP_ICON_SIZES.map((size) => [String(size), `icons/app-${size}.png`]));

/**
 * The lowest versions that the manifest allows: nothing is rewritten for older ones. Chrome 123 is the first with
 * `light-dark()`; Firefox 142 the first that knows `data_collection_permissions` wherever it runs. docs/browsers.md says
 * what was tried in which.
 */
const LOWEST = { chrome: '123', firefox: '142' } as const;
const target = [`chrome${LOWEST.chrome}`, `firefox${LOWEST.firefox}`];

// Without a display there is no browser to open, and Chromium opens none for root: then the folder is loaded by hand.
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

export default defineConfig({
  // Imports are written out: what is imported from where is what the linter guards.
  imports: false,
  modules: ['@wxt-dev/module-react'],
  manifestVersion: 3,
  vite: () => ({
    // Every browser that the manifest allows supports modulepreload.
    build: { target, cssTarget: target, modulePreload: { polyfill: false } },
  }),
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
