import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { english } from '@/tests/fakes/english';
import { FakeStorage } from '@/tests/fakes/fake-storage';
import { HOUSE_BOT, NOON } from '@/tests/fakes/samples';
import { OPTIONS_SHAPE } from '@/utils/browser/options-schema';
import { serialize } from '@/utils/browser/stored-value';
import { DEFAULT_OPTIONS } from '@/utils/model/options';

const browser = vi.hoisted(() => ({
  storage: {} as unknown,
  i18n: {},
  tabs: {},
  scripting: {},
  permissions: {},
  runtime: {},
}));
vi.stubGlobal('navigator', { onLine: true });
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { continueInFallback } = vi.hoisted(() => ({
  continueInFallback: vi.fn<(to: string, wanted: object) => Promise<string | null>>(),
}));
vi.mock('@/utils/ui/chat-in-front', () => ({ continueInFallback }));

const { isRunning } = await import('@/utils/ui/check/answer');
const { createCheckStore } = await import('@/utils/ui/check/store');
const { setPageRegistry } = await import('@/utils/ui/page-registry');

const silent = { addListener: () => undefined, removeListener: () => undefined };

let storage: FakeStorage;
/** Assistants that the background was asked to read. */
let looked: string[];
/** Listeners for a change of the active tab. */
let onActivated: (() => void)[];
/** Origins whose access was checked. */
let asked: string[];

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
  looked = [];
  asked = [];
  setPageRegistry(DEFAULT_OPTIONS);
  storage = new FakeStorage();
  storage.stored.local.options = serialize(OPTIONS_SHAPE, { ...DEFAULT_OPTIONS, ownPages: [HOUSE_BOT] });
  browser.storage = Object.assign(storage, { session: { get: async () => ({}) } });
  browser.i18n = { getMessage: (key: never, params: string[]) => english(key, ...params), getUILanguage: () => 'en' };
  onActivated = [];
  browser.tabs = {
    query: async () => [],
    onActivated: {
      ...silent,
      addListener: (heard: (info: object) => void) => onActivated.push(() => heard({ tabId: 2, windowId: 1 })),
    },
    onUpdated: silent,
  };
  browser.permissions = {
    contains: async ({ origins }: { origins: string[] }) => {
      asked.push(...origins);
      return false;
    },
  };
  browser.runtime = {
    sendMessage: async ({ assistantIds = [] }: { assistantIds?: string[] }) => {
      looked.push(...assistantIds);
      return { value: null };
    },
  };
});

afterEach(() => {
  vi.useRealTimers();
});

it('createCheckStore reads a custom page even when the popup opens with it', async () => {
  const store = createCheckStore('page:1');
  const stop = store.start();
  await vi.waitFor(() => expect(isRunning(store.getState().check)).toBe(false));
  expect(looked).toContain('page:1');
  // The origin of its chat is known only after options were read.
  expect(asked).toContain('https://chat.house.example/*');
  stop();
});

it('createCheckStore reads nothing when it is stopped before storage answered', async () => {
  createCheckStore('page:1').start()();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(looked).toEqual([]);
});

it('createCheckStore reads the page when options cannot be read', async () => {
  const { get } = storage.local;
  storage.local.get = (key) => (key === 'options' ? Promise.reject(new Error('No disk')) : get(key));
  const store = createCheckStore('claude');
  store.start();
  await vi.waitFor(() => expect(isRunning(store.getState().check)).toBe(false));
  expect(looked).toContain('claude');
});

it.each(['files_stay', 'draft_unreadable'] as const)(
  'createCheckStore says that nothing was opened (%s), and goes on at the next press',
  async (why) => {
    continueInFallback.mockImplementation(async (_, wanted) =>
      'isWarned' in wanted && wanted.isWarned === true ? null : why,
    );
    const store = createCheckStore('claude');
    store.getState().continueIn('chatgpt');
    await vi.waitFor(() => expect(store.getState().refusal).toBe(why));
    store.getState().continueIn('chatgpt');
    await vi.waitFor(() => expect(store.getState().refusal).toBeNull());
    await vi.waitFor(() =>
      expect(continueInFallback).toHaveBeenLastCalledWith('chatgpt', { conversation: false, isWarned: true }),
    );
  },
);

it('createCheckStore warns again about files that stay after the user has changed to another tab', async () => {
  continueInFallback.mockResolvedValue('files_stay');
  const store = createCheckStore('claude');
  const stop = store.start();
  store.getState().continueIn('chatgpt');
  await vi.waitFor(() => expect(store.getState().refusal).toBe('files_stay'));
  for (const heard of onActivated) heard();
  store.getState().continueIn('chatgpt');
  await vi.waitFor(() => expect(store.getState().refusal).toBe('files_stay'));
  expect(continueInFallback).toHaveBeenLastCalledWith('chatgpt', { conversation: false, isWarned: false });
  stop();
});

