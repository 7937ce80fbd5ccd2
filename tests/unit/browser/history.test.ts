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

/** Puts something into the database behind the writer's back. */
async function putRaw(row: object): Promise<void> {
  const database = await openHistory();
  await database.put('incidents', row as never);
  database.close();
}

describe('what was read', () => {
  it('is kept by assistant, once however often it is told', async () => {
    const told = entry({ incidents: [anIncident()] });
    await keepHistory(told);
    await keepHistory(told);
    const { claude, chatgpt } = await kept();
    expect(claude).toEqual({
      incidents: [anIncident()],
      troubles: [],
      spans: [{ from: NOON, to: NOON, level: 'operational' }],
    });
    expect(chatgpt).toEqual({ incidents: [], troubles: [], spans: [] });
  });

  it('an incident grows, and a short account of it loses nothing of a long one', async () => {
    const long = anIncident({
      updates: [NOON, NOON - MINUTE].map((at) => ({ at, phase: 'investigating', text: `at ${at}` })),
    });
    await keepHistory(entry({ incidents: [long] }));
    const short = {
      ...long,
      title: 'Mended',
      phase: 'resolved' as const,
      resolvedAt: NOON,
      componentIds: [],
      updates: [],
    };
    await keepHistory(entry({ readAt: NOON + MINUTE, incidents: [short] }));
    const { incidents = [] } = (await kept()).claude ?? {};
    expect(incidents).toEqual([{ ...long, title: 'Mended', phase: 'resolved', resolvedAt: NOON }]);
  });

  it('levels become stretches: one grows, another begins, an hour of silence is a gap, unknown is none', async () => {
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

  it('of its troubles those are kept that were met and ended lately', async () => {
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

describe('the history stays within its size', () => {
  it('what is two years old goes', async () => {
    const old = anIncident({ id: 'old', startedAt: NOON - 733 * DAY });
    await keepHistory(entry({ readAt: NOON - 733 * DAY, incidents: [old] }));
    await keepHistory(entry({ incidents: [anIncident()] }));
    const { claude } = await kept();
    expect(claude?.incidents.map(({ id }) => id)).toEqual(['incident-1']);
    expect(claude?.spans).toHaveLength(1);
  });

  it('of too many the oldest go, of each assistant by itself', async () => {
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

describe('reading', () => {
  it('goes back as far as is wanted, and says that there is more', async () => {
    const old = anIncident({ id: 'old', startedAt: NOON - 200 * DAY });
    await keepHistory(entry({ incidents: [old, anIncident()] }));
    const lately = await kept(NOON - 100 * DAY);
    expect(lately.claude?.incidents.map(({ id }) => id)).toEqual(['incident-1']);
    expect(lately.hasOlder).toBe(true);
    const all = await kept();
    expect(all.claude?.incidents.map(({ id }) => id)).toEqual(['old', 'incident-1']);
    expect(all.hasOlder).toBe(false);
  });

  it('a damaged row is left out and counted, and written over when it is told anew', async () => {
    await putRaw({ assistantId: 'claude', id: 'incident-1', at: NOON, value: { title: 7 } });
    expect(await kept()).toMatchObject({ damaged: 1, claude: { incidents: [] } });
    await keepHistory(entry({ incidents: [anIncident()] }));
    expect(await kept()).toMatchObject({ damaged: 0, claude: { incidents: [{ id: 'incident-1' }] } });
  });

  it('a browser that keeps nothing, and a database of a later version, are refusals', async () => {
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

  it('a browser that keeps nothing for us has nothing to erase', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('No', 'InvalidStateError');
      },
    });
    await expect(clearHistory()).resolves.toBeUndefined();
  });
});

it('a line that cannot be written leaves nothing open that would stand in the way of a later version', async () => {
  const incident = { ...anIncident(), url: (() => null) as never };
  await expect(keepHistory(entry({ incidents: [incident] }))).rejects.toThrow();
  expect((await openDB('history', 2)).version).toBe(2);
});

/** Opens a version to come, as an update of the extension would; true when it had to wait for an open connection. */
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
  it('does not wait for a page that shows the history', async () => {
    await keepHistory(entry());
    await kept();
    expect(await upgrade()).toBe(false);
  });

  it('does not wait for a page that is reading it', async () => {
    await keepHistory(entry());
    const reading = readHistory(['claude'], 0);
    const isBlocked = await upgrade();
    await reading;
    // A connection that is closed after its one transaction may hold it up for that long, not longer.
    if (isBlocked) expect(await upgrade()).toBe(false);
  });

  it('leaves what a later version wrote alone, and refuses to read it', async () => {
    await upgrade();
    await expect(keepHistory(entry())).rejects.toThrow();
    expect(await readHistory(['claude'], 0)).toEqual({ kind: 'refused' });
  });
});

it('rows of a removed page are not counted for others', async () => {
  await keepHistory(entry({ assistantId: 'page:1', incidents: [anIncident()] }));
  const { claude, damaged } = await kept();
  expect(claude).toEqual({ incidents: [], troubles: [], spans: [] });
  expect(damaged).toBe(0);
});
