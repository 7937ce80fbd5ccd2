import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { anIncident, HOUR, MINUTE, NOON } from '@/tests/fakes/samples';
import { clearHistory, keepHistory, openHistory, readHistory } from '@/utils/browser/history';
import type { HistoryEntry, PastTrouble } from '@/utils/model/history';

const DAY = 24 * HOUR;

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});

const entry = (over: Partial<HistoryEntry> = {}): HistoryEntry => ({
  assistantId: 'claude',
  readAt: NOON,
  level: 'operational',
  incidents: [],
  troubles: [],
  ...over,
});

async function kept(since = 0) {
  const read = await readHistory(['claude', 'chatgpt'], since);
  if (read.kind !== 'read') throw new Error('The history was refused');
  return { ...read, claude: read.histories.claude, chatgpt: read.histories.chatgpt };
}

/** Writes directly into the database. */
async function putRaw(row: object): Promise<void> {
  const database = await openHistory();
  await database.put('incidents', row as never);
  database.close();
}

describe('keepHistory', () => {
  it('stores a reading once, separately for each assistant', async () => {
    const incidentEntry = entry({ incidents: [anIncident()] });
    await keepHistory(incidentEntry);
    await keepHistory(incidentEntry);
    const { claude, chatgpt } = await kept();
    expect(claude).toEqual({
      incidents: [anIncident()],
      troubles: [],
      spans: [{ from: NOON, to: NOON, level: 'operational' }],
    });
    expect(chatgpt).toEqual({ incidents: [], troubles: [], spans: [] });
  });

  it('updates an incident without losing details that a later reading omits', async () => {
    const long = anIncident({
      updates: [NOON, NOON - MINUTE].map((at) => ({ at, phase: 'investigating', text: `at ${at}` })),
    });
    await keepHistory(entry({ incidents: [long] }));
    const short = {
      ...long,
      title: 'Fixed',
      phase: 'resolved' as const,
      resolvedAt: NOON,
      componentIds: [],
      updates: [],
    };
    await keepHistory(entry({ readAt: NOON + MINUTE, incidents: [short] }));
    const { incidents = [] } = (await kept()).claude ?? {};
    expect(incidents).toEqual([{ ...long, title: 'Fixed', phase: 'resolved', resolvedAt: NOON }]);
  });

  it('merges levels into spans: a gap of an hour or an unknown level ends a span', async () => {
    const levels = [
      [0, 'operational'],
      [30, 'operational'],
      [40, 'major_outage'],
      [50, 'unknown'],
      [60, 'major_outage'],
      [121, 'operational'],
    ] as const;
    for (const [minutes, level] of levels) await keepHistory(entry({ readAt: NOON + minutes * MINUTE, level }));
    expect((await kept()).claude?.spans).toEqual([
      { from: NOON, to: NOON + 40 * MINUTE, level: 'operational' },
      { from: NOON + 40 * MINUTE, to: NOON + 60 * MINUTE, level: 'major_outage' },
      { from: NOON + 121 * MINUTE, to: NOON + 121 * MINUTE, level: 'operational' },
    ]);
  });

  it('keeps only outages that were observed and ended recently', async () => {
    const met: PastTrouble = {
      id: 'met',
      assistantId: 'claude',
      source: 'page',
      title: null,
      peak: 'degraded',
      startedAt: NOON - 2 * HOUR,
      sensedAt: NOON - 3 * HOUR,
      seenAt: NOON - 2 * HOUR,
      endedAt: NOON - HOUR,
      isEndKnown: true,
      isExplained: false,
      url: null,
    };
    const troubles = [met, { ...met, id: 'never met', seenAt: null }, { ...met, id: 'old', endedAt: NOON - 2 * DAY }];
    await keepHistory(entry({ troubles }));
    expect((await kept()).claude?.troubles).toEqual([met]);
  });
});

describe('the size of the history', () => {
  it('is limited by deleting entries older than two years', async () => {
    const old = anIncident({ id: 'old', startedAt: NOON - 733 * DAY });
    await keepHistory(entry({ readAt: NOON - 733 * DAY, incidents: [old] }));
    await keepHistory(entry({ incidents: [anIncident()] }));
    const { claude } = await kept();
    expect(claude?.incidents.map(({ id }) => id)).toEqual(['incident-1']);
    expect(claude?.spans).toHaveLength(1);
  });

  it('is limited by deleting the oldest incidents of each assistant separately', async () => {
    await keepHistory(entry({ assistantId: 'chatgpt', incidents: [anIncident({ startedAt: NOON - 300 * DAY })] }));
    const many = Array.from({ length: 3_002 }, (_, index) =>
      anIncident({ id: `${index}`, startedAt: NOON - index * MINUTE, updates: [] }),
    );
    await keepHistory(entry({ incidents: many }));
    const { claude, chatgpt } = await kept();
    expect(claude?.incidents).toHaveLength(3_000);
    expect(claude?.incidents[0]?.id).toBe('2999');
    expect(chatgpt?.incidents).toHaveLength(1);
  });
});

