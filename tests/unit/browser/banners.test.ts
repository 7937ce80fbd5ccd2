import { beforeEach, expect, it, vi } from 'vitest';
import type { SiteScripts } from '@/utils/app/ports';

interface Script {
  id: string;
  matches: string[];
}

/** What is registered, and the tabs into which a script was injected. */
let [registered, injected]: [Script[], number[]] = [[], []];
/** The granted match patterns. */
let granted: string[] = [];

const TABS = [
  { id: 1, url: 'https://www.notion.so/*' },
  { id: 2, url: 'https://app.notion.com/*' },
];

vi.mock('webextension-polyfill', () => ({
  default: {
    permissions: {
      contains: async ({ origins }: { origins: string[] }) => origins.every((one) => granted.includes(one)),
    },
    // Without access the address of a tab is hidden, so no pattern matches it.
    tabs: {
      query: async ({ url: patterns }: { url: string[] }) =>
        TABS.filter(({ url }) => patterns.includes(url) && granted.includes(url)),
      sendMessage: () => Promise.reject(new Error('Receiving end does not exist')),
    },
    scripting: {
      getRegisteredContentScripts: async () => registered,
      registerContentScripts: async (scripts: Script[]) => void registered.push(...scripts),
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        registered = registered.filter(({ id }) => !ids.includes(id));
      },
      executeScript: async ({ target }: { target: { tabId: number } }) => void injected.push(target.tabId),
    },
  },
}));

const { placeBanners } = await import('@/utils/browser/banners');

const PATTERNS = TABS.map(({ url }) => url);
const NOTION: SiteScripts = {
  id: 'notion_ai',
  patterns: PATTERNS,
  scriptPatterns: PATTERNS,
  view: null,
  isForNewTabs: true,
  keepsDrafts: false,
  reportsTimings: false,
};

beforeEach(() => {
  [registered, injected, granted] = [[], [], []];
});

const matches = () => registered.flatMap((script) => script.matches);

it('placeBanners reaches the hosts of an assistant that are granted, also where another of them is not', async () => {
  granted = ['https://www.notion.so/*'];
  await placeBanners([NOTION]);
  expect([matches(), injected]).toEqual([['https://www.notion.so/*'], [1]]);
});

it('placeBanners follows each grant and revocation, and does nothing without any', async () => {
  await placeBanners([NOTION]);
  expect([matches(), injected]).toEqual([[], []]);
  granted = PATTERNS;
  await placeBanners([NOTION]);
  expect(matches()).toEqual(PATTERNS);
  expect([...injected].sort()).toEqual([1, 2]);
  granted = ['https://app.notion.com/*'];
  await placeBanners([NOTION]);
  expect(matches()).toEqual(['https://app.notion.com/*']);
});
