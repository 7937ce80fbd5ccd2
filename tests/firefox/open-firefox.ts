import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findFirefox } from '@/scripts/find-firefox.mjs';
import { noonZone } from '@/tests/browser/noon-zone';
import type { Loopback } from '@/tests/loopback/loopback';
import { Bidi } from './bidi';
import { connectProxy } from './connect-proxy';
import { FirefoxPage } from './firefox-page';

/** The id in the manifest, and the fixed host of the extension's pages. */
const GECKO_ID = 'understudy@understudy.invalid';
const PAGES_HOST = '11111111-2222-4333-8444-555555555555';

const PREFERENCES = {
  'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: PAGES_HOST }),
  // Otherwise the next install would get another host for its pages.
  'extensions.webextensions.keepUuidOnUninstall': true,
  // Headless Firefox cannot answer its permission prompt.
  'extensions.webextOptionalPermissionPrompts': false,
  'intl.locale.requested': 'en-GB',
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  // Each new tab starts in a process of this type. Keep it for the next tab instead of starting another one.
  'dom.ipc.keepProcessesAlive.web': 2,
  'dom.ipc.processPrelaunch.enabled': false,
  // The tabs of a headless window need no animations.
  'ui.prefersReducedMotion': 1,
  // Compiling takes more time than the short-lived pages win back.
  'javascript.options.ion': false,
};

export interface OpenedFirefox {
  /** `idleMs`: the time after which an idle event page stops. */
  install(idleMs: number, extension: string): Promise<void>;
  /** Removes the extension, what it and all sites have stored, the containers, and all tabs but an empty one. */
  empty(): Promise<void>;
  /** `container` defaults to the default container. */
  openPage(address: string, container?: string): Promise<FirefoxPage>;
  /** Creates a container and returns its id for `openPage` and `tabs`. */
  makeContainer(): Promise<string>;
  /** Opens an extension page such as "popup.html". */
  openOwn(page: string): Promise<FirefoxPage>;
  /** The texts of the files that were saved since the browser was emptied, without those that are not complete. */
  savedFiles(): string[];
  /** Every tab with its address. */
  tabs(): Promise<{ url: string; container: string; page: FirefoxPage }[]>;
  close(): Promise<void>;
}

function startFirefox(profile: string): { url: Promise<string>; stop(): Promise<void> } {
  const executable = findFirefox();
  if (executable === null) throw new Error('No Firefox was found; FIREFOX_PATH may name one.');
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'];
  const firefox = spawn(executable, [...args, '--remote-allow-system-access'], {
    env: { ...process.env, TZ: noonZone(Date.now()) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => firefox.once('exit', () => resolve()));
  const url = new Promise<string>((resolve, reject) => {
    let said = '';
    firefox.stderr.on('data', (data: Buffer) => {
      said += data.toString();
      const found = /BiDi listening on (ws:\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => reject(new Error(`Firefox has ended:\n${said}`)));
  });
  return {
    url,
    async stop() {
      firefox.kill();
      await ended;
    },
  };
}

/** Runs in the browser's own window. */
const setIdleTime = (ms: number) => `Services.prefs.setIntPref('extensions.background.idle.timeout', ${ms})`;
const CLEAR_SITES = `new Promise((resolve) => {
  const { CLEAR_COOKIES_AND_SITE_DATA, CLEAR_ALL_CACHES } = Ci.nsIClearDataService;
  Services.clearData.deleteData(CLEAR_COOKIES_AND_SITE_DATA | CLEAR_ALL_CACHES, { onDataDeleted: resolve });
})`;

/** A real Firefox in which every host leads to the mock network, for one install of the extension after the other. */
export async function openFirefox(loopback: Pick<Loopback, 'port'>): Promise<OpenedFirefox> {
  const profile = mkdtempSync(path.join(tmpdir(), 'understudy-firefox-'));
  // Files that the extension saves are deleted with the profile.
  const downloads = path.join(profile, 'downloads');
  const preferences = { ...PREFERENCES, 'browser.download.folderList': 2, 'browser.download.dir': downloads };
  const lines = Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
  writeFileSync(path.join(profile, 'user.js'), lines.join('\n'));
  const proxy = await connectProxy(loopback.port);
  const firefox = startFirefox(profile);
  const bidi = await Bidi.connect(`${await firefox.url}/session`);
  await bidi.send('session.new', {
    capabilities: {
      alwaysMatch: {
        acceptInsecureCerts: true,
        proxy: { proxyType: 'manual', sslProxy: proxy.address, httpProxy: proxy.address },
      },
    },
  });
  const openPage = (address: string, container?: string) => FirefoxPage.open(bidi, address, container);
  const contextsOf = async (scope: 'chrome' | 'content') =>
    (
      await bidi.send<{ contexts: { context: string; url: string; userContext: string }[] }>(
        'browsingContext.getTree',
        {
          maxDepth: 0,
          'moz:scope': scope,
        },
      )
    ).contexts;
  const inBrowserWindow = async (expression: string) => {
    const [first] = await contextsOf('chrome');
    if (first === undefined) throw new Error('Firefox has no window');
    await new FirefoxPage(bidi, first.context).evaluate(expression);
  };
  return {
    async install(idleMs, extension) {
      await inBrowserWindow(setIdleTime(idleMs));
      await bidi.send('webExtension.install', { extensionData: { type: 'path', path: extension } });
    },
    async empty() {
      const { context: kept } = await openPage('about:blank');
      for (const { context } of await contextsOf('content'))
        if (context !== kept) await bidi.send('browsingContext.close', { context });
      await bidi.send('webExtension.uninstall', { extension: GECKO_ID });
      const { userContexts } = await bidi.send<{ userContexts: { userContext: string }[] }>('browser.getUserContexts');
      for (const { userContext } of userContexts)
        if (userContext !== 'default') await bidi.send('browser.removeUserContext', { userContext });
      await inBrowserWindow(CLEAR_SITES);
      rmSync(downloads, { recursive: true, force: true });
    },
    openPage,
    savedFiles() {
      const names = existsSync(downloads) ? readdirSync(downloads) : [];
      // A file that is being saved is empty, beside one with its content.
      const isComplete = (name: string) => !name.endsWith('.part') && !names.includes(`${name}.part`);
      return names.filter(isComplete).map((name) => readFileSync(path.join(downloads, name), 'utf8'));
    },
    async makeContainer() {
      return (await bidi.send<{ userContext: string }>('browser.createUserContext')).userContext;
    },
    openOwn: (page) => openPage(`moz-extension://${PAGES_HOST}/${page}`),
    async tabs() {
      return (await contextsOf('content')).map(({ context, url, userContext: container }) => ({
        url,
        container,
        page: new FirefoxPage(bidi, context),
      }));
    },
    async close() {
      bidi.socket.close();
      await firefox.stop();
      proxy.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
