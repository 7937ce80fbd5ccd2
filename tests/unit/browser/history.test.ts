import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { anIncident, HOUR, MINUTE, NOON } from '@/tests/fakes/samples';
import {
  clearHistory,
  forgetHistory,
  keepHistory,
  openHistory,
  readHistory,
  readMinute,
} from '@/utils/browser/history';
import { type HistoryEntry, NO_HISTORY, type PastTrouble } from '@/utils/model/history';
import type { Incident } from '@/utils/model/report';
import { weekOf } from '@/utils/model/revisions';
import { minuteOf } from '@/utils/rules/history/minute';

const DAY = 24 * HOUR;

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});

type Over = Partial<Omit<HistoryEntry, 'incidents'>> & { incidents?: Incident[] };

const entry = ({ incidents = [], readAt = NOON, ...over }: Over = {}): HistoryEntry => ({
  assistantId: 'claude',
  readAt,
  platform: 'statuspage',
  level: 'operational',
  incidents: incidents.map((incident) => ({ incident, platform: 'statuspage', readAt })),
  signal: null,
  troubles: [],
  ...over,
});

const outageAt = (startedAt: number): PastTrouble => ({
  id: 'met',
  assistantId: 'claude',
  source: 'page',
  title: null,
  peak: 'degraded',
  startedAt,
  sensedAt: startedAt - HOUR,
  seenAt: startedAt,
  endedAt: startedAt + HOUR,
  isEndKnown: true,
  isExplained: false,
  url: null,
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
      ...NO_HISTORY,
      incidents: [anIncident()],
      spans: [{ from: NOON, to: NOON, level: 'operational' }],
      revisions: [{ id: 'incident-1', platform: 'statuspage', seenAt: NOON, changes: [] }],
    });
    expect(chatgpt).toEqual(NO_HISTORY);
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

  it('merges levels into spans: a gap of an hour, another level or an unknown one ends a span', async () => {
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
      { from: NOON + 40 * MINUTE, to: NOON + 50 * MINUTE, level: 'major_outage' },
      { from: NOON + 50 * MINUTE, to: NOON + 60 * MINUTE, level: 'unknown' },
      { from: NOON + 60 * MINUTE, to: NOON + 60 * MINUTE, level: 'major_outage' },
      { from: NOON + 121 * MINUTE, to: NOON + 121 * MINUTE, level: 'operational' },
    ]);
  });

  it('shows no level in the time from an unknown reading to the next known one', async () => {
    for (const [minutes, level] of [
      [0, 'operational'],
      [5, 'unknown'],
      [50, 'operational'],
    ] as const) {
      await keepHistory(entry({ readAt: NOON + minutes * MINUTE, level }));
    }
    const minute = (await readMinute(['claude'], NOON + 30 * MINUTE))?.claude;
    expect(minute?.span?.level).toBe('unknown');
  });

  it('keeps what a reading showed when its verdict has expired', async () => {
    const known = entry({ level: 'major_outage' });
    await keepHistory(known);
    await keepHistory({ ...known, level: 'unknown' });
    expect((await kept()).claude?.spans).toEqual([{ from: NOON, to: NOON, level: 'major_outage' }]);
    await keepHistory(entry({ readAt: NOON + MINUTE, level: 'unknown' }));
    await keepHistory(entry({ readAt: NOON + MINUTE, level: 'degraded' }));
    expect((await kept()).claude?.spans).toEqual([
      { from: NOON, to: NOON + MINUTE, level: 'major_outage' },
      { from: NOON + MINUTE, to: NOON + MINUTE, level: 'degraded' },
    ]);
  });

  it('keeps only outages that were observed and ended recently', async () => {
    const met = outageAt(NOON - 2 * HOUR);
    const troubles = [met, { ...met, id: 'never met', seenAt: null }, { ...met, id: 'old', endedAt: NOON - 2 * DAY }];
    await keepHistory(entry({ troubles }));
    expect((await kept()).claude?.troubles).toEqual([met]);
  });

  it('keeps an outage whose end was read days later, because this device slept', async () => {
    const met = outageAt(NOON);
    await keepHistory(entry({ readAt: NOON + MINUTE, level: 'degraded' }));
    const afterwards = { readAt: NOON + 3 * DAY, troubles: [met] };
    await keepHistory(entry(afterwards));
    await keepHistory(entry({ ...afterwards, readAt: NOON + 3 * DAY + MINUTE }));
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
    expect(claude?.revisions.map(({ id }) => id)).toEqual(['incident-1']);
    expect(claude?.spans).toHaveLength(1);
  });

  it('is limited also for an assistant that is no longer read', async () => {
    const [before, now] = [NOON - 733 * DAY, NOON - DAY];
    const old = anIncident({ id: 'old', startedAt: before });
    await keepHistory(entry({ assistantId: 'chatgpt', readAt: before, incidents: [old] }));
    await keepHistory(entry({ assistantId: 'chatgpt', readAt: now, incidents: [anIncident()] }));
    await keepHistory(entry({ assistantId: 'gemini', readAt: before, incidents: [old] }));
    for (const readAt of [now, NOON]) await keepHistory(entry({ readAt }));
    const read = await readHistory(['chatgpt', 'gemini'], 0);
    expect(read).toMatchObject({ histories: { gemini: NO_HISTORY, chatgpt: { incidents: [anIncident()] } } });
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

it('an upgrade of the history keeps the rows of version 1 and records the changes that follow', async () => {
  const request = indexedDB.open('history', 1);
  request.onupgradeneeded = () => {
    for (const name of ['incidents', 'troubles', 'spans']) {
      const store = request.result.createObjectStore(name, { keyPath: ['assistantId', 'id'] });
      store.createIndex('time', ['assistantId', 'at']);
    }
    const incidents = request.transaction?.objectStore('incidents');
    incidents?.put({ assistantId: 'claude', id: 'incident-1', at: NOON, value: anIncident() });
    incidents?.put({ assistantId: 'claude', id: 'damaged', at: NOON, value: { title: 7 } });
  };
  await new Promise((resolve) => {
    request.onsuccess = resolve;
  });
  request.result.close();
  const unseen = { id: 'incident-1', platform: null, seenAt: null, changes: [] };
  expect(await kept()).toMatchObject({ damaged: 1, claude: { incidents: [anIncident()], revisions: [unseen] } });
  expect((await readMinute(['claude'], NOON))?.claude?.incidents).toEqual([
    { incident: anIncident(), revisions: unseen },
  ]);
  await keepHistory(entry({ incidents: [anIncident({ title: 'Another title' })] }));
  expect((await kept()).claude?.revisions).toMatchObject([
    { seenAt: null, changes: [{ readAt: NOON, title: anIncident().title }] },
  ]);
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
    expect((await kept()).claude).toEqual(NO_HISTORY);
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
  expect((await openDB('history', 3)).version).toBe(3);
});

/** Opens a later version, as an update of the extension would. True if an open connection blocked it. */
function upgrade(): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('history', 3);
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
  expect(claude).toEqual(NO_HISTORY);
  expect(damaged).toBe(0);
});

