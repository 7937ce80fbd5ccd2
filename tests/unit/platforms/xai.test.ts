import { describe, expect, it } from 'vitest';
import { atom, HOST, rss, type XaiParts, xaiItem } from '@/tests/fixtures/feeds/documents';
import type { Report } from '@/utils/model/report';
import { xai } from '@/utils/platforms/xai';
import { levelOf } from '@/utils/rules/judging/level';

const NOW = Date.UTC(2026, 4, 20, 12);
const RESOLVED = 'Wed, 20 May 2026 11:50:00 GMT';
const over = { status: 'RESOLVED', resolved: RESOLVED };

function read(...items: XaiParts[]): Report {
  const reading = xai.parse({ feed: rss(items.map(xaiItem)) }, { pageId: HOST, origin: null });
  if (!reading.ok) throw new Error(reading.failure.kind);
  return reading.report;
}

const levelOfGrok = (...items: XaiParts[]) => levelOf(read(...items), { coreIds: ['grok-com'], name: 'Grok' }, NOW);

it('reads one feed, not more often than every five minutes', () => {
  expect(xai.requests('https://status.example.com')).toEqual([
    { name: 'feed', url: 'https://status.example.com/feed.xml' },
  ]);
  expect(xai.floors).toMatchObject({ troubleMs: 300_000, calmMs: 300_000 });
});

describe('the level of Grok', () => {
  it.each<[string, XaiParts[], string]>([
    ['everything is resolved', [over], 'operational'],
    ['an outage goes on', [{}], 'major_outage'],
    ['a disruption goes on', [{ severity: 'disruption' }], 'partial_outage'],
    ['it is degraded', [{ severity: 'degraded' }], 'degraded'],
    ['it is available again, and the incident not closed', [{ severity: 'available' }], 'operational'],
    ['a severity that nobody knows, in an open incident', [{ severity: 'sunny' }], 'unknown'],
    ['a state that nobody knows', [{ status: 'PONDERING', severity: 'degraded' }], 'degraded'],
    ['another part is in trouble', [over, { part: 'voice', incident: 'INC02' }], 'operational'],
    ['the severity keeps its peak after the end', [{ ...over, severity: 'outage' }], 'operational'],
    ['the severity is "available" after the end', [{ ...over, severity: 'available' }], 'operational'],
    ['resolved, without a line that says when', [{ ...over, resolved: null }], 'operational'],
    ['a line that says when it was resolved, and the state still active', [{ resolved: RESOLVED }], 'major_outage'],
  ])('%s', (_, items, level) => {
    expect(levelOfGrok(...items).level).toBe(level);
  });

  it('is unknown when the feed has no item', () => {
    expect(levelOfGrok()).toMatchObject({ level: 'unknown', reason: 'empty_list' });
  });

  it.each<[string, XaiParts[], string]>([
    ['trouble of another region', [{ part: 'api-eu-west-1', name: 'API (eu-west-1.api.x.ai)' }], 'operational'],
    ['trouble of a part with another name', [{ part: 'imagine', name: 'Imagine' }], 'operational'],
    ['a part with its recorded name under another id', [{ part: 'grok-web', name: 'grok.com' }], 'unknown'],
    ['the same, that is over', [{ ...over, part: 'grok-web', name: 'grok.com' }], 'operational'],
    ['the same without a state', [{ part: 'grok-web', name: 'grok.com', status: null }], 'unknown'],
    ['a part with the name that an item gives to it', [{ part: 'grok-web', name: 'Chat (Web)' }], 'unknown'],
    ['an item without a state', [{ status: null, incident: 'INC02' }], 'unknown'],
    ['an item without a state, of another part', [{ status: null, part: 'voice', incident: 'INC02' }], 'operational'],
    ['an item without a state beside an outage', [{ status: null }, { incident: 'INC02' }], 'major_outage'],
    ['an open item without a start', [{ pubDate: 'yesterday', incident: 'INC02' }], 'major_outage'],
    ['an open item without any time', [{ pubDate: 'yesterday', incident: 'INC02', updates: [] }], 'major_outage'],
    ['a start that lies ahead', [{ pubDate: 'Thu, 20 May 2027 11:30:00 GMT', incident: 'INC02' }], 'major_outage'],
  ])('with %s', (_, items, level) => {
    const reading = xai.parse(
      { feed: rss([over, ...items].map(xaiItem)) },
      { pageId: HOST, origin: null, readAt: NOW },
    );
    if (!reading.ok) throw new Error(reading.failure.kind);
    expect(levelOf(reading.report, { coreIds: ['grok-com'], name: 'Grok' }, NOW).level).toBe(level);
  });

  it('is unknown while an open item does not say which part it is about, unless the part is in trouble', () => {
    const nobodys = (status: string) => xaiItem({ incident: 'INC09', status }).replace('/grok-com/', '/');
    const of = (...items: string[]) => {
      const reading = xai.parse({ feed: rss(items) }, { pageId: HOST, origin: null });
      return reading.ok && levelOf(reading.report, { coreIds: ['grok-com'], name: 'Grok' }, NOW).level;
    };
    expect(of(xaiItem(over), nobodys('ACTIVE'))).toBe('unknown');
    expect(of(xaiItem(over), nobodys('RESOLVED'))).toBe('operational');
    expect(of(xaiItem(), nobodys('ACTIVE'))).toBe('major_outage');
  });

  it('words in an update close nothing', () => {
    const updates = [[RESOLVED, 'Status: RESOLVED', '</p><h3>Status: RESOLVED</h3><p>']] as const;
    expect(levelOfGrok({ updates }).level).toBe('major_outage');
  });
});

