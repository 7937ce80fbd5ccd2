import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { english } from '@/tests/fakes/english';
import { FakeStorage } from '@/tests/fakes/fake-storage';
import { NOON } from '@/tests/fakes/samples';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';

const browser = vi.hoisted(() => ({
  storage: {} as unknown,
  i18n: {},
  tabs: {},
  scripting: {},
  permissions: {},
  runtime: {},
  windows: {},
}));
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { createPopupStore } = await import('@/utils/ui/popup/store');
const { writeStatus } = await import('@/utils/browser/storage');
const { dismissBannerOffer, forgetBannerOffer } = await import('@/utils/browser/permissions');

/** The ids of the window of the popup and of another one. */
const [HERE, ELSEWHERE] = [1, 2];
const silent = { addListener: () => undefined, removeListener: () => undefined };

/** Listeners for granted permissions. */
let onGranted: (() => void)[];
type OnUpdated = (id: number, change: object, tab: object) => void;
/** The active tabs, and the listeners for changes of them. */
let tabs: { active: object[]; onActivated: ((windowId?: number) => void)[]; onUpdated: OnUpdated[] };
/** What `localStorage` holds. */
let stored: Map<string, string>;

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
  onGranted = [];
  stored = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
  const storage = new FakeStorage();
  const local = Object.assign(storage.local, { onChanged: silent });
  const nothing = async () => ({});
  const session = { get: nothing, set: nothing, remove: nothing, onChanged: silent };
  browser.storage = Object.assign(storage, { local, session });
  browser.i18n = { getMessage: (key: never, params: string[]) => english(key, ...params), getUILanguage: () => 'en' };
  tabs = { active: [], onActivated: [], onUpdated: [] };
  browser.tabs = {
    query: async () => tabs.active,
    onActivated: {
      ...silent,
      addListener: (heard: (info: object) => void) =>
        tabs.onActivated.push((windowId = HERE) => heard({ tabId: 2, windowId })),
    },
    onUpdated: { ...silent, addListener: (heard: OnUpdated) => tabs.onUpdated.push(heard) },
  };
  browser.scripting = {
    executeScript: async () => [{ result: { kind: 'empty', text: '', hasFiles: false } }],
  };
  browser.permissions = {
    getAll: async () => ({ origins: ['https://claude.ai/*', 'https://chatgpt.com/*'] }),
    onAdded: { ...silent, addListener: (heard: () => void) => onGranted.push(heard) },
    onRemoved: silent,
  };
  browser.windows = { getCurrent: async () => ({ id: HERE, incognito: false }) };
  browser.runtime = { sendMessage: async () => ({ value: null }) };
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('the popup store opens no row by itself, also if a grant comes before everything is read', async () => {
  const store = createPopupStore('popup');
  const stop = store.start();
  // Before storage has answered no assistant is known, and so no grant.
  for (const heard of onGranted) heard();
  await vi.waitFor(() => expect(store.getState().isLoaded).toBe(true));
  await vi.advanceTimersByTimeAsync(1_000);
  expect([...store.getState().opened]).toEqual([]);
  stop();
});

const MARKUP = ['main', [], ['All is up']] as const;

/** The messages to the worker from now on. */
function recordSent(): object[] {
  const sent: object[] = [];
  browser.runtime = {
    sendMessage: async (message: object) => {
      sent.push(message);
      return { value: null };
    },
  };
  return sent;
}

/** Presses "Continue in ChatGPT", and resolves to what came of it. */
async function continueInChatGpt(store: ReturnType<typeof createPopupStore>) {
  store.getState().continueIn('chatgpt');
  await vi.advanceTimersByTimeAsync(1_000);
  return store.getState().transferState;
}

/** Presses "Keep draft until Claude is back", and resolves to what came of it. */
async function keepInClaude(store: ReturnType<typeof createPopupStore>) {
  store.getState().keepDraft('claude');
  await vi.advanceTimersByTimeAsync(1_000);
  return store.getState().keepResult;
}

