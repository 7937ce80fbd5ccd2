import { beforeEach, expect, it, vi } from 'vitest';
import { fakeLocks } from '@/tests/fakes/fake-locks';
import { FakeStorage } from '@/tests/fakes/fake-storage';
import { aMemory, anIncident, aReport, aVerdict, NOON } from '@/tests/fakes/samples';
import { OPTIONS_SHAPE } from '@/utils/browser/options-schema';
import { STATUS_SHAPE } from '@/utils/browser/status-schema';
import { serialize } from '@/utils/browser/stored-value';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';

const browser = vi.hoisted(() => ({ storage: {} as unknown, runtime: { getManifest: () => ({ version: '1.2.3' }) } }));
vi.stubGlobal('navigator', { locks: fakeLocks() });
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { log, logFailure } = await import('@/utils/browser/failure-log');
const { readBugReport } = await import('@/utils/ui/bug-report');

const SECRET = 'secret';
const incidents = [anIncident({ title: SECRET, url: `https://${SECRET}.example/` })];
const status: Status = {
  ...EMPTY_STATUS,
  pages: { claude: aMemory({ report: aReport({ incidents }), address: `https://${SECRET}.example` }) },
  verdicts: { claude: aVerdict('partial_outage', { incidents }) },
};
const options: Options = {
  ...DEFAULT_OPTIONS,
  ownChats: [{ id: '1', name: SECRET, url: `https://${SECRET}.example/chat` }],
};

let storage: FakeStorage;

beforeEach(() => {
  storage = new FakeStorage();
  browser.storage = storage;
  storage.stored.local = { status: serialize(STATUS_SHAPE, status), options: serialize(OPTIONS_SHAPE, options) };
  storage.stored.session = { drafts: SECRET, transfers: [{ text: SECRET }] };
});

it('diagnostics include the log, and no address or text', async () => {
  logFailure('fetchDocument', new TypeError(`https://${SECRET}.example`));
  log([{ kind: 'decision', at: NOON, assistantId: 'claude', about: 'started', isTold: true, reason: 'loud' }]);
  const text = await readBugReport();
  expect(JSON.parse(text)).toMatchObject({
    understudy: '1.2.3',
    watched: ['claude', 'chatgpt'],
    verdicts: { claude: { kind: 'trouble' } },
    log: [
      { kind: 'decision', assistantId: 'claude', reason: 'loud' },
      { kind: 'call_failed', call: 'fetchDocument', error: 'TypeError' },
    ],
  });
  expect(text).not.toContain(SECRET);
  expect(text).not.toMatch(/https?:/);
});

it('diagnostics say so when the status can’t be read', async () => {
  const get = storage.local.get;
  storage.local.get = async (keys) => {
    if ([keys].flat().includes('status')) throw new Error('Storage cannot be opened');
    return get(keys);
  };
  expect(JSON.parse(await readBugReport())).toMatchObject({ storageTrouble: 'failing', verdicts: {} });
});
