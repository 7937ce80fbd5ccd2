import fc from 'fast-check';
import ICAL from 'ical.js';
import { sync as nodeIcal } from 'node-ical';
import { convertIcsCalendar } from 'ts-ics';
import { describe, expect, it } from 'vitest';
import { englishAt } from '@/tests/fakes/english';
import { DAY, HOUR, MINUTE, NOW } from '@/tests/gallery/moments';
import { maintenance } from '@/tests/gallery/pieces';
import { calendarFileName, type MaintenanceSource, maintenanceCalendar } from '@/utils/i18n/calendar';
import { MAINTENANCE_PHASES, type Maintenance } from '@/utils/model/report';

const SPEECH = englishAt(NOW);
const SOURCE: MaintenanceSource = {
  assistant: { id: 'claude', name: 'Claude', provider: 'Anthropic' },
  pageUrl: 'https://status.claude.com',
  readAt: NOW,
};

const planned = (over: Partial<Maintenance> = {}): Maintenance =>
  maintenance({ phase: 'scheduled', startsAt: NOW + DAY, endsAt: NOW + DAY + HOUR, ...over });

function written(over: Partial<Maintenance> = {}, source: Partial<MaintenanceSource> = {}): string {
  const text = maintenanceCalendar(planned(over), { ...SOURCE, ...source }, SPEECH);
  if (text === null) throw new Error('no calendar was written');
  return text;
}

/** What each parser says of the one event of a file, in one shape. Each throws on a file that it does not accept. */
interface Event {
  uid: string;
  sequence: number;
  stamp: number;
  start: number;
  end: number | null;
  summary: string;
  description: string;
  url: string | null;
  status: string;
}

function readByIcalJs(text: string): Event {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const [event, ...others] = calendar.getAllSubcomponents('vevent');
  if (event === undefined || others.length > 0) throw new Error('not one event');
  const time = (name: string) => {
    const value = event.getFirstPropertyValue(name);
    return value instanceof ICAL.Time ? value.toJSDate().getTime() : null;
  };
  const value = (name: string) => {
    const found = event.getFirstPropertyValue(name);
    return found === null ? null : String(found);
  };
  return {
    uid: value('uid') ?? '',
    sequence: Number(value('sequence')),
    stamp: time('dtstamp') ?? 0,
    start: time('dtstart') ?? 0,
    end: time('dtend'),
    summary: value('summary') ?? '',
    description: value('description') ?? '',
    url: value('url'),
    status: value('status') ?? '',
  };
}

function readByNodeIcal(text: string): Event {
  const events = Object.values(nodeIcal.parseICS(text)).filter((one) => one?.type === 'VEVENT');
  const [event, ...others] = events;
  if (event?.type !== 'VEVENT' || others.length > 0) throw new Error('not one event');
  const plain = (value: unknown) =>
    typeof value === 'object' ? String((value as { val: string }).val) : String(value);
  // It makes up an end where there is none.
  const hasEnd = /^DTEND:/m.test(text);
  return {
    uid: event.uid,
    sequence: Number(event.sequence),
    stamp: event.dtstamp.getTime(),
    start: event.start.getTime(),
    end: hasEnd ? (event.end?.getTime() ?? null) : null,
    summary: plain(event.summary),
    description: plain(event.description),
    url: event.url === undefined ? null : plain(event.url),
    status: event.status ?? '',
  };
}

function readByTsIcs(text: string): Event {
  const { events = [] } = convertIcsCalendar(undefined, text);
  const [event, ...others] = events;
  if (event === undefined || others.length > 0) throw new Error('not one event');
  return {
    uid: event.uid,
    sequence: event.sequence ?? 0,
    stamp: event.stamp.date.getTime(),
    start: event.start.date.getTime(),
    end: event.end?.date.getTime() ?? null,
    summary: event.summary,
    description: event.description ?? '',
    url: event.url ?? null,
    status: event.status ?? '',
  };
}

const PARSERS = { 'ical.js': readByIcalJs, 'node-ical': readByNodeIcal, 'ts-ics': readByTsIcs };

describe.each(Object.entries(PARSERS))('%s', (parser, read) => {
  it('reads times, id, revision, title, link and status', () => {
    const event = read(written());
    expect(event).toMatchObject({
      uid: 'm1@anthropic.understudy',
      stamp: NOW - (NOW % 1_000),
      start: NOW + DAY,
      end: NOW + DAY + HOUR,
      summary: 'Claude: Database upgrade',
      url: 'https://status.claude.com/incidents/m1',
      status: 'CONFIRMED',
    });
    expect(event.description).toContain('Some users will need to sign in again.');
  });

  it('reads a maintenance without an end as one that has none', () => {
    expect(read(written({ endsAt: null })).end).toBeNull();
  });

  it.each<[string, string, (keyof typeof PARSERS)?]>([
    ['commas and semicolons', 'Search, files; and voice'],
    ['backslashes', 'C:\\temp \\, \\;'],
    // node-ical 0.26.0 reads an escaped backslash before an n as a line break.
    ['a backslash before an n', 'C:\\new', 'node-ical'],
    ['quotation marks and colons', 'The "new" model: a:b'],
    // ts-ics 2.4.6 looks for the end of an event in the middle of lines too.
    ['the end of an event', 'END:VEVENT', 'ts-ics'],
    ['emoji at the fold', '🛠️ '.repeat(60)],
    ['families and flags', '👩‍👩‍👧‍👦🇩🇪'.repeat(20)],
    ['a word longer than three lines', 'x'.repeat(250)],
    ['three octets for each character', '計画メンテナンス'.repeat(20)],
    ['right-to-left text', 'صيانة مجدولة, قريبا'],
  ])('reads a title with %s unchanged', (_case, title, misreader) => {
    const event = read(written({ title }));
    expect(event.start).toBe(NOW + DAY);
    if (parser !== misreader) expect(event.summary.trim()).toBe(`Claude: ${title}`.trim());
  });

  it('reads line breaks of an update', () => {
    const updates = [{ at: NOW, phase: null, text: 'First line\nSecond line\r\n\r\nLast, line' }];
    expect(read(written({ updates })).description).toContain('First line\nSecond line\n\nLast, line');
  });

  it('finds that a moved window is a later revision of the same event', () => {
    const before = read(written());
    const after = read(written({ startsAt: NOW + 2 * DAY, endsAt: null }, { readAt: NOW + MINUTE }));
    expect(after.uid).toBe(before.uid);
    expect(after.sequence).toBeGreaterThan(before.sequence);
    expect(after.stamp).toBeGreaterThan(before.stamp);
    expect(after.start).toBe(NOW + 2 * DAY);
  });

  it('finds that a canceled maintenance is the same event, canceled', () => {
    const event = read(written({ phase: 'cancelled', updates: [], url: null }, { readAt: NOW + HOUR }));
    expect(event).toMatchObject({ uid: read(written()).uid, status: 'CANCELLED', url: 'https://status.claude.com/' });
  });
});

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom(',', ';', '\\', '\n', '\r', ':', '"', ' ', 'n', 'N', '🛠️', 'é', '\t'),
    maxLength: 200,
  }),
);
const seconds = (from: number, to: number) =>
  fc.integer({ min: from / 1_000, max: to / 1_000 }).map((at) => at * 1_000);