async function startedStore() {
  const store = createPopupStore('popup');
  const stop = store.start();
  await vi.waitFor(() => expect(store.getState().isLoaded).toBe(true));
  await vi.advanceTimersByTimeAsync(1_000);
  const save = () => {
    store.saveSnapshot(store.getState(), MARKUP);
    return [...stored.keys()];
  };
  return { store, stop, save };
}

it('the popup store counts as loaded only when permissions are known, so that no part appears later', async () => {
  const store = createPopupStore('popup');
  let answer = () => {};
  const getAll = () =>
    new Promise<object>((resolve) => {
      answer = () => resolve({ origins: ['https://claude.ai/*'] });
    });
  browser.permissions = { ...browser.permissions, getAll };
  const stop = store.start();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(store.getState().isLoaded).toBe(false);
  answer();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(store.getState()).toMatchObject({ isLoaded: true, access: { chats: { claude: true, chatgpt: false } } });
  stop();
});

it('the popup store requests a round when it is told to, not while it reads, and says when that fails', async () => {
  const sent: unknown[] = [];
  browser.runtime = {
    sendMessage: async (message: unknown) => {
      sent.push(message);
      return null;
    },
  };
  const { store, stop } = await startedStore();
  expect(sent).toEqual([]);
  store.requestRound();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent).toEqual([{ type: 'opened' }]);
  expect(store.getState().refreshState).toBe('failed');
  stop();
});

it('the popup store shows what was read before it started', async () => {
  const options = { version: 3, value: { ...DEFAULT_OPTIONS, watched: ['gemini'] } };
  const local = { get: async () => ({ options }) };
  const empty = { get: async () => ({}) };
  const source = {
    storage: { local, session: empty, managed: empty },
    permissions: { getAll: async () => ({ origins: ['https://gemini.google.com/*'] }) },
    windows: { getCurrent: async () => ({ incognito: true }) },
  };
  const store = createPopupStore('popup', { take: () => source });
  const stop = store.start();
  await vi.waitFor(() => expect(store.getState().isLoaded).toBe(true));
  expect(store.getState()).toMatchObject({ options: { watched: ['gemini'] }, access: { chats: { gemini: true } } });
  expect(store.getState().isPrivate).toBe(true);
  stop();
});

it('the popup store saves a snapshot of the page as it opens, and of no other state', async () => {
  const { store, stop, save } = await startedStore();
  store.getState().toggle('claude');
  expect(save()).toEqual([]);
  store.getState().toggle('claude');
  expect(save()).toEqual(['snapshot.popup']);
  stop();
});

it('the popup store remembers that the line that offers the banner was dismissed', async () => {
  const { store, stop } = await startedStore();
  expect(store.getState().isOfferDismissed).toBe(false);
  store.getState().dismissOffer();
  expect(store.getState().isOfferDismissed).toBe(true);
  expect(createPopupStore('popup').getState().isOfferDismissed).toBe(true);
  forgetBannerOffer();
  expect(createPopupStore('popup').getState().isOfferDismissed).toBe(false);
  vi.stubGlobal('localStorage', undefined);
  dismissBannerOffer();
  expect(createPopupStore('popup').getState().isOfferDismissed).toBe(false);
  stop();
});

it('the popup store saves no snapshot in a private window', async () => {
  browser.windows = { getCurrent: async () => ({ incognito: true }) };
  const { stop, save } = await startedStore();
  expect(save()).toEqual([]);
  stop();
});

