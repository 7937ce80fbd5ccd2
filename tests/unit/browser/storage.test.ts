import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeLocks } from '@/tests/fakes/fake-locks';
import { incidentOf, setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { FakeStorage } from '@/tests/fakes/fake-storage';
import { MINUTE, NOON } from '@/tests/fakes/samples';
import { type Occasion, runRound } from '@/utils/app/round';
import { OPTIONS_SHAPE } from '@/utils/browser/options-schema';
import { STATUS_SHAPE } from '@/utils/browser/status-schema';
import { serialize, versionOf } from '@/utils/browser/stored-value';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import type { OwnPage } from '@/utils/model/status-page';

const browser = vi.hoisted(() => ({ storage: {} as unknown }));
vi.stubGlobal('navigator', { locks: fakeLocks() });
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { readChosen, readOptions, readStatus, writeOptions, writeStatus } = await import('@/utils/browser/storage');
const { closeLocalStorage } = await import('@/utils/browser/storage');
const { LAST_POLICY } = await import('@/utils/browser/policy');
const { readLog } = await import('@/utils/browser/failure-log');
const { changeOptions } = await import('@/utils/ui/options-access');

let storage: FakeStorage;
beforeEach(() => {
  storage = new FakeStorage();
  browser.storage = storage;
});

const OLD: Status = { ...EMPTY_STATUS, snoozes: { claude: NOON } };
const NEW: Status = { ...EMPTY_STATUS, snoozes: { claude: NOON + 1 } };
/** A status as it is stored by the n-th write. */
const sealed = (status: Status, revision: number) => ({ ...serialize(STATUS_SHAPE, status), revision });
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
    expect(local().status).toEqual(sealed(NEW, 3));
    expect(session()).not.toHaveProperty(['status.unsaved']);
  });

  it('does not outrank a later one on disk, as a worker that died in between leaves it', async () => {
    const later: Status = { ...NEW, snoozes: { claude: NOON + 2 } };
    local().status = sealed(later, 3);
    expect(await readStatus()).toEqual({ ...later, storageTrouble: null });
  });

  it('leaves a trace without a word of what was stored', async () => {
    const [last] = await readLog();
    expect(last).toMatchObject({ kind: 'call_failed', call: 'writeStatus', error: 'QuotaExceededError' });
  });

  it('makes writeStatus reject when session storage fails too', async () => {
    storage.failing.session = 'writes';
    await expect(writeStatus(NEW)).rejects.toThrow();
  });
});

describe('a round that changes nothing but its times', () => {
  let fakes: FakeBrowser;
  /** A round with the real storage; returns how often it wrote to disk. */
  const writesOf = async (occasion: Occasion = 'alarm') => {
    const before = storage.localWrites;
    await runRound({ ...fakes.ports(), readStatus, writeStatus }, occasion);
    return storage.localWrites - before;
  };

  beforeEach(async () => {
    fakes = new FakeBrowser();
    setPage(fakes, 'claude', 'operational');
    setPage(fakes, 'chatgpt', 'operational');
    await writesOf();
    fakes.pass(5 * MINUTE);
  });

  it('writes no status, and its times are read from then on', async () => {
    const { requests } = fakes;
    const asked = requests.length;
    expect(await writesOf()).toBe(0);
    expect(requests.length).toBeGreaterThan(asked);
    const { tickedAt, pages, verdicts } = await readStatus();
    expect(tickedAt).toBe(fakes.now);
    expect(pages.claude).toMatchObject({ readAt: fakes.now, triedAt: fakes.now });
    expect(verdicts.claude).toMatchObject({ kind: 'up', checkedAt: fakes.now });
  });

  it('writes no status when nothing is due', async () => {
    fakes.now -= 4 * MINUTE;
    expect(await writesOf()).toBe(0);
    expect((await readStatus()).tickedAt).toBe(fakes.now);
  });

  it('stores its times with the next change', async () => {
    await writesOf();
    const status = await readStatus();
    await writeStatus({ ...status, snoozes: { claude: NOON } });
    storage.stored.session = {};
    expect(await readStatus()).toEqual({ ...status, tickedAt: null, snoozes: { claude: NOON } });
  });

  it('is followed by a write once something changes', async () => {
    await writesOf();
    fakes.pass(5 * MINUTE);
    setPage(fakes, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
    expect(await writesOf()).toBeGreaterThan(0);
    expect((await readStatus()).verdicts.claude?.kind).toBe('trouble');
  });

  it('writes the status when session storage fails', async () => {
    storage.failing.session = 'writes';
    expect(await writesOf()).toBe(1);
    expect((await readStatus()).pages.claude?.triedAt).toBe(fakes.now);
  });

  it('leaves the times of a page alone that was stored again since', async () => {
    await writesOf();
    const status = local().status as { value: Status };
    const [page] = Object.values(status.value.pages);
    if (page !== undefined) page.triedAt = NOON - MINUTE;
    expect((await readStatus()).pages.claude?.triedAt).toBe(NOON - MINUTE);
  });
});

it('the time of the last round in a status of the version before is read, and null on disk from then on', async () => {
  local().status = { version: 3, value: { ...OLD, tickedAt: NOON } };
  expect(await readStatus()).toEqual({ ...OLD, tickedAt: NOON });
  await writeStatus({ ...NEW, tickedAt: NOON + 1 });
  expect(local().status).toEqual(sealed(NEW, 1));
  expect((await readStatus()).tickedAt).toBe(NOON + 1);
});

it('a write that fails is tried once more without what is expendable', async () => {
  storage.stored.local = { 'status.damaged': 'x', 'options.damaged': 'x', drafts: 'x' };
  const set = storage.local.set;
  storage.local.set = (values) =>
    'drafts' in local() ? Promise.reject(new Error('Resource::kQuotaBytes quota exceeded')) : set(values);
  await writeStatus(NEW);
  expect(local()).toEqual({ status: sealed(NEW, 1) });
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
    await writeStatus({ ...before, snoozes: { claude: NOON + 5 } });
    expect(local().status).toEqual(LATER_STATUS);
    expect(await readStatus()).toMatchObject({ snoozes: { claude: NOON + 5 }, storageTrouble: 'later_status' });
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
