import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeLocks } from '@/tests/fakes/fake-locks';
import { FakeStorage } from '@/tests/fakes/fake-storage';
import { HOUR, NOON } from '@/tests/fakes/samples';
import { OPTIONS_SHAPE } from '@/utils/browser/options-schema';
import { serialize } from '@/utils/browser/stored-value';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';

const browser = vi.hoisted(() => ({ storage: {} as unknown }));
vi.stubGlobal('navigator', { locks: fakeLocks() });
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { withOptionsLock } = await import('@/utils/browser/storage');
const { takeSynced } = await import('@/utils/browser/synced-options');
const { changeOptions } = await import('@/utils/ui/options-access');
const { deleteSynced, setSyncing, syncSettings } = await import('@/utils/ui/options/settings');
const { readChosen, readOptions } = await import('@/utils/browser/storage');

const DAY = 24 * HOUR;

/** One account: each browser has its own local storage, and they share the synced storage. */
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

/** Each choice is made a second after the previous one. */
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

it('sync is off by default: it neither sends nor applies anything', async () => {
  const one = aBrowser();
  await choose(one, { theme: 'dark' });
  expect(one.syncWrites).toBe(0);
  account.theme = { at: Date.now() + 1_000, value: 'light' };
  expect((await opened(one)).theme).toBe('dark');
});

it('sync merges changes of different fields from two browsers', async () => {
  const one = await switchedOn();
  const other = await switchedOn();
  await choose(one, { theme: 'dark' });
  await choose(other, { watched: ['gemini'] });
  expect(await opened(one)).toMatchObject({ theme: 'dark', watched: ['gemini'] });
  expect(await opened(other)).toMatchObject({ theme: 'dark', watched: ['gemini'] });
});

it('sync lets the later choice of a field win, even when one clock is ahead', async () => {
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

it('sync does not undo a new choice by an incoming one', async () => {
  const one = await switchedOn();
  account.theme = { at: Date.now() + 400 * DAY, value: 'dark' };
  await choose(one, { theme: 'light' });
  expect((await opened(one)).theme).toBe('light');
  expect(account.theme).toMatchObject({ value: 'light' });
});

it('enabling sync merges existing settings by time, and a new browser takes them all', async () => {
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

it('sync sends only changed fields, in one write', async () => {
  const one = await switchedOn();
  expect(account).toEqual({});
  await choose(one, { theme: 'dark', keepsDrafts: true });
  expect(Object.keys(account).sort()).toEqual(['keepsDrafts', 'theme']);
  await choose(one, { theme: 'dark' });
  await opened(one);
  expect(one.syncWrites).toBe(1);
});

it('sync writes nothing to local storage for its own changes and unknown fields', async () => {
  const one = await switchedOn();
  await choose(one, { theme: 'dark' });
  account.tomorrow = { at: 9e12, value: 'unknown to us' };
  account.watched = { at: 9e12, value: ['eliza'] };
  const before = one.localWrites;
  await opened(one);
  expect(one.localWrites).toBe(before);
});

it('an incoming change does not undo a change that is being made', async () => {
  const one = await switchedOn();
  account.theme = { at: Date.now() + 1_000, value: 'dark' };
  use(one);
  const choosing = changeOptions((options) => ({ ...options, keepsDrafts: true }));
  await Promise.all([choosing, withOptionsLock(takeSynced)]);
  expect(await readOptions()).toMatchObject({ theme: 'dark', keepsDrafts: true });
});

it('sync excludes signedIn and its own switch', async () => {
  const one = await switchedOn();
  await choose(one, { signedIn: ['gemini'], theme: 'dark' });
  expect(Object.keys(account)).toEqual(['theme']);
  account.signedIn = { at: Date.now() + 1_000, value: ['claude'] };
  expect((await opened(one)).signedIn).toEqual(['gemini']);
});

it.each([
  ['a value in another shape', { at: 9e12, value: 'pink' }],
  ['an item without a time', { value: 'light' }],
  ['a plain string', 'light'],
  ['null', null],
])('sync ignores %s, does not overwrite it and reports it', async (_, item) => {
  const one = await switchedOn();
  await choose(one, { theme: 'dark' });
  account.theme = item;
  account.tomorrow = { at: 9e12, value: 'unknown to us' };
  use(one);
  expect((await syncSettings()).unreadable).toEqual(['theme']);
  expect((await readOptions()).theme).toBe('dark');
  expect(account).toMatchObject({ theme: item, tomorrow: { value: 'unknown to us' } });
});

it('sync ignores a whole field if one entry is invalid', async () => {
  const one = await switchedOn();
  account.parts = { at: 9e12, value: { claude: ['a'], chatgpt: 7 } };
  expect((await opened(one)).parts).toEqual({});
});

it('sync keeps a field above the size limit local and reports it', async () => {
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

it('sync reports a failure, keeps the choice and sends it later', async () => {
  const one = await switchedOn();
  one.isSyncBroken = true;
  await choose(one, { theme: 'dark' });
  expect(await syncSettings()).toMatchObject({ isOn: true, hasFailed: true });
  expect((await readOptions()).theme).toBe('dark');
  one.isSyncBroken = false;
  await opened(one);
  expect(account.theme).toMatchObject({ value: 'dark' });
});

it('sync is not offered by a browser without storage.sync', async () => {
  const { local, managed } = aBrowser();
  browser.storage = { local, managed };
  expect(await syncSettings()).toMatchObject({ isOffered: false, isOn: false });
});

it('sync does not send values preset by policy', async () => {
  const one = await switchedOn();
  one.policy = { theme: 'light', watched: ['claude'] };
  await choose(one, { theme: 'dark', watched: ['gemini'], keepsDrafts: true });
  expect(Object.keys(account)).toEqual(['keepsDrafts']);
  expect(await readOptions()).toMatchObject({ theme: 'light', watched: ['claude'] });
  expect((await readChosen()).watched).toEqual(DEFAULT_OPTIONS.watched);
});

it('forgetSynced removes the extension’s items from the account and no others', async () => {
  const one = await switchedOn();
  await choose(one, { theme: 'dark' });
  account.tomorrow = 1;
  await deleteSynced();
  expect(account).toEqual({ tomorrow: 1 });
});
