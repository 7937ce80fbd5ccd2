import { beforeEach, describe, expect, it, vi } from 'vitest';
import { english } from '@/tests/fakes/english';
import { fakeLocks } from '@/tests/fakes/fake-locks';
import { FakeStorage } from '@/tests/fakes/fake-storage';
import { writeSettings } from '@/utils/browser/options-schema';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { NOTHING_LOADED } from '@/utils/ui/options/state';

const browser = vi.hoisted(() => ({ storage: {} as unknown, i18n: {}, runtime: {}, permissions: {} }));
vi.stubGlobal('navigator', { locks: fakeLocks() });
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { dismissBannerOffer, isBannerOfferDismissed } = await import('@/utils/browser/permissions');
const { readOptions } = await import('@/utils/browser/storage');
const { setSyncing, settingsActions } = await import('@/utils/ui/options/settings');

const { eraseAll, loadSettings } = settingsActions({ get: () => NOTHING_LOADED, set: () => undefined });

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

describe('eraseAll', () => {
  /** What was revoked. */
  let revoked: object[];

  beforeEach(() => {
    revoked = [];
    browser.permissions = {
      getAll: async () => ({ origins: ['https://claude.ai/*'], permissions: ['storage', 'webRequest'] }),
      remove: async (permissions: object) => revoked.push(permissions),
    };
    const kept = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    });
  });

  it('revokes all granted permissions, deletes the synced copy and lets the background erase the rest', async () => {
    await loadSettings(FILE);
    await setSyncing(true);
    dismissBannerOffer();
    localStorage.setItem('snapshot.popup', 'Claude');
    expect(storage.stored.sync).not.toEqual({});
    sentMessages = [];

    expect(await eraseAll()).toBe(english('erase_done'));
    expect(revoked).toEqual([{ origins: ['https://claude.ai/*'], permissions: ['webRequest'] }]);
    expect(storage.stored.sync).toEqual({});
    expect(sentMessages).toEqual(['erase']);
    expect(isBannerOfferDismissed()).toBe(false);
    expect(localStorage.getItem('snapshot.popup')).toBeNull();
  });

  it('says that it failed when the synced copy could not be deleted, and erases the rest', async () => {
    await loadSettings(FILE);
    await setSyncing(true);
    storage.isSyncBroken = true;
    expect(await eraseAll()).toBe(english('erase_failed'));
    expect(sentMessages.at(-1)).toBe('erase');
  });

  it('says that it failed when the background does not answer', async () => {
    browser.runtime = { sendMessage: () => Promise.reject(new Error('Could not establish connection')) };
    expect(await eraseAll()).toBe(english('erase_failed'));
  });
});
