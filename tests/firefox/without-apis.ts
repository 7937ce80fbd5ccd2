import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What Firefox for Android lacks: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Browser_support_for_JavaScript_APIs */
export const MISSING_ON_ANDROID = [
  'action.getUserSettings',
  'action.setBadgeBackgroundColor',
  'action.setBadgeText',
  'action.setIcon',
  'commands',
  'contextMenus',
  'menus',
  'sidebarAction',
  'windows',
] as const;

/** Runs before our scripts. Properties of tabs that name a window are refused, as there. */
const remover = (names: readonly string[]) => `for (const name of ${JSON.stringify(names)}) {
  const steps = name.split('.');
  const last = steps.pop();
  const owner = steps.reduce((at, step) => at[step], browser);
  Object.defineProperty(owner, last, { value: undefined });
}
const create = browser.tabs.create;
browser.tabs.create = (properties) => {
  if ('windowId' in properties || 'openerTabId' in properties) throw new Error('Unsupported property');
  return create.call(browser.tabs, properties);
};
`;

/** Copies a built extension and takes these APIs away from its scripts. Returns the folder of the copy. */
export function withoutApis(extension: string, names: readonly string[]): string {
  const copy = path.resolve('test-results/firefox-without-apis');
  rmSync(copy, { recursive: true, force: true });
  cpSync(extension, copy, { recursive: true });
  writeFileSync(path.join(copy, 'missing.js'), remover(names));
  const manifestFile = path.join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  manifest.background.scripts.unshift('missing.js');
  writeFileSync(manifestFile, JSON.stringify(manifest));
  for (const file of readdirSync(copy).filter((name) => name.endsWith('.html'))) {
    const page = path.join(copy, file);
    const whole = readFileSync(page, 'utf8');
    const reduced = whole.replace('<head>', '<head><script src="/missing.js"></script>');
    if (reduced === whole) throw new Error(`${file} has no <head> to take the APIs away in`);
    writeFileSync(page, reduced);
  }
  return copy;
}