describe('incidents', () => {
  it('are one for all the parts that share the end of the link, under one guid or several', () => {
    const parts = [
      { part: 'grok-com', guid: 'same' },
      { part: 'api-global', guid: 'same', severity: 'disruption' },
      { part: 'voice', guid: 'another' },
    ];
    expect(read(...parts).incidents).toMatchObject([
      { id: 'INC01', impact: 'critical', componentIds: ['grok-com', 'api-global', 'voice'] },
    ]);
    expect(read(...parts).components.find(({ id }) => id === 'api-global')?.level).toBe('partial_outage');
  });

  it('stay open while one part is, and no longer name those that are well', () => {
    const [incident] = read({ ...over, part: 'grok-com' }, { part: 'voice' }).incidents;
    expect(incident).toMatchObject({ phase: 'investigating', resolvedAt: null, componentIds: ['voice'] });
  });

  it('are read whole', () => {
    const updates = [
      ['Wed, 20 May 2026 11:35:00 GMT', 'Investigating', 'We look into it.'],
      ['Wed, 20 May 2026 11:48:00 GMT', 'All is calm again', 'All is &amp; stays <b>well</b>.'],
    ] as const;
    expect(read({ ...over, severity: 'disruption', updates }).incidents).toEqual([
      {
        id: 'INC01',
        title: 'Answers fail',
        impact: 'major',
        level: null,
        phase: 'resolved',
        startedAt: Date.UTC(2026, 4, 20, 11, 30),
        updatedAt: Date.UTC(2026, 4, 20, 11, 50),
        resolvedAt: Date.UTC(2026, 4, 20, 11, 50),
        kind: 'incident',
        isExplained: false,
        componentIds: ['grok-com'],
        updates: [
          { at: Date.UTC(2026, 4, 20, 11, 48), phase: null, text: 'All is calm again\nAll is & stays well.' },
          { at: Date.UTC(2026, 4, 20, 11, 35), phase: 'investigating', text: 'We look into it.' },
        ],
        url: `https://${HOST}/grok-com/INC01`,
      },
    ]);
  });

  it('that are over do not say how bad they were when their severity fell to "available"', () => {
    expect(read({ ...over, severity: 'available' }).incidents[0]?.impact).toBe('unknown');
  });

  it('that were opened again in one item have its newest update', () => {
    const early = [
      ['Wed, 20 May 2026 10:10:00 GMT', 'Resolved', 'Over.'],
      ['Wed, 20 May 2026 10:00:00 GMT', 'Investigating', 'Begun.'],
    ] as const;
    const again = { pubDate: 'Wed, 20 May 2026 11:30:00 GMT', title: 'Answers fail again' };
    const before = { ...over, resolved: null, updates: early, pubDate: 'Wed, 20 May 2026 10:00:00 GMT' };
    const [incident] = read({ ...before, part: 'voice' }, again, before).incidents;
    expect(incident).toMatchObject({
      title: 'Answers fail again',
      phase: 'investigating',
      startedAt: Date.UTC(2026, 4, 20, 10),
      updatedAt: Date.UTC(2026, 4, 20, 11, 35),
      componentIds: ['grok-com'],
    });
    expect(incident?.updates.map(({ text }) => text)).toEqual(['We look into it.', 'Over.', 'Begun.']);
  });

  it('end when an update closes them, not with a note that follows', () => {
    const updates = [
      ['Wed, 20 May 2026 11:40:00 GMT', 'Investigating', 'Begun.'],
      ['Wed, 20 May 2026 11:50:00 GMT', 'Resolved', 'Over.'],
      ['Wed, 27 May 2026 11:50:00 GMT', 'What happened', 'A note.'],
    ] as const;
    expect(read({ ...over, resolved: null, updates }).incidents[0]?.resolvedAt).toBe(Date.UTC(2026, 4, 20, 11, 50));
  });

  it('without a line that says when they were resolved ended with their last update', () => {
    expect(read({ ...over, resolved: null }).incidents[0]?.resolvedAt).toBe(Date.UTC(2026, 4, 20, 11, 35));
  });
});

