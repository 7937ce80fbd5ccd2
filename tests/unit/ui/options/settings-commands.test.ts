import { beforeEach, expect, it, vi } from 'vitest';
import { english } from '@/tests/fakes/english';
import { fakeLocks } from '@/tests/fakes/fake-locks';
import { FakeStorage } from '@/tests/fakes/fake-storage';
import { writeSettings } from '@/utils/browser/options-schema';
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
/** Messages that the background received. */
let sentMessages: string[];

beforeEach(() => {
  storage = new FakeStorage();
  sentMessages = [];
  browser.storage = storage;
  browser.i18n = { getMessage: (key: never, params: string[]) => english(key, ...params), getUILanguage: () => 'en' };
  browser.runtime = { sendMessage: async ({ type }: { type: string }) => sentMessages.push(type) };
});

it('loadSettings writes the settings of a file and notifies the background', async () => {
  expect(await loadSettings(FILE)).toBe(english('settings_taken'));
  expect((await readOptions()).theme).toBe('dark');
  expect(sentMessages).toEqual(['opened']);
});

it('loadSettings reports a failed write', async () => {
  storage.local.set = () => Promise.reject(new Error('The disk is full'));
  expect(await loadSettings(FILE)).toBe(english('settings_not_kept'));
  expect(sentMessages).toEqual([]);
});

it('loadSettings succeeds when sync fails', async () => {
  await setSyncing(true);
  storage.sync.set = () => Promise.reject(new Error('Too often'));
  expect(await loadSettings(FILE)).toBe(english('settings_taken'));
  expect((await readOptions()).theme).toBe('dark');
});