it('the popup store saves no snapshot of a refresh that runs or has failed', async () => {
  const { store, stop, save } = await startedStore();
  browser.runtime = { sendMessage: async () => null };
  store.getState().refresh();
  expect(save()).toEqual([]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(store.getState().refreshState).toBe('failed');
  expect(save()).toEqual([]);
  stop();
});

it('the popup store says that a refresh has failed until another round is stored', async () => {
  const heard: ((changes: object, area: string) => void)[] = [];
  const onChanged = { ...silent, addListener: (listener: (typeof heard)[number]) => heard.push(listener) };
  const memory: Record<string, unknown> = {};
  const session = {
    get: async () => memory,
    set: async (values: object) => void Object.assign(memory, values),
    remove: async () => undefined,
  };
  browser.storage = Object.assign(browser.storage as object, { onChanged, session });
  const store = async (changes: Partial<Status>) => {
    await writeStatus({ ...EMPTY_STATUS, ...changes });
    for (const listener of heard) listener({ status: {} }, 'local');
    await vi.advanceTimersByTimeAsync(1_000);
  };
  const { store: popup, stop } = await startedStore();
  browser.runtime = { sendMessage: async () => null };
  popup.getState().refresh();
  await vi.advanceTimersByTimeAsync(1_000);
  const failed = { refreshState: 'failed', announcement: english('popup_refresh_failed') };
  expect(popup.getState()).toMatchObject(failed);
  // A command, such as to snooze, is no reading.
  await store({ snoozes: { claude: NOON + 60_000 } });
  expect(popup.getState()).toMatchObject({ ...failed, status: { snoozes: { claude: NOON + 60_000 } } });
  await store({ tickedAt: NOON + 30_000 });
  expect(popup.getState()).toMatchObject({ refreshState: 'idle', announcement: '' });
  stop();
});

it('the popup store announces after a refresh what the page then shows', async () => {
  const { store, stop } = await startedStore();
  browser.runtime = { sendMessage: async () => ({ value: null }) };
  store.getState().refresh();
  expect(store.getState()).toMatchObject({ refreshState: 'running', announcement: english('popup_refreshing') });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(store.getState()).toMatchObject({ refreshState: 'idle', announcement: english('checked_never') });
  await writeStatus({ ...EMPTY_STATUS, isOnline: false });
  store.getState().refresh();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(store.getState().announcement).toBe(english('offline'));
  stop();
});

const tabAt = (id: number, url: string) => ({ id, url, incognito: false, active: true, windowId: HERE });

it('the popup store leaves no draft behind that it cannot read: it says so, and a second press goes on without it', async () => {
  const sent = recordSent();
  browser.scripting = { executeScript: () => Promise.reject(new Error('No script may run here')) };
  tabs.active = [tabAt(1, 'https://claude.ai/chat/1')];
  const { store, stop } = await startedStore();
  expect(await continueInChatGpt(store)).toEqual({ kind: 'refused', why: 'draft_unreadable' });
  expect(await keepInClaude(store)).toMatchObject({ id: 'claude', outcome: 'draft_unreadable' });
  expect(sent).toEqual([]);
  expect(await continueInChatGpt(store)).toEqual({ kind: 'idle' });
  expect(sent).toMatchObject([{ type: 'continue', to: 'chatgpt', draft: null }]);
  stop();
});

it('the popup store leaves no files behind unsaid where there is no text that they could go along with', async () => {
  const sent = recordSent();
  browser.scripting = { executeScript: async () => [{ result: { kind: 'empty', text: '', hasFiles: true } }] };
  tabs.active = [tabAt(1, 'https://claude.ai/chat/1')];
  const { store, stop } = await startedStore();
  expect(await continueInChatGpt(store)).toEqual({ kind: 'refused', why: 'files_stay' });
  expect(sent).toEqual([]);
  expect(await continueInChatGpt(store)).toEqual({ kind: 'idle' });
  expect(sent).toMatchObject([{ type: 'continue', to: 'chatgpt', draft: null }]);
  stop();
});

it('the popup store warns again about files that stay after the user has changed to another tab', async () => {
  browser.scripting = { executeScript: async () => [{ result: { kind: 'empty', text: '', hasFiles: true } }] };
  tabs.active = [tabAt(1, 'https://claude.ai/chat/1')];
  const { store, stop, save } = await startedStore();
  expect(await continueInChatGpt(store)).toEqual({ kind: 'refused', why: 'files_stay' });
  // The next visit would begin with the warning.
  expect(save()).toEqual([]);
  tabs.active = [tabAt(2, 'https://claude.ai/chat/2')];
  for (const heard of tabs.onActivated) heard();
  expect(store.getState().transferState).toEqual({ kind: 'idle' });
  expect(await continueInChatGpt(store)).toEqual({ kind: 'refused', why: 'files_stay' });
  stop();
});

it('the popup store does not warn in one chat about the files of another that the user has left before the answer', async () => {
  const sent = recordSent();
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  browser.scripting = {
    executeScript: () => answered.then(() => [{ result: { kind: 'empty', text: '', hasFiles: true } }]),
  };
  tabs.active = [tabAt(1, 'https://claude.ai/chat/1')];
  const { store, stop } = await startedStore();
  await continueInChatGpt(store);
  tabs.active = [tabAt(2, 'https://claude.ai/chat/2')];
  for (const heard of tabs.onActivated) heard();
  answer();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(store.getState().transferState).toEqual({ kind: 'idle' });
  expect(await continueInChatGpt(store)).toEqual({ kind: 'refused', why: 'files_stay' });
  expect(sent).toEqual([]);
  stop();
});

it('the popup store forgets what became of a draft to be kept when the user changes to another tab', async () => {
  browser.runtime = { sendMessage: async () => ({ value: 'empty' }) };
  tabs.active = [tabAt(1, 'https://claude.ai/chat/1')];
  const { store, stop, save } = await startedStore();
  expect(await keepInClaude(store)).toMatchObject({ id: 'claude', outcome: 'empty' });
  // The next visit would begin with it.
  expect(save()).toEqual([]);
  tabs.active = [tabAt(2, 'https://claude.ai/chat/2')];
  for (const heard of tabs.onActivated) heard();
  expect(store.getState().keepResult).toBeNull();
  stop();
});

it.each([
  ['says so if the browser refuses to copy the draft that it takes along', false],
  ['takes a draft along that it has copied', true],
])('the popup store %s', async (_, isCopied) => {
  const sent = recordSent();
  browser.scripting = { executeScript: async () => [{ result: { kind: 'typed', text: 'Look', hasFiles: false } }] };
  vi.stubGlobal('navigator', { clipboard: { writeText: isCopied ? async () => undefined : () => Promise.reject() } });
  tabs.active = [tabAt(1, 'https://claude.ai/chat/1')];
  const { store, stop } = await startedStore();
  await continueInChatGpt(store);
  expect(sent).toMatchObject([{ type: 'continue', draft: { text: 'Look' } }]);
  expect(JSON.stringify(sent).includes('"isNotCopied":true')).toBe(!isCopied);
  stop();
});

it('the popup store knows that files stay in the composer of a draft that is kept', async () => {
  browser.runtime = { sendMessage: async () => ({ value: 'kept' }) };
  browser.scripting = { executeScript: async () => [{ result: { kind: 'typed', text: 'Look', hasFiles: true } }] };
  tabs.active = [tabAt(1, 'https://claude.ai/chat/1')];
  const { store, stop } = await startedStore();
  expect(await keepInClaude(store)).toEqual({ id: 'claude', outcome: 'kept', leavesFiles: true });
  stop();
});

it('the popup store does not say what became of a draft to be kept if the user changed to another tab before', async () => {
  tabs.active = [tabAt(1, 'https://claude.ai/chat/1')];
  const { store, stop } = await startedStore();
  let answer = (_: object) => {};
  browser.runtime = {
    sendMessage: () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  };
  expect(await keepInClaude(store)).toBeNull();
  for (const heard of tabs.onActivated) heard();
  answer({ value: 'kept' });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(store.getState().keepResult).toBeNull();
  stop();
});

it('the popup store remembers what a press came to while another window changes its tab or loads', async () => {
  browser.runtime = { sendMessage: async () => ({ value: 'empty' }) };
  tabs.active = [tabAt(1, 'https://claude.ai/chat/1')];
  const { store, stop } = await startedStore();
  const result = { id: 'claude', outcome: 'empty', leavesFiles: false };
  expect(await keepInClaude(store)).toEqual(result);
  for (const heard of tabs.onActivated) heard(ELSEWHERE);
  for (const heard of tabs.onUpdated) heard(3, { status: 'complete' }, { active: true, windowId: ELSEWHERE });
  expect(store.getState().keepResult).toEqual(result);
  for (const heard of tabs.onActivated) heard();
  expect(store.getState().keepResult).toBeNull();
  stop();
});

it('the popup store forgets the result of a saved conversation when the tab shows another one', async () => {
  tabs.active = [tabAt(1, 'https://claude.ai/chat/1')];
  const { store, stop, save } = await startedStore();
  const press = async () => {
    store.getState().saveConversation();
    await vi.advanceTimersByTimeAsync(1_000);
    return store.getState().conversationProgress;
  };
  expect(await press()).toMatchObject({ kind: 'done' });
  // The next visit would begin with it.
  expect(save()).toEqual([]);
  tabs.active = [tabAt(1, 'https://claude.ai/chat/2')];
  const moveOn = () => {
    for (const heard of tabs.onUpdated) heard(1, { url: 'https://claude.ai/chat/2' }, tabs.active[0] ?? {});
  };
  moveOn();
  expect(store.getState().conversationProgress).toEqual({ kind: 'idle' });
  // The user moves on before it is saved.
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  browser.scripting = { executeScript: () => answered.then(() => [{ result: null }]) };
  expect(await press()).toEqual({ kind: 'reading' });
  moveOn();
  answer();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(store.getState().conversationProgress).toEqual({ kind: 'idle' });
  stop();
});

it('the popup store follows the active tab while a side panel is open', async () => {
  tabs.active = [tabAt(1, 'https://claude.ai/chat/1')];
  const { store, stop } = await startedStore();
  expect(store.getState().front).toBe('claude');
  tabs.active = [tabAt(2, 'https://chatgpt.com/c/1')];
  for (const heard of tabs.onActivated) heard();
  await vi.waitFor(() => expect(store.getState().front).toBe('chatgpt'));
  tabs.active = [tabAt(2, 'https://example.com/')];
  for (const heard of tabs.onUpdated) heard(2, { status: 'complete' }, tabs.active[0] ?? {});
  await vi.waitFor(() => expect(store.getState().front).toBeNull());
  stop();
});

it('the popup store continues with the tab that is active at the press, also if its change was not reported', async () => {
  tabs.active = [tabAt(1, 'https://claude.ai/chat/1')];
  const { store, stop } = await startedStore();
  tabs.active = [tabAt(2, 'https://chatgpt.com/c/1')];
  const sent: unknown[] = [];
  browser.runtime = {
    sendMessage: async (message: unknown) => {
      sent.push(message);
      return { value: null };
    },
  };
  store.getState().continueIn('gemini');
  await vi.waitFor(() => expect(sent).toMatchObject([{ type: 'continue', to: 'gemini', origin: { tabId: 2 } }]));
  stop();
});

it('the popup store saves no snapshot once others were asked, because it would repeat what they said', async () => {
  const { store, stop, save } = await startedStore();
  expect(save()).toHaveLength(1);
  stored.clear();
  Object.assign(browser.permissions, { request: async () => false, contains: async () => false });
  store.getState().ask('claude');
  await vi.waitFor(() => expect(store.getState().opinions.claude).toEqual({ kind: 'refused' }));
  expect(save()).toEqual([]);
  stop();
});
