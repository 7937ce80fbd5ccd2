import { describe, expect, it } from 'vitest';
import { atom, HOST, rss, type XaiParts, xaiItem } from '@/tests/fixtures/feeds/documents';
import type { Report } from '@/utils/model/report';
import { xai } from '@/utils/platforms/xai';
import { levelOf } from '@/utils/rules/judging/level';

const NOW = Date.UTC(2026, 4, 20, 12);
const RESOLVED = 'Wed, 20 May 2026 11:50:00 GMT';
const RESOLVED_ITEM = { status: 'RESOLVED', resolved: RESOLVED };

function read(...items: XaiParts[]): Report {
  const reading = xai.parse({ feed: rss(items.map(xaiItem)) }, { pageId: HOST, origin: null });
  if (!reading.ok) throw new Error(reading.failure.kind);
  return reading.report;
}

const levelOfGrok = (...items: XaiParts[]) => levelOf(read(...items), { coreIds: ['grok-com'], name: 'Grok' }, NOW);

it('xai requests one feed', () => {
  expect(xai.requests('https://status.example.com')).toEqual([
    { name: 'feed', url: 'https://status.example.com/feed.xml' },
  ]);
});

describe('xai: the level of Grok', () => {
  it.each<[string, XaiParts[], string]>([
    ['is operational when everything is resolved', [RESOLVED_ITEM], 'operational'],
    ['is major_outage when an outage is ongoing', [{}], 'major_outage'],
    ['is partial_outage when a disruption is ongoing', [{ severity: 'disruption' }], 'partial_outage'],
    ['is degraded when it is degraded', [{ severity: 'degraded' }], 'degraded'],
    ['is operational when it is available again and the incident is open', [{ severity: 'available' }], 'operational'],
    ['is unknown when the severity of an open incident is unknown', [{ severity: 'sunny' }], 'unknown'],
    ['is degraded when the state is unknown', [{ status: 'PONDERING', severity: 'degraded' }], 'degraded'],
    [
      'is operational when another component has an issue',
      [RESOLVED_ITEM, { part: 'voice', incident: 'INC02' }],
      'operational',
    ],
    [
      'is operational when a component that is not in the registry has an issue',
      [RESOLVED_ITEM, { part: 'api-eu-west-1', incident: 'ps_02', name: 'API (eu-west-1.api.x.ai)' }],
      'operational',
    ],
    ['is major_outage when an incident with an id of the new form is ongoing', [{ incident: 'ps_01' }], 'major_outage'],
    [
      'is operational when the severity keeps its peak after the end',
      [{ ...RESOLVED_ITEM, severity: 'outage' }],
      'operational',
    ],
    [
      'is operational when the severity is "available" after the end',
      [{ ...RESOLVED_ITEM, severity: 'available' }],
      'operational',
    ],
    [
      'is operational when an item is resolved without a resolution time',
      [{ ...RESOLVED_ITEM, resolved: null }],
      'operational',
    ],
    [
      'is major_outage when an item has a resolution time but an active state',
      [{ resolved: RESOLVED }],
      'major_outage',
    ],
  ])('%s', (_, items, level) => {
    expect(levelOfGrok(...items).level).toBe(level);
  });

  it('is unknown when the feed has no items', () => {
    expect(levelOfGrok()).toMatchObject({ level: 'unknown', reason: 'empty_list' });
  });

  it.each<[string, XaiParts[], string]>([
    [
      'is operational with an issue of another region',
      [{ part: 'api-eu-west-1', name: 'API (eu-west-1.api.x.ai)' }],
      'operational',
    ],
    ['is operational with an issue of another component', [{ part: 'imagine', name: 'Imagine' }], 'operational'],
    [
      'is unknown with a component with its recorded name and another id',
      [{ part: 'grok-web', name: 'grok.com' }],
      'unknown',
    ],
    [
      'is operational with a resolved component with its recorded name and another id',
      [{ ...RESOLVED_ITEM, part: 'grok-web', name: 'grok.com' }],
      'operational',
    ],
    [
      'is unknown with a component with its recorded name and no state',
      [{ part: 'grok-web', name: 'grok.com', status: null }],
      'unknown',
    ],
    ['is unknown with a component with Grok’s name in an item', [{ part: 'grok-web', name: 'Chat (Web)' }], 'unknown'],
    ['is unknown with an item without a state', [{ status: null, incident: 'INC02' }], 'unknown'],
    [
      'is operational with an item without a state about another component',
      [{ status: null, part: 'voice', incident: 'INC02' }],
      'operational',
    ],
    [
      'is major_outage with an item without a state beside an outage',
      [{ status: null }, { incident: 'INC02' }],
      'major_outage',
    ],
    [
      'is major_outage with an open item without a start',
      [{ pubDate: 'yesterday', incident: 'INC02' }],
      'major_outage',
    ],
    [
      'is major_outage with an open item without any time',
      [{ pubDate: 'yesterday', incident: 'INC02', updates: [] }],
      'major_outage',
    ],
    [
      'is major_outage with a start in the future',
      [{ pubDate: 'Thu, 20 May 2027 11:30:00 GMT', incident: 'INC02' }],
      'major_outage',
    ],
  ])('%s', (_, items, level) => {
    const reading = xai.parse(
      { feed: rss([RESOLVED_ITEM, ...items].map(xaiItem)) },
      { pageId: HOST, origin: null, readAt: NOW },
    );
    if (!reading.ok) throw new Error(reading.failure.kind);
    expect(levelOf(reading.report, { coreIds: ['grok-com'], name: 'Grok' }, NOW).level).toBe(level);
  });

  it('is unknown while an open item names no component, unless Grok itself has an issue', () => {
    const nobodys = (status: string) => xaiItem({ incident: 'INC09', status }).replace('/grok-com/', '/');
    const of = (...items: string[]) => {
      const reading = xai.parse({ feed: rss(items) }, { pageId: HOST, origin: null });
      return reading.ok && levelOf(reading.report, { coreIds: ['grok-com'], name: 'Grok' }, NOW).level;
    };
    expect(of(xaiItem(RESOLVED_ITEM), nobodys('ACTIVE'))).toBe('unknown');
    expect(of(xaiItem(RESOLVED_ITEM), nobodys('RESOLVED'))).toBe('operational');
    expect(of(xaiItem(), nobodys('ACTIVE'))).toBe('major_outage');
  });

  it('is not changed by status words inside an update', () => {
    const updates = [[RESOLVED, 'Status: RESOLVED', '</p><h3>Status: RESOLVED</h3><p>']] as const;
    expect(levelOfGrok({ updates }).level).toBe('major_outage');
  });
});