describe('the revisions of an incident', () => {
  const first = anIncident({ startedAt: NOON - MINUTE });
  const backdated = { ...first, title: 'ChatGPT is unavailable', startedAt: NOON - 20 * MINUTE };

  it('hold its first form and what changed, once, whatever a killed worker passes on again', async () => {
    await keepHistory(entry({ incidents: [first] }));
    const later = entry({ readAt: NOON + 5 * MINUTE, incidents: [backdated] });
    const before = { incident: first, platform: 'statuspage', readAt: NOON } as const;
    for (let round = 0; round < 3; round++) {
      await keepHistory({ ...later, incidents: [before, ...later.incidents] });
    }
    const { claude } = await kept();
    expect(claude?.incidents).toEqual([backdated]);
    expect(claude?.revisions).toEqual([
      {
        id: first.id,
        platform: 'statuspage',
        seenAt: NOON,
        changes: [{ readAt: NOON + 5 * MINUTE, title: first.title, startedAt: first.startedAt }],
      },
    ]);
  });

  it('do not count the words of another format as a change', async () => {
    await keepHistory(entry({ incidents: [first] }));
    const readAt = NOON + MINUTE;
    await keepHistory({ ...entry({ readAt }), incidents: [{ incident: backdated, platform: 'feed', readAt }] });
    expect((await kept()).claude).toMatchObject({ incidents: [{ title: first.title }], revisions: [{ changes: [] }] });
  });

  it('are deleted with the history of their assistant', async () => {
    const signal = { from: NOON, to: NOON };
    await keepHistory(entry({ incidents: [first], signal }));
    await keepHistory(entry({ assistantId: 'chatgpt', incidents: [first], signal }));
    await forgetHistory('claude');
    const minutes = await readMinute(['claude', 'chatgpt'], NOON);
    expect(minutes?.claude).toMatchObject({ incidents: [], signal: null });
    expect(minutes?.chatgpt).toMatchObject({ incidents: [{ incident: first }], signal });
    await clearHistory();
    expect((await readMinute(['chatgpt'], NOON))?.chatgpt).toMatchObject({ incidents: [], signal: null });
  });
});

