import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeLocks } from '@/tests/fakes/fake-locks';
import { FakeStorage } from '@/tests/fakes/fake-storage';
import { NOON } from '@/tests/fakes/samples';
import { OPTIONS_SHAPE, STATUS_SHAPE } from '@/utils/browser/storage-shapes';
import { serialize, versionOf } from '@/utils/browser/stored-value';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import type { OwnPage } from '@/utils/model/own-page';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';

const browser = vi.hoisted(() => ({ storage: {} as unknown }));
vi.stubGlobal('navigator', { locks: fakeLocks() });
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { readChosen, readOptions, readStatus, writeOptions, writeStatus } = await import('@/utils/browser/storage');
const { closeLocalStorage } = await import('@/utils/browser/storage');
const { LAST_POLICY } = await import('@/utils/browser/policy');
const { readFailures } = await import('@/utils/browser/failure-log');
const { changeOptions } = await import('@/utils/ui/options-access');

let storage: FakeStorage;
beforeEach(() => {
  storage = new FakeStorage();
  browser.storage = storage;
});

const OLD: Status = { ...EMPTY_STATUS, tickedAt: NOON };
const NEW: Status = { ...EMPTY_STATUS, tickedAt: NOON + 1 };
const { local, session } = { local: () => storage.stored.local, session: () => storage.stored.session };

describe('a status that cannot be written to disk', () => {
  beforeEach(async () => {
    await writeStatus(OLD);
    storage.failing.local = 'writes';
    await writeStatus(NEW);
  });

  it('is read from session storage and marked as failing', async () => {
    expect(await readStatus()).toEqual({ ...NEW, storageTrouble: 'failing' });
  });

  it('is read from session storage when the disk cannot be read either', async () => {
    storage.failing.local = 'all';
    expect(await readStatus()).toEqual({ ...NEW, storageTrouble: 'failing' });
  });

  it('is written by the next successful write, which clears the copy', async () => {
    delete storage.failing.local;
    await writeStatus(await readStatus());
    expect(await readStatus()).toEqual(NEW);
    expect(local().status).toEqual(serialize(STATUS_SHAPE, NEW));
    expect(session()).not.toHaveProperty(['status.unsaved']);
  });

  it('does not replace a later status on disk', async () => {
    local().status = serialize(STATUS_SHAPE, { ...NEW, tickedAt: NOON + 2 });
    expect(await readStatus()).toMatchObject({ tickedAt: NOON + 2, storageTrouble: null });
  });

  it('is logged without its content', async () => {
    const [last] = await readFailures();
    expect(last).toMatchObject({ call: 'writeStatus', error: 'QuotaExceededError' });
  });

  it('makes writeStatus reject when session storage fails too', async () => {
    storage.failing.session = 'writes';
    await expect(writeStatus(NEW)).rejects.toThrow();
  });
});

it('writeStatus frees space by deleting expendable items and tries again', async () => {
  storage.stored.local = { 'status.damaged': 'x', 'options.damaged': 'x', drafts: 'x' };
  const set = storage.local.set;
  storage.local.set = (values) =>
    'drafts' in local() ? Promise.reject(new Error('Resource::kQuotaBytes quota exceeded')) : set(values);
  await writeStatus(NEW);
  expect(local()).toEqual({ status: serialize(STATUS_SHAPE, NEW) });
});

it('readStatus rejects when nothing can be read', async () => {
  storage.failing.local = 'all';
  await expect(readStatus()).rejects.toThrow();
});

const PAGE: OwnPage = {
  id: 'page:1',
  name: 'Assistant of the company',
  platform: 'statuspage',
  address: 'https://status.example.com',
  pageId: 'abcdefabcdef',
  isCorsOpen: true,
  core: [{ id: 'c1', name: 'Assistant' }],
  features: [],
  chatUrl: 'https://chat.example.com/',
};
const stored = (over: object, version = versionOf(OPTIONS_SHAPE)) => ({
  version,
  value: { ...DEFAULT_OPTIONS, ...over },
});