describe('readHistory', () => {
  it('reads back to the requested time and reports older entries', async () => {
    const old = anIncident({ id: 'old', startedAt: NOON - 200 * DAY });
    await keepHistory(entry({ incidents: [old, anIncident()] }));
    const lately = await kept(NOON - 100 * DAY);
    expect(lately.claude?.incidents.map(({ id }) => id)).toEqual(['incident-1']);
    expect(lately.hasOlder).toBe(true);
    const all = await kept();
    expect(all.claude?.incidents.map(({ id }) => id)).toEqual(['old', 'incident-1']);
    expect(all.hasOlder).toBe(false);
  });

  it('skips and counts a damaged row, which the next write replaces', async () => {
    await putRaw({ assistantId: 'claude', id: 'incident-1', at: NOON, value: { title: 7 } });
    expect(await kept()).toMatchObject({ damaged: 1, claude: { incidents: [] } });
    await keepHistory(entry({ incidents: [anIncident()] }));
    expect(await kept()).toMatchObject({ damaged: 0, claude: { incidents: [{ id: 'incident-1' }] } });
  });

  it('is refused when the database is unavailable or newer', async () => {
    await new Promise((resolve) => {
      indexedDB.open('history', 9).onsuccess = ({ target }) => {
        (target as IDBOpenDBRequest).result.close();
        resolve(null);
      };
    });
    expect(await readHistory(['claude'], 0)).toEqual({ kind: 'refused' });
    await expect(keepHistory(entry())).rejects.toThrow();
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('Not here', 'SecurityError');
      },
    });
    expect(await readHistory(['claude'], 0)).toEqual({ kind: 'refused' });
    await expect(keepHistory(entry())).rejects.toThrow();
  });
});

it('reads rows that were written before the idb package, as they are', async () => {
  const request = indexedDB.open('history', 1);
  request.onupgradeneeded = () => {
    for (const name of ['incidents', 'troubles', 'spans']) {
      const store = request.result.createObjectStore(name, { keyPath: ['assistantId', 'id'] });
      store.createIndex('time', ['assistantId', 'at']);
    }
    const incidents = request.transaction?.objectStore('incidents');
    incidents?.put({ assistantId: 'claude', id: 'incident-1', at: NOON, value: anIncident() });
  };
  await new Promise((resolve) => {
    request.onsuccess = resolve;
  });
  request.result.close();
  expect((await kept()).claude?.incidents).toEqual([anIncident()]);
  await keepHistory(entry({ incidents: [anIncident({ id: 'incident-2' })] }));
  expect((await kept()).claude?.incidents).toHaveLength(2);
});

it('a row that cannot be stored is reported, and the rows of earlier readings stay', async () => {
  await keepHistory(entry());
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('No room', 'QuotaExceededError');
  });
  await expect(keepHistory(entry({ incidents: [anIncident()] }))).rejects.toThrow('No room');
  put.mockRestore();
  expect((await kept()).claude).toMatchObject({ incidents: [], spans: [{ from: NOON, to: NOON }] });
});

describe('when everything is erased', () => {
  it('nothing of it is left, and what comes after is kept', async () => {
    await keepHistory(entry({ incidents: [anIncident()] }));
    await clearHistory();
    expect((await kept()).claude).toEqual({ incidents: [], troubles: [], spans: [] });
    await keepHistory(entry({ incidents: [anIncident()] }));
    expect((await kept()).claude?.incidents).toHaveLength(1);
  });

  it('resolves when the database is unavailable', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('No', 'InvalidStateError');
      },
    });
    await expect(clearHistory()).resolves.toBeUndefined();
  });
});

it('keepHistory closes the connection after a failed write, so that an upgrade is not blocked', async () => {
  const incident = { ...anIncident(), url: (() => null) as never };
  await expect(keepHistory(entry({ incidents: [incident] }))).rejects.toThrow();
  expect((await openDB('history', 2)).version).toBe(2);
});

/** Opens a later version, as an update of the extension would. True if an open connection blocked it. */
function upgrade(): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('history', 2);
    request.onblocked = () => resolve(true);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.close();
      resolve(false);
    };
  });
}

describe('an upgrade of the database', () => {
  it('is not blocked after a read', async () => {
    await keepHistory(entry());
    await kept();
    expect(await upgrade()).toBe(false);
  });

  it('is blocked at most for the duration of a running read', async () => {
    await keepHistory(entry());
    const reading = readHistory(['claude'], 0);
    const isBlocked = await upgrade();
    await reading;
    // A connection that closes after its one transaction may block the upgrade until then.
    if (isBlocked) expect(await upgrade()).toBe(false);
  });

  it('is left unchanged and refused by earlier versions', async () => {
    await upgrade();
    await expect(keepHistory(entry())).rejects.toThrow();
    expect(await readHistory(['claude'], 0)).toEqual({ kind: 'refused' });
  });
});

it('readHistory does not count rows of a removed custom page as damaged', async () => {
  await keepHistory(entry({ assistantId: 'page:1', incidents: [anIncident()] }));
  const { claude, damaged } = await kept();
  expect(claude).toEqual({ incidents: [], troubles: [], spans: [] });
  expect(damaged).toBe(0);
});
