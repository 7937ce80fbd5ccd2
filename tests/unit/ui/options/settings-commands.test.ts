import { beforeEach, expect, it, vi } from 'vitest';
import { english } from '@/tests/fakes/english';
import { fakeLocks } from '@/tests/fakes/fake-locks';
import { FakeStorage } from '@/tests/fakes/fake-storage';
import { writeSettings } from '@/utils/browser/settings-file';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { NOTHING_LOADED } from '@/utils/ui/options/state';

const browser = vi.hoisted(() => ({ storage: {} as unknown, i18n: {}, runtime: {} }));
vi.stubGlobal('navigator', { locks: fakeLocks() });
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { readOptions } = await import('@/utils/browser/storage');
const { setSyncing, settingsActions } = await import('@/utils/ui/options/settings');

const { loadSettings } = settingsActions({ get: () => NOTHING_LOADED, set: () => undefined });

const FILE = writeSettings({ ...DEFAULT_OPTIONS, theme: 'dark' });

let storage: FakeStorage;
/** What the background was told. */
let told: string[];

beforeEach(() => {
  storage = new FakeStorage();
  told = [];
  browser.storage = storage;
  browser.i18n = { getMessage: (key: never, params: string[]) => english(key, ...params), getUILanguage: () => 'en' };
  browser.runtime = { sendMessage: async ({ type }: { type: string }) => told.push(type) };
});

it('the settings of a file are in place once they are written', async () => {
  expect(await loadSettings(FILE)).toBe(english('settings_taken'));
  expect((await readOptions()).theme).toBe('dark');
  expect(told).toEqual(['opened']);
});

it('a browser that does not write them is not said to have', async () => {
  storage.local.set = () => Promise.reject(new Error('The disk is full'));
  expect(await loadSettings(FILE)).toBe(english('settings_not_kept'));
  expect(told).toEqual([]);
});

it('what could not be sent on is in place all the same', async () => {
  await setSyncing(true);
  storage.sync.set = () => Promise.reject(new Error('Too often'));
  expect(await loadSettings(FILE)).toBe(english('settings_taken'));
  expect((await readOptions()).theme).toBe('dark');
});
