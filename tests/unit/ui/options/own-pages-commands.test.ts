import { beforeEach, expect, it, vi } from 'vitest';
import { fakeLocks } from '@/tests/fakes/fake-locks';
import { FakeStorage } from '@/tests/fakes/fake-storage';
import { OPTIONS_SHAPE } from '@/utils/browser/options-schema';
import { serialize } from '@/utils/browser/stored-value';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import { NOTHING_LOADED } from '@/utils/ui/options/state';

const browser = vi.hoisted(() => ({ storage: {} as unknown }));
vi.mock('webextension-polyfill', () => ({ default: browser }));
const forgetHistory = vi.hoisted(() => vi.fn(async () => undefined));
vi.mock('@/utils/browser/history', () => ({ forgetHistory }));

const { readOptions, withOptionsLock } = await import('@/utils/browser/storage');
const { ownPagesActions } = await import('@/utils/ui/options/own-pages');

const OPTIONS: Options = {
  ...DEFAULT_OPTIONS,
  watched: ['claude', 'page:1'],
  ownPages: [
    {
      id: 'page:1',
      name: 'Library',
      platform: 'statuspage',
      address: 'https://status.example.org',
      pageId: null,
      isCorsOpen: true,
      core: [{ id: 'c1', name: 'Chat' }],
      features: [],
      chatUrl: null,
    },
  ],
};

let storage: FakeStorage;

beforeEach(() => {
  storage = new FakeStorage();
  storage.stored.local.options = serialize(OPTIONS_SHAPE, OPTIONS);
  browser.storage = storage;
  vi.stubGlobal('navigator', { locks: fakeLocks() });
  forgetHistory.mockClear();
});

const { removeOwnPage } = ownPagesActions(
  { get: () => NOTHING_LOADED, set: () => undefined },
  async () => ({ kind: 'lists_nothing' }),
);

/** Waits for every change that has begun, and for what follows it. */
async function settled(): Promise<void> {
  await withOptionsLock(async () => undefined);
  await new Promise((resolve) => setImmediate(resolve));
}

it('removeOwnPage deletes a page with its history', async () => {
  removeOwnPage('page:1');
  await settled();
  expect((await readOptions()).ownPages).toEqual([]);
  expect(forgetHistory).toHaveBeenCalledWith('page:1');
});

it('removeOwnPage keeps the history of a page that could not be removed', async () => {
  storage.failing.local = 'writes';
  removeOwnPage('page:1');
  await settled();
  expect((await readOptions()).ownPages).toEqual(OPTIONS.ownPages);
  expect(forgetHistory).not.toHaveBeenCalled();
});
