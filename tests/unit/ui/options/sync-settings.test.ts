import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeLocks } from '@/tests/fakes/fake-locks';
import { FakeStorage } from '@/tests/fakes/fake-storage';
import { HOUR, NOON } from '@/tests/fakes/samples';
import { OPTIONS_SHAPE } from '@/utils/browser/storage-shapes';
import { serialize } from '@/utils/browser/stored-value';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';

const browser = vi.hoisted(() => ({ storage: {} as unknown }));
vi.stubGlobal('navigator', { locks: fakeLocks() });
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { inOptionsTurn } = await import('@/utils/browser/storage');
const { takeSynced } = await import('@/utils/browser/synced-options');
const { changeOptions } = await import('@/utils/ui/options-access');
const { deleteSynced, setSyncing, syncSettings } = await import('@/utils/ui/options/settings');
const { readChosen, readOptions } = await import('@/utils/browser/storage');

const DAY = 24 * HOUR;

/** One account; each browser has a storage of its own, and they share what is synced. */
let account: Record<string, unknown>;

function aBrowser(chosen?: Options): FakeStorage {
  const storage = new FakeStorage();
  storage.stored.sync = account;
  if (chosen !== undefined) storage.stored.local.options = serialize(OPTIONS_SHAPE, chosen);
  return storage;
}

function use(storage: FakeStorage): void {
  browser.storage = storage;
}

/** Each choice comes a second after what went before. */
async function choose(storage: FakeStorage, over: Partial<Options>): Promise<void> {
  use(storage);
  vi.setSystemTime(Date.now() + 1_000);
  await changeOptions((options) => ({ ...options, ...over }));
}

async function opened(storage: FakeStorage): Promise<Options> {
  use(storage);
  await syncSettings();
  return readOptions();
}

async function switchedOn(storage = aBrowser()): Promise<FakeStorage> {
  use(storage);
  await setSyncing(true);
  return storage;
}

beforeEach(() => {
  account = {};
  vi.useFakeTimers({ now: NOON, toFake: ['Date'] });
});

afterEach(() => {
  vi.useRealTimers();
});

it('is off until somebody wants it: nothing is sent, and nothing taken', async () => {
  const one = aBrowser();
  await choose(one, { theme: 'dark' });
  expect(one.syncWrites).toBe(0);
  account.theme = { at: Date.now() + 1_000, value: 'light' };
  expect((await opened(one)).theme).toBe('dark');
});

it('two browsers that choose different things both keep theirs', async () => {
  const one = await switchedOn();
  const other = await switchedOn();
  await choose(one, { theme: 'dark' });
  await choose(other, { watched: ['gemini'] });
  expect(await opened(one)).toMatchObject({ theme: 'dark', watched: ['gemini'] });
  expect(await opened(other)).toMatchObject({ theme: 'dark', watched: ['gemini'] });
});

it('of the same thing the later choice wins, also over a clock that is ahead', async () => {
  const one = await switchedOn();
  const other = await switchedOn();
  vi.setSystemTime(NOON + 400 * DAY);
  await choose(one, { theme: 'dark' });
  vi.setSystemTime(NOON);
  expect((await opened(other)).theme).toBe('dark');
  await choose(other, { theme: 'light' });
  expect((await opened(other)).theme).toBe('light');
  expect((await opened(one)).theme).toBe('light');
});

it('what was just chosen is not undone by what came in meanwhile', async () => {
  const one = await switchedOn();
  account.theme = { at: Date.now() + 400 * DAY, value: 'dark' };
  await choose(one, { theme: 'light' });
  expect((await opened(one)).theme).toBe('light');
  expect(account.theme).toMatchObject({ value: 'light' });
});

it('switched on where there are settings already, both sides meet by time, and a fresh browser takes them all', async () => {
  const one = await switchedOn();
  await choose(one, { theme: 'dark', watched: ['gemini'] });
  const other = aBrowser();
  await choose(other, { theme: 'light' });
  await switchedOn(other);
  expect(await readOptions()).toMatchObject({ theme: 'light', watched: ['gemini'] });
  expect((await opened(one)).theme).toBe('light');
  await switchedOn();
  expect(await readOptions()).toMatchObject({ theme: 'light', watched: ['gemini'] });
});

