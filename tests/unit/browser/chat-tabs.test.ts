import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';

interface FakeTab {
  id: number;
  windowId: number;
  url: string;
  lastAccessed: number;
}

const browser = vi.hoisted(() => ({
  runtime: { getURL: (path: string) => `extension://self${path}` },
  tabs: {} as unknown,
  windows: {} as unknown,
}));
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { bringForward, openTab, readComposer } = await import('@/utils/browser/tabs');

const HISTORY = 'extension://self/history.html';
let tabs: FakeTab[] = [];
let calls: unknown[] = [];
let hasWindow = true;

const aTab = (over: Partial<FakeTab>): FakeTab => ({ id: 1, windowId: 7, url: HISTORY, lastAccessed: 1, ...over });

beforeEach(() => {
  [tabs, calls, hasWindow] = [[], [], true];
  browser.tabs = {
    query: async ({ url }: { url: string[] }) =>
      tabs.filter((tab) => url.some((pattern) => tab.url.startsWith(pattern.slice(0, -1)))),
    create: async ({ url }: { url: string }) => {
      if (!hasWindow) throw new Error('No current window');
      calls.push(['create', url]);
      return { id: 11 };
    },
    update: async (id: number, change: object) => calls.push(['update', id, change]),
    reload: async (id: number) => calls.push(['reload', id]),
  };
  browser.windows = {
    create: async ({ url }: { url: string }) => {
      calls.push(['window', url]);
      return { tabs: [{ id: 12 }] };
    },
    update: async (id: number, change: object) => calls.push(['focus', id, change]),
  };
});

describe('openTab', () => {
  it('opens a site in a new tab', async () => {
    tabs = [aTab({ url: 'https://claude.ai/new' })];
    expect(await openTab('https://claude.ai/new')).toBe(11);
    expect(calls).toEqual([['create', 'https://claude.ai/new']]);
  });

  it.each(['https://claude.ai/new', `${HISTORY}#claude`])('opens a window when none is open: %s', async (url) => {
    hasWindow = false;
    expect(await openTab(url)).toBe(12);
    expect(calls).toEqual([['window', url]]);
  });

  it('activates the open tab of an extension page and navigates it to the requested hash', async () => {
    tabs = [aTab({ url: `${HISTORY}#compare` }), aTab({ id: 2, url: `${HISTORY}#chatgpt`, lastAccessed: 2 })];
    expect(await openTab(`${HISTORY}#claude`)).toBe(2);
    expect(calls).toEqual([
      ['update', 2, { active: true, url: `${HISTORY}#claude` }],
      ['focus', 7, { focused: true }],
    ]);
  });

  it('does not reload an extension page that already shows the URL', async () => {
    tabs = [aTab({})];
    await openTab(HISTORY);
    expect(calls[0]).toEqual(['update', 1, { active: true }]);
  });

  it('loads an extension page that already shows the URL again where an old answer is of no use', async () => {
    tabs = [aTab({ url: `${HISTORY}#claude` })];
    await openTab(`${HISTORY}#claude`, null, { isFresh: true });
    expect(calls.at(-1)).toEqual(['reload', 1]);
    calls = [];
    await openTab(`${HISTORY}#chatgpt`, null, { isFresh: true });
    expect(calls).not.toContainEqual(['reload', 1]);
  });

  it('opens a new tab when the tab of the extension page closes in between', async () => {
    tabs = [aTab({})];
    Object.assign(browser.tabs as object, { update: () => Promise.reject(new Error('No tab with id 1')) });
    expect(await openTab(HISTORY)).toBe(11);
  });
});

describe('bringForward', () => {
  const PATTERNS = ['https://claude.ai/*'];

  it('activates the last used tab of the site', async () => {
    tabs = [aTab({ url: 'https://claude.ai/chat/1' })];
    await bringForward(PATTERNS, 'https://claude.ai/new');
    expect(calls[0]).toEqual(['update', 1, { active: true }]);
  });

  it.each([true, false])('opens the chat when it has no tab (a window is open: %s)', async (isOpen) => {
    hasWindow = isOpen;
    await bringForward(PATTERNS, 'https://claude.ai/new');
    expect(calls).toEqual([[isOpen ? 'create' : 'window', 'https://claude.ai/new']]);
  });
});

it('readComposer reports a page that is stuck while it loads as unreadable', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  Object.assign(browser, { scripting: { executeScript: () => new Promise(() => undefined) } });
  let reading: unknown;
  readComposer(1, []).then((value) => {
    reading = value;
  });
  await vi.advanceTimersByTimeAsync(3_000);
  expect(reading).toMatchObject({ kind: 'unreadable' });
});