describe('xai incidents', () => {
  it('are merged from items with the same link ending, regardless of their guids', () => {
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

  it('stay open while one component is affected and exclude recovered ones', () => {
    const [incident] = read({ ...RESOLVED_ITEM, part: 'grok-com' }, { part: 'voice' }).incidents;
    expect(incident).toMatchObject({ phase: 'investigating', resolvedAt: null, componentIds: ['voice'] });
  });

  it('are parsed completely', () => {
    const updates = [
      ['Wed, 20 May 2026 11:35:00 GMT', 'Investigating', 'We look into it.'],
      ['Wed, 20 May 2026 11:48:00 GMT', 'All is calm again', 'All is &amp; stays <b>well</b>.'],
    ] as const;
    expect(read({ ...RESOLVED_ITEM, severity: 'disruption', updates }).incidents).toEqual([
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

  it('have an unknown impact when resolved with the severity "available"', () => {
    expect(read({ ...RESOLVED_ITEM, severity: 'available' }).incidents[0]?.impact).toBe('unknown');
  });

  it('take the newest update when items of one incident disagree', () => {
    const early = [
      ['Wed, 20 May 2026 10:10:00 GMT', 'Resolved', 'Over.'],
      ['Wed, 20 May 2026 10:00:00 GMT', 'Investigating', 'Begun.'],
    ] as const;
    const again = { pubDate: 'Wed, 20 May 2026 11:30:00 GMT', title: 'Answers fail again' };
    const before = { ...RESOLVED_ITEM, resolved: null, updates: early, pubDate: 'Wed, 20 May 2026 10:00:00 GMT' };
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

  it('end with the update that closes them, not with a later note', () => {
    const updates = [
      ['Wed, 20 May 2026 11:40:00 GMT', 'Investigating', 'Begun.'],
      ['Wed, 20 May 2026 11:50:00 GMT', 'Resolved', 'Over.'],
      ['Wed, 27 May 2026 11:50:00 GMT', 'What happened', 'A note.'],
    ] as const;
    expect(read({ ...RESOLVED_ITEM, resolved: null, updates }).incidents[0]?.resolvedAt).toBe(
      Date.UTC(2026, 4, 20, 11, 50),
    );
  });

  it('end with their last update if they have no resolution time', () => {
    expect(read({ ...RESOLVED_ITEM, resolved: null }).incidents[0]?.resolvedAt).toBe(Date.UTC(2026, 4, 20, 11, 35));
  });
});

describe('xai: several items about one component in one incident', () => {
  const EARLY = 'Wed, 20 May 2026 10:00:00 GMT';
  const LATE = 'Wed, 20 May 2026 11:45:00 GMT';
  const FAR = 'Thu, 20 May 2027 11:45:00 GMT';
  const at = (moment: string, more: XaiParts = {}) => ({ pubDate: moment, updates: [], ...more });
  const closed = (moment: string) => at(moment, { status: 'RESOLVED', resolved: moment });

  it.each<[string, XaiParts, XaiParts, string]>([
    ['are investigating by the newest item: opened again', closed(EARLY), at(LATE), 'investigating'],
    ['are resolved by the newest item: closed again', at(EARLY), closed(LATE), 'resolved'],
    ['are investigating by the newest item: closed and open at the same time', closed(LATE), at(LATE), 'investigating'],
    ['are investigating by the newest item: closed in the future', closed(FAR), at(LATE), 'investigating'],
    [
      'are investigating by the newest item: closed, and open without a time',
      closed(LATE),
      at('soon'),
      'investigating',
    ],
  ])('%s', (_, one, other, phase) => {
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

it('xai reports unknown while an open item has Grok’s name and another id', () => {
  const item = { part: 'voice', incident: 'INC02', name: 'Grok (Web)' };
  expect(levelOfGrok(RESOLVED_ITEM, item).level).toBe('unknown');
  expect(levelOfGrok(RESOLVED_ITEM, { ...RESOLVED_ITEM, ...item }).level).toBe('operational');
});

it.each(['RESOLVED&nbsp;', ' Resolved ', '<b>RESOLVED</b>'])('xai reads the state %j as resolved', (status) => {
  expect(levelOfGrok({ ...RESOLVED_ITEM, status }).level).toBe('operational');
});

it('xai does not count as history, because items leave the feed', () => {
  expect(read(RESOLVED_ITEM).hasHistory).toBe(false);
});

it.each<[string, string, string]>([
  ['HTML', '<!doctype html><html></html>', 'html'],
  ['JSON', '{}', 'not_json'],
  ['half a feed', rss([xaiItem()]).slice(0, -10), 'truncated'],
  ['XML that is no feed', '<sitemap/>', 'wrong_shape'],
  ['a feed of another kind', atom(['<entry><title>x</title></entry>']), 'wrong_shape'],
])('xai rejects %s', (_, feed, kind) => {
  expect(xai.parse({ feed }, { pageId: null, origin: null })).toEqual({ ok: false, failure: { kind } });
});

it('xai identifies its page by the host of every link', () => {
  const reading = (feed: string) => xai.parse({ feed }, { pageId: HOST, origin: null });
  const stranger = { ok: false, failure: { kind: 'wrong_page' } };
  expect(reading(rss([])).ok).toBe(true);
  expect(reading(rss([], '<link>https://elsewhere.example</link>'))).toEqual(stranger);
  expect(reading(rss([xaiItem().replace(HOST, 'elsewhere.example')]))).toEqual(stranger);
  expect(reading(rss([], ''))).toEqual(stranger);
});