describe('damaged options', () => {
  const DAMAGED = stored({ ownPages: [{ ...PAGE, address: 'no address' }, PAGE], watched: ['claude', 'page:1', 7] });
  const WHOLE: Options = { ...DEFAULT_OPTIONS, ownPages: [PAGE], watched: ['claude', 'page:1'] };
  beforeEach(() => {
    local().options = DAMAGED;
  });

  it('lose only the damaged entries', async () => {
    expect(await readOptions()).toMatchObject({ ownPages: [PAGE], watched: ['claude', 'page:1'] });
  });

  it('are backed up once and repaired in storage', async () => {
    await Promise.all([readOptions(), readChosen()]);
    await vi.waitFor(() => expect(local().options).toEqual(serialize(OPTIONS_SHAPE, WHOLE)));
    expect(local()['options.damaged']).toEqual(DAMAGED);
    const writes = storage.localWrites;
    await readOptions();
    expect(storage.localWrites).toBe(writes);
  });

  it('set repairedAt in the status', async () => {
    await readOptions();
    expect((await readStatus()).repairedAt).toBeGreaterThan(0);
  });

  it('stay backed up when an option is changed at the same time', async () => {
    expect(await changeOptions((options) => ({ ...options, theme: 'dark' }))).toBe(true);
    await readChosen();
    expect(local()['options.damaged']).toEqual(DAMAGED);
    expect(local().options).toEqual(serialize(OPTIONS_SHAPE, { ...WHOLE, theme: 'dark' }));
  });

  it('are read when nothing can be written', async () => {
    storage.failing.local = 'writes';
    expect(await readOptions()).toMatchObject({ watched: ['claude', 'page:1'] });
    expect(local().options).toEqual(DAMAGED);
  });

  it.each([
    ['planB', ['claude', 'own:x', 'gemini'], ['claude', 'gemini']],
    ['localModels', ['ollama', 'skynet'], ['ollama']],
    ['signedIn', [null, 'gemini'], ['gemini']],
    ['ownChats', [{ id: '1', name: 'x', url: 'javascript:alert(1)' }], []],
    ['ownPages', [{ ...PAGE, address: 'https://xn--' }, PAGE], [PAGE]],
    ['watched', 'claude', DEFAULT_OPTIONS.watched],
    ['parts', { claude: ['k1'], chatgpt: 7 }, { claude: ['k1'] }],
    ['loudness', { claude: 'loud' }, {}],
    ['quietHours', { isOn: true, from: -1, until: 1 }, DEFAULT_OPTIONS.quietHours],
  ])('with an invalid %s keep its valid entries', async (part, value, kept) => {
    local().options = stored({ [part]: value, theme: 'dark' });
    expect(await readChosen()).toEqual({ ...DEFAULT_OPTIONS, theme: 'dark', [part]: kept });
  });
});

describe('options and status of a later version', () => {
  const LATER_OPTIONS = stored({ theme: 'sepia', watched: ['gemini'] }, 99);
  const LATER_STATUS = { version: 99, value: { ...OLD, pages: 'elsewhere' } };

  it('are read as far as possible, and neither backed up nor repaired', async () => {
    Object.assign(local(), { options: LATER_OPTIONS, status: LATER_STATUS });
    expect(await readOptions()).toMatchObject({ theme: DEFAULT_OPTIONS.theme, watched: ['gemini'] });
    expect((await readStatus()).repairedAt).toBeNull();
    const { [LAST_POLICY]: _, ...stored } = local();
    expect(stored).toEqual({ options: LATER_OPTIONS, status: LATER_STATUS });
  });

  it('are not overwritten: the current status is kept separately', async () => {
    local().status = LATER_STATUS;
    const before = await readStatus();
    expect(before.storageTrouble).toBe('later_status');
    await writeStatus({ ...before, tickedAt: NOON + 5 });
    expect(local().status).toEqual(LATER_STATUS);
    expect(await readStatus()).toMatchObject({ tickedAt: NOON + 5, storageTrouble: 'later_status' });
  });

  it('are not overwritten: changeOptions returns false and the status says so', async () => {
    local().options = LATER_OPTIONS;
    expect(await changeOptions((options) => ({ ...options, theme: 'dark' }))).toBe(false);
    await expect(writeOptions(DEFAULT_OPTIONS)).rejects.toThrow();
    expect(local().options).toEqual(LATER_OPTIONS);
    expect((await readStatus()).storageTrouble).toBe('later_options');
  });
});

describe('closeLocalStorage', () => {
  it('restricts local storage to trusted contexts', async () => {
    const setAccessLevel = vi.fn(async () => undefined);
    Object.assign(storage.local, { setAccessLevel });
    await closeLocalStorage();
    expect(setAccessLevel).toHaveBeenCalledWith({ accessLevel: 'TRUSTED_CONTEXTS' });
  });

  it('resolves when the browser does not support it or rejects', async () => {
    await expect(closeLocalStorage()).resolves.toBeUndefined();
    Object.assign(storage.local, { setAccessLevel: () => Promise.reject(new Error('No')) });
    await expect(closeLocalStorage()).resolves.toBeUndefined();
  });
});
