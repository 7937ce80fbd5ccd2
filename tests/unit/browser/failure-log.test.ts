import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeLocks } from '@/tests/fakes/fake-locks';
import { FakeStorage } from '@/tests/fakes/fake-storage';
import { NOON } from '@/tests/fakes/samples';
import { type LogEntry, MAX_LOGGED } from '@/utils/model/failure';

const browser = vi.hoisted(() => ({ storage: {} as unknown }));
vi.stubGlobal('navigator', { locks: fakeLocks() });
vi.mock('webextension-polyfill', () => ({ default: browser }));

let storage: FakeStorage;
let module: typeof import('@/utils/browser/failure-log');

/** A worker or page of its own, over the same storage. */
async function anotherContext() {
  vi.resetModules();
  return import('@/utils/browser/failure-log');
}

beforeEach(async () => {
  storage = new FakeStorage();
  browser.storage = storage;
  module = await anotherContext();
});

const failure = (at: number): LogEntry => ({
  kind: 'read_failed',
  at,
  assistantId: 'claude',
  failure: 'http_error',
  status: 503,
});
const decision: LogEntry = {
  kind: 'decision',
  at: NOON,
  assistantId: 'page:1',
  about: 'started',
  isTold: false,
  reason: 'snoozed',
};

describe('the log', () => {
  it('holds the newest entries first', async () => {
    module.log([failure(1), failure(2)]);
    module.log([decision]);
    expect(await module.readLog()).toEqual([decision, failure(2), failure(1)]);
  });

  it('holds the failure of a job that nothing waits for', async () => {
    module.runLogged('runRound', () => Promise.reject(new TypeError('Failed to fetch https://example.com')));
    module.runLogged('noteVisit', async () => undefined);
    await vi.waitUntil(async () => (await module.readLog()).length > 0);
    expect(await module.readLog()).toMatchObject([{ kind: 'call_failed', call: 'runRound', error: 'TypeError' }]);
  });

  it('holds at most 200 entries', async () => {
    expect(MAX_LOGGED).toBe(200);
    module.log(Array.from({ length: 150 }, (_, index) => failure(index)));
    module.log(Array.from({ length: 150 }, (_, index) => failure(150 + index)));
    const log = await module.readLog();
    expect(log).toHaveLength(200);
    expect([log[0]?.at, log[199]?.at]).toEqual([299, 100]);
    expect(storage.stored.session.log).toHaveLength(200);
  });

  it('survives the worker, and takes entries of several contexts', async () => {
    const page = await anotherContext();
    module.log([failure(1)]);
    page.log([failure(2)]);
    module.log([failure(3)]);
    const later = await anotherContext();
    expect((await later.readLog()).map(({ at }) => at)).toEqual([3, 2, 1]);
  });

  it('keeps at most 200 entries in memory while session storage fails, and stores them later', async () => {
    storage.failing.session = 'writes';
    for (let at = 0; at < 250; at += 1) module.log([failure(at)]);
    expect(await module.readLog()).toHaveLength(200);
    delete storage.failing.session;
    module.log([decision]);
    const log = await module.readLog();
    expect(log).toHaveLength(200);
    expect(log.slice(0, 2)).toEqual([decision, failure(249)]);
    expect(storage.stored.session.log).toEqual(log);
  });

  it('drops stored entries that do not fit', async () => {
    storage.stored.session.log = [{ kind: 'poem', at: 1 }, null, failure(1), { ...failure(2), failure: 'tired' }];
    expect(await module.readLog()).toEqual([failure(1)]);
    storage.stored.session.log = 'no list';
    expect(await module.readLog()).toEqual([]);
  });
});

describe('the log never includes', () => {
  const SECRET = 'SECRET';

  it('the message of an error, or a name that is no identifier', async () => {
    const named = new TypeError(`Failed to fetch https://example.com/${SECRET}`);
    const misnamed = Object.assign(new Error(SECRET), { name: `https://example.com/${SECRET}` });
    for (const error of [named, misnamed, SECRET, { message: SECRET }, null]) module.logFailure('fetchDocument', error);
    const log = await module.readLog();
    expect(log.map((entry) => entry.kind === 'call_failed' && entry.error)).toEqual([
      'unknown',
      'unknown',
      'unknown',
      'Error',
      'TypeError',
    ]);
    expect(JSON.stringify(storage.stored.session)).not.toContain(SECRET);
  });

  it('a call that is no identifier', async () => {
    module.logFailure(`https://example.com/${SECRET}`, new TypeError());
    module.logFailure(`${SECRET} typed text`, new TypeError());
    expect(await module.readLog()).toEqual([]);
  });

  it('fields that its kinds do not name', async () => {
    const entries = [failure(1), decision].map((entry) => ({ ...entry, url: SECRET, title: SECRET, text: SECRET }));
    module.log(entries);
    expect(await module.readLog()).toEqual([decision, failure(1)]);
    expect(JSON.stringify(storage.stored.session)).not.toContain(SECRET);
  });
});