it('createCheckStore does not warn in one tab about the files of another that the user has left before the answer', async () => {
  let answer = () => {};
  continueInFallback.mockImplementationOnce(
    () =>
      new Promise((resolve) => {
        answer = () => resolve('files_stay');
      }),
  );
  const store = createCheckStore('claude');
  const stop = store.start();
  store.getState().continueIn('chatgpt');
  for (const heard of onActivated) heard();
  answer();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(store.getState().refusal).toBeNull();
  continueInFallback.mockResolvedValue('files_stay');
  store.getState().continueIn('chatgpt');
  expect(continueInFallback).toHaveBeenLastCalledWith('chatgpt', { conversation: false, isWarned: false });
  stop();
});

describe('reloading the chat', () => {
  const chat = { id: 5, url: 'https://claude.ai/chat/1' };
  let open: object[];
  let reloaded: number[];

  beforeEach(() => {
    open = [chat];
    reloaded = [];
    Object.assign(browser.tabs, {
      query: async () => open,
      reload: async (id: number) => void reloaded.push(id),
      update: async () => undefined,
    });
    // As for a chat with a draft, and for a tab that is gone.
    browser.scripting = { executeScript: () => Promise.reject(new Error('No script may run here')) };
  });

  async function started() {
    const store = createCheckStore('claude');
    const stop = store.start();
    await vi.waitFor(() => expect(store.getState().actions).toContain('reload'));
    const act = async (action: 'reload' | 'reload_anyway') => {
      store.getState().act(action);
      await vi.advanceTimersByTimeAsync(1_000);
      return store.getState().actions;
    };
    return { store, stop, act };
  }

  it('createCheckStore confirms a reload that may lose a draft, once', async () => {
    const { stop, act } = await started();
    expect(await act('reload')).toContain('reload_anyway');
    expect(reloaded).toEqual([]);
    expect(await act('reload_anyway')).not.toContain('reload_anyway');
    expect(reloaded).toEqual([5]);
    stop();
  });

  it('createCheckStore warns of no draft in a tab that was closed, and reloads no page that took the place of the chat', async () => {
    const { stop, act } = await started();
    await act('reload');
    open = [{ id: 5, url: 'https://example.com/form' }];
    const actions = await act('reload_anyway');
    expect(reloaded).toEqual([]);
    expect(actions).not.toContain('reload');
    expect(await act('reload')).not.toContain('reload_anyway');
    stop();
  });

  it('createCheckStore looks for the chat again with the next check', async () => {
    const { store, stop } = await started();
    open = [];
    store.getState().again();
    await vi.waitFor(() => expect(store.getState().actions).not.toContain('reload'));
    stop();
  });
});

describe('asking others', () => {
  /** Requested addresses, and how. */
  let fetched: [url: string, init: RequestInit][];
  beforeEach(() => {
    fetched = [];
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      fetched.push([url, init]);
      return Response.json({});
    });
    Object.assign(browser.permissions, { request: async () => true, contains: async () => true });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.stubGlobal('navigator', { onLine: true });
  });

  const isSource = ([url]: (typeof fetched)[number]) => /openrouter|isitdownstatus|aiwatch/.test(url);

  it('createCheckStore requests no source before the press, and each address once after it', async () => {
    const store = createCheckStore('claude');
    const stop = store.start();
    await vi.waitFor(() => expect(isRunning(store.getState().check)).toBe(false));
    expect(fetched.filter(isSource)).toEqual([]);
    expect(store.getState().opinion).toEqual({ kind: 'not_asked' });

    store.getState().ask();
    // A second press while the first one runs.
    store.getState().ask();
    await vi.waitFor(() => expect(store.getState().opinion.kind).toBe('answered'));
    const urls = fetched.filter(isSource).map(([url]) => url);
    expect(urls).toHaveLength(4);
    expect(new Set(urls).size).toBe(4);
    for (const [, init] of fetched.filter(isSource)) {
      expect(init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'manual' });
    }
    stop();
  });

  it('createCheckStore keeps the findings as they were when others were asked', async () => {
    const store = createCheckStore('claude');
    const stop = store.start();
    await vi.waitFor(() => expect(isRunning(store.getState().check)).toBe(false));
    const { check, status } = store.getState();
    store.getState().ask();
    await vi.waitFor(() => expect(store.getState().opinion.kind).toBe('answered'));
    expect(store.getState()).toMatchObject({ check, status });
    expect(storage.stored.local.status).toBeUndefined();
    stop();
  });
});