const anyMaintenance: fc.Arbitrary<Maintenance> = fc.record({
  id: fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }),
  title: text,
  phase: fc.constantFrom(...MAINTENANCE_PHASES),
  startsAt: seconds(NOW - 100 * DAY, NOW + 400 * DAY),
  endsAt: fc.option(seconds(NOW - 200 * DAY, NOW + 500 * DAY)),
  componentIds: fc.constant([]),
  updates: fc.array(fc.record({ at: fc.constant(NOW), phase: fc.constant(null), text }), { maxLength: 2 }),
  url: fc.option(fc.oneof(fc.webUrl(), fc.constant('not an address\r\nEND:VCALENDAR'))),
});

describe('any maintenance', () => {
  it('is one event that three parsers read alike', () => {
    fc.assert(
      fc.property(anyMaintenance, (one) => {
        const file = maintenanceCalendar(one, SOURCE, SPEECH) ?? '';
        const [first, ...others] = Object.values(PARSERS).map((read) => {
          const { uid, sequence, stamp, start, end, status } = read(file);
          return { uid, sequence, stamp, start, end, status };
        });
        expect(first?.start).toBe(one.startsAt);
        for (const other of others) expect(other).toEqual(first);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps its title, but for what no text may hold', () => {
    fc.assert(
      fc.property(anyMaintenance, (one) => {
        const kept = one.title
          .toWellFormed()
          .replace(/\r\n?/g, '\n')
          .replace(/[^\P{Cc}\t\n\u0080-\u009f]/gu, '');
        expect(readByIcalJs(maintenanceCalendar(one, SOURCE, SPEECH) ?? '').summary).toBe(`Claude: ${kept}`);
      }),
      { numRuns: 500 },
    );
  });

  it('is written in lines of at most 75 octets that end with CRLF and cut no character', () => {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    fc.assert(
      fc.property(anyMaintenance, (one) => {
        const bytes = new TextEncoder().encode(maintenanceCalendar(one, SOURCE, SPEECH) ?? '');
        const file = decoder.decode(bytes);
        expect(file.endsWith('\r\n')).toBe(true);
        const lines = file.slice(0, -2).split('\r\n');
        expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([]);
        expect(lines.filter((line) => new TextEncoder().encode(line).length > 75)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

it('maintenanceCalendar writes an announcement, which asks for no answer', () => {
  expect(written()).toContain('\r\nMETHOD:PUBLISH\r\n');
});

it('maintenanceCalendar says of a canceled maintenance that it is no longer planned, not that its time may change', () => {
  const said = (over: Partial<Maintenance>) =>
    readByIcalJs(written({ updates: [], endsAt: null, ...over })).description;
  expect(said({ phase: 'cancelled' })).toMatch(/^Announced by Anthropic and no longer planned, as read on [^.]+\.$/);
  expect(said({})).toContain('The time may still change.');
});

it('maintenanceCalendar writes nothing for a maintenance without a start', () => {
  expect(maintenanceCalendar(planned({ startsAt: null }), SOURCE, SPEECH)).toBeNull();
});

it('maintenanceCalendar leaves out an end that is not after the start', () => {
  expect(written({ endsAt: NOW + DAY })).not.toContain('DTEND');
});

it('maintenanceCalendar gives two maintenances of one provider different ids, and the same one the same id for every assistant', () => {
  const uidOf = (file: string) => /^UID:.*$/m.exec(file)?.[0];
  const api = { assistant: { id: 'chatgpt', name: 'Claude API', provider: 'Anthropic' } } as const;
  expect(uidOf(written({ id: 'm2' }))).not.toBe(uidOf(written()));
  expect(uidOf(written({}, api))).toBe(uidOf(written()));
});

it('calendarFileName names the file after the assistant and the day of the start', () => {
  const start = { startsAt: Date.UTC(2026, 11, 31, 23, 30) };
  expect(calendarFileName(start, SOURCE, SPEECH)).toBe('maintenance-claude-2026-12-31.ics');
  expect(calendarFileName(start, SOURCE, { ...SPEECH, timeZone: 'Europe/Berlin' })).toBe(
    'maintenance-claude-2027-01-01.ics',
  );
});