describe('readMinute', () => {
  const at = NOON - 400 * DAY;

  it('finds an incident that began months before, without those of other weeks', async () => {
    const long = anIncident({ id: 'long', startedAt: at - 100 * DAY });
    const over = anIncident({ id: 'over', startedAt: at - 50 * DAY, resolvedAt: at - 49 * DAY, phase: 'resolved' });
    await keepHistory(entry({ readAt: at - 99 * DAY, incidents: [long] }));
    await keepHistory(entry({ readAt: at, incidents: [long, over] }));
    const found = async (minute: number) =>
      (await readMinute(['claude'], minute))?.claude?.incidents.map(({ incident }) => incident.id);
    expect(await found(at - 10 * DAY)).toEqual(['long']);
    expect(await found(at - 49.5 * DAY)).toEqual(['long', 'over']);
    expect(await found(at - 150 * DAY)).toEqual([]);
  });

  it('finds the level that was read, own failures and the outage of a minute', async () => {
    const met = { ...outageAt(at), sensedAt: at - 20 * MINUTE };
    await keepHistory(entry({ readAt: at, level: 'major_outage', troubles: [met] }));
    await keepHistory(
      entry({ readAt: at + 30 * MINUTE, level: 'major_outage', signal: { from: at + MINUTE, to: at + 9 * MINUTE } }),
    );
    expect((await readMinute(['claude'], at + 5 * MINUTE))?.claude).toEqual({
      span: { from: at, to: at + 30 * MINUTE, level: 'major_outage' },
      signal: { from: at + MINUTE, to: at + 9 * MINUTE },
      incidents: [],
      troubles: [met],
    });
    expect((await readMinute(['claude'], at + 40 * MINUTE))?.claude).toMatchObject({ span: null, signal: null });
    // The last failure is within the minute that ends then, not within the next one.
    const signalAt = async (time: number) => (await readMinute(['claude'], time))?.claude?.signal;
    expect(await signalAt(at + 10 * MINUTE - 1)).toEqual({ from: at + MINUTE, to: at + 9 * MINUTE });
    expect(await signalAt(at + 10 * MINUTE)).toBeNull();
  });

  it('finds the last level of a minute in which the readings stop, and none in the next one', async () => {
    await keepHistory(entry({ readAt: at }));
    await keepHistory(entry({ readAt: at + 30_000, level: 'degraded' }));
    const levelAt = async (time: number) => (await readMinute(['claude'], time))?.claude?.span?.level;
    expect(await levelAt(at + MINUTE - 1)).toBe('degraded');
    expect(await levelAt(at + 2 * MINUTE - 1)).toBeUndefined();
    expect(await levelAt(at - 1)).toBeUndefined();
  });

  it('no longer says an incident that the page has deleted, from the reading that left it out', async () => {
    const open = anIncident({ startedAt: at, updatedAt: at });
    const saidAt = async (minutes: number) => {
      const stored = (await readMinute(['claude'], at + minutes * MINUTE))?.claude;
      return stored && minuteOf(stored, at + minutes * MINUTE).stated.length;
    };
    await keepHistory(entry({ readAt: at, level: 'degraded', incidents: [open] }));
    await keepHistory(entry({ readAt: at + 10 * MINUTE }));
    await keepHistory(entry({ readAt: at + 20 * MINUTE }));
    expect([await saidAt(5), await saidAt(10), await saidAt(15), await saidAt(3 * 24 * 60)]).toEqual([1, 0, 0, 0]);
    // A worker that was killed passes the reading before on as well.
    await keepHistory({
      ...entry({ readAt: at + 20 * MINUTE }),
      incidents: [{ incident: open, platform: 'statuspage', readAt: at }],
    });
    expect(await saidAt(15)).toBe(0);
    await keepHistory(entry({ readAt: at + 30 * MINUTE, incidents: [open] }));
    expect([await saidAt(15), await saidAt(30)]).toEqual([0, 1]);
  });

  it('notices in a new week that an incident of the last one was deleted', async () => {
    const sunday = weekOf(at) * 7 * DAY - MINUTE;
    await keepHistory(entry({ readAt: sunday, incidents: [anIncident({ startedAt: sunday, updatedAt: sunday })] }));
    await keepHistory(entry({ readAt: sunday + 2 * DAY }));
    const [log] = (await kept()).claude?.revisions ?? [];
    expect(log?.absences).toEqual([{ from: sunday + 2 * DAY, to: null }]);
  });

  it('answers null when the database is refused', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('Not here', 'SecurityError');
      },
    });
    expect(await readMinute(['claude'], NOON)).toBeNull();
  });
});