it('what nobody chose is not sent, and of what was chosen only what changed, in one go', async () => {
  const one = await switchedOn();
  expect(account).toEqual({});
  await choose(one, { theme: 'dark', keepsDrafts: true });
  expect(Object.keys(account).sort()).toEqual(['keepsDrafts', 'theme']);
  await choose(one, { theme: 'dark' });
  await opened(one);
  expect(one.syncWrites).toBe(1);
});

it('what comes back from our own sending writes nothing: a choice that is being made must not be lost', async () => {
  const one = await switchedOn();
  await choose(one, { theme: 'dark' });
  account.tomorrow = { at: 9e12, value: 'unknown to us' };
  account.watched = { at: 9e12, value: ['eliza'] };
  const before = one.localWrites;
  await opened(one);
  expect(one.localWrites).toBe(before);
});

it('what the worker takes from elsewhere while something is being chosen undoes none of it', async () => {
  const one = await switchedOn();
  account.theme = { at: Date.now() + 1_000, value: 'dark' };
  use(one);
  const choosing = changeOptions((options) => ({ ...options, keepsDrafts: true }));
  await Promise.all([choosing, inOptionsTurn(takeSynced)]);
  expect(await readOptions()).toMatchObject({ theme: 'dark', keepsDrafts: true });
});

it('where somebody is signed in stays in this browser, and so does the switch', async () => {
  const one = await switchedOn();
  await choose(one, { signedIn: ['gemini'], theme: 'dark' });
  expect(Object.keys(account)).toEqual(['theme']);
  account.signedIn = { at: Date.now() + 1_000, value: ['claude'] };
  expect((await opened(one)).signedIn).toEqual(['gemini']);
});

it.each([
  ['a value in another shape', { at: 9e12, value: 'pink' }],
  ['no time', { value: 'light' }],
  ['something else', 'light'],
  ['nothing', null],
])('%s changes nothing, is left alone, and is told', async (_, item) => {
  const one = await switchedOn();
  await choose(one, { theme: 'dark' });
  account.theme = item;
  account.tomorrow = { at: 9e12, value: 'unknown to us' };
  use(one);
  expect((await syncSettings()).unreadable).toEqual(['theme']);
  expect((await readOptions()).theme).toBe('dark');
  expect(account).toMatchObject({ theme: item, tomorrow: { value: 'unknown to us' } });
});

it('one damaged entry of a part leaves the whole part alone', async () => {
  const one = await switchedOn();
  account.parts = { at: 9e12, value: { claude: ['a'], chatgpt: 7 } };
  expect((await opened(one)).parts).toEqual({});
});

it('what is larger than browsers pass on stays here, and is told', async () => {
  const one = await switchedOn();
  const ownChats = [1, 2, 3, 4, 5].map((id) => ({
    id: String(id),
    name: 'x',
    url: `https://chat${id}.example/${'x'.repeat(1_900)}`,
  }));
  await choose(one, { ownChats, theme: 'dark' });
  expect(Object.keys(account)).toEqual(['theme']);
  use(one);
  expect((await syncSettings()).tooLarge).toEqual(['ownChats']);
});

it('a browser that fails says so, keeps the choice, and sends it later', async () => {
  const one = await switchedOn();
  one.isSyncBroken = true;
  await choose(one, { theme: 'dark' });
  expect(await syncSettings()).toMatchObject({ isOn: true, hasFailed: true });
  expect((await readOptions()).theme).toBe('dark');
  one.isSyncBroken = false;
  await opened(one);
  expect(account.theme).toMatchObject({ value: 'dark' });
});

it('a browser without it offers none', async () => {
  const { local, managed } = aBrowser();
  browser.storage = { local, managed };
  expect(await syncSettings()).toMatchObject({ isOffered: false, isOn: false });
});

it('what an organisation preset is not sent in the person’s name', async () => {
  const one = await switchedOn();
  one.policy = { theme: 'light', watched: ['claude'] };
  await choose(one, { theme: 'dark', watched: ['gemini'], keepsDrafts: true });
  expect(Object.keys(account)).toEqual(['keepsDrafts']);
  expect(await readOptions()).toMatchObject({ theme: 'light', watched: ['claude'] });
  expect((await readChosen()).watched).toEqual(DEFAULT_OPTIONS.watched);
});

it('is taken out of the account when everything is erased, what is not ours excepted', async () => {
  const one = await switchedOn();
  await choose(one, { theme: 'dark' });
  account.tomorrow = 1;
  await deleteSynced();
  expect(account).toEqual({ tomorrow: 1 });
});