describe('of several items about one part in one incident', () => {
  const EARLY = 'Wed, 20 May 2026 10:00:00 GMT';
  const LATE = 'Wed, 20 May 2026 11:45:00 GMT';
  const FAR = 'Thu, 20 May 2027 11:45:00 GMT';
  const at = (moment: string, more: XaiParts = {}) => ({ pubDate: moment, updates: [], ...more });
  const closed = (moment: string) => at(moment, { status: 'RESOLVED', resolved: moment });

  it.each<[string, XaiParts, XaiParts, string]>([
    ['opened again', closed(EARLY), at(LATE), 'investigating'],
    ['closed again', at(EARLY), closed(LATE), 'resolved'],
    ['closed and open at one moment', closed(LATE), at(LATE), 'investigating'],
    ['closed ahead of the reading', closed(FAR), at(LATE), 'investigating'],
    ['closed, and open at no time', closed(LATE), at('soon'), 'investigating'],
  ])('the newest counts, whatever their order: %s', (_, one, other, phase) => {
    for (const items of [
      [one, other],
      [other, one],
    ]) {
      const expected = { pageId: HOST, origin: null, readAt: NOW };
      const reading = xai.parse({ feed: rss(items.map(xaiItem)) }, expected);
      if (!reading.ok) throw new Error(reading.failure.kind);
      expect(reading.report.incidents).toMatchObject([{ phase, componentIds: ['grok-com'] }]);
      const { level } = levelOf(reading.report, { coreIds: ['grok-com'], name: 'Grok' }, NOW);
      expect(level).toBe(phase === 'resolved' ? 'operational' : 'major_outage');
    }
  });
});

it('is unknown while an open item bears its name and the id of another part', () => {
  const item = { part: 'voice', incident: 'INC02', name: 'Grok (Web)' };
  expect(levelOfGrok(over, item).level).toBe('unknown');
  expect(levelOfGrok(over, { ...over, ...item }).level).toBe('operational');
});

it.each(['RESOLVED&nbsp;', ' Resolved ', '<b>RESOLVED</b>'])('reads the state %j as resolved', (status) => {
  expect(levelOfGrok({ ...over, status }).level).toBe('operational');
});

it('the feed is no history: items leave it, so what it does not tell may have been', () => {
  expect(read(over).hasHistory).toBe(false);
});

it.each<[string, string, string]>([
  ['HTML', '<!doctype html><html></html>', 'html'],
  ['JSON', '{}', 'not_json'],
  ['half a feed', rss([xaiItem()]).slice(0, -10), 'truncated'],
  ['XML that is no feed', '<sitemap/>', 'wrong_shape'],
  ['a feed of another kind', atom(['<entry><title>x</title></entry>']), 'wrong_shape'],
])('does not believe %s', (_, feed, kind) => {
  expect(xai.parse({ feed }, { pageId: null, origin: null })).toEqual({ ok: false, failure: { kind } });
});

it('knows its page by the host of every link', () => {
  const reading = (feed: string) => xai.parse({ feed }, { pageId: HOST, origin: null });
  const stranger = { ok: false, failure: { kind: 'wrong_page' } };
  expect(reading(rss([])).ok).toBe(true);
  expect(reading(rss([], '<link>https://elsewhere.example</link>'))).toEqual(stranger);
  expect(reading(rss([xaiItem().replace(HOST, 'elsewhere.example')]))).toEqual(stranger);
  expect(reading(rss([], ''))).toEqual(stranger);
});
