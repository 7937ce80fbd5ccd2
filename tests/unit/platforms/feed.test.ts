import { describe, expect, it } from 'vitest';
import { atom, entry, HOST, item, rss, told } from '@/tests/fixtures/feeds/documents';
import type { Report } from '@/utils/model/report';
import { feed } from '@/utils/platforms/feed';
import { levelOf, levelOfAll } from '@/utils/rules/judging/level';

const NOW = Date.UTC(2026, 4, 20, 12);
const AFFECTED = '<b>Affected components</b><ul><li>Chat (iOS) (Partial outage)</li><li>API (Operational)</li></ul>';

function read(body: string): Report {
  const reading = feed.parse({ feed: body }, { pageId: HOST, origin: null });
  if (!reading.ok) throw new Error(reading.failure.kind);
  return reading.report;
}

const stateOf = (html: string) => {
  const { incidents, maintenances } = read(atom([entry(html)]));
  return incidents[0]?.phase ?? maintenances[0]?.phase ?? null;
};

it('asks for the usual file, or for the one that the address names', () => {
  const urlOf = (origin: string) => feed.requests(origin)[0]?.url;
  expect(urlOf('https://status.example.com')).toBe('https://status.example.com/feed.rss');
  expect(urlOf('https://status.example.com/history.atom')).toBe('https://status.example.com/history.atom');
});

describe('never says that anything is up', () => {
  it.each([
    ['empty', rss([])],
    ['all resolved, explicitly', rss([item('Resolved')])],
    ['all resolved, by labels', atom([entry(told('May 20 11:50', 'Resolved'))])],
    ['parts declared operational', rss([item('Investigating', { body: AFFECTED })])],
  ])('%s', (_, body) => {
    const report = read(body);
    for (const id of ['page', 'API', 'Chat (Web)']) {
      expect(levelOf(report, { coreIds: [id], name: null }, NOW).level).not.toBe('operational');
    }
    expect(levelOfAll(report, NOW).level).not.toBe('operational');
  });

  it('nor that anything is down because of a label', () => {
    const found = levelOfAll(read(atom([entry(told('May 20 11:40', 'Investigating'))])), NOW);
    expect(found).toMatchObject({ level: 'unknown', otherIncidents: [{ phase: 'investigating' }] });
  });
});

describe('a line "Status: …" that is open', () => {
  it('is trouble of the whole page when it names no part', () => {
    const report = read(rss([item('Investigating')]));
    expect(levelOfAll(report, NOW).level).toBe('degraded');
    expect(report.components).toMatchObject([{ id: 'page', name: 'Example Status', level: 'unknown' }]);
  });

  it('is trouble of the parts that it lists, as bad as it says', () => {
    const report = read(rss([item('Identified', { body: AFFECTED })]));
    expect(report.incidents).toMatchObject([
      { phase: 'identified', impact: 'major', level: 'partial_outage', componentIds: ['Chat (iOS)', 'API'] },
    ]);
    expect(levelOf(report, { coreIds: ['Chat (iOS)'], name: null }, NOW).level).toBe('partial_outage');
  });

  it('makes no trouble with a word that nobody knows, and closes nothing', () => {
    const report = read(rss([item('Pondering')]));
    expect(report.incidents).toMatchObject([{ phase: 'investigating', componentIds: [] }]);
    expect(levelOfAll(report, NOW).level).toBe('unknown');
  });

  it('may stand in other tags', () => {
    const flashduty = '<p><strong>Status:</strong> Monitoring</p>';
    const shouted = '<h3>Status: ACTIVE</h3><p>Severity: outage</p>';
    expect([stateOf(flashduty), stateOf(shouted)]).toEqual(['monitoring', 'investigating']);
  });

  it('keeps its level without an update for three days', () => {
    const old = read(rss([item('Investigating', { pubDate: 'Fri, 15 May 2026 11:40:00 GMT', body: AFFECTED })]));
    expect(levelOfAll(old, NOW)).toMatchObject({ level: 'partial_outage', silentSince: expect.any(Number) });
  });
});

it('of an incident that is published anew with each update the newest item speaks', () => {
  const resolved = item('Resolved', { pubDate: 'Wed, 20 May 2026 11:50:00 GMT' });
  for (const items of [
    [item('Investigating'), resolved],
    [resolved, item('Investigating')],
  ]) {
    expect(read(rss(items)).incidents).toMatchObject([{ id: 'one', phase: 'resolved' }]);
  }
});

describe('labels of updates', () => {
  it('"Update" is no state: the last that is one counts', () => {
    const html = [
      told('May 20 11:50', 'Update'),
      told('May 20 11:45', 'Identified'),
      told('May 20 11:40', 'Investigating'),
    ];
    expect(stateOf(html.join(''))).toBe('identified');
  });

  it('"Investigating" above the "Resolved" of the same minute is over', () => {
    expect(stateOf(told('May 20 11:50', 'Investigating') + told('May 20 11:50', 'Resolved'))).toBe('resolved');
  });

  it('"Update" above "Resolved" is over, even when it is later', () => {
    expect(stateOf(told('May 20 11:55', 'Update') + told('May 20 11:50', 'Resolved'))).toBe('resolved');
  });

  it('"Investigating" strictly later than "Resolved" is open again', () => {
    expect(stateOf(told('May 20 11:55', 'Investigating') + told('May 20 11:50', 'Resolved'))).toBe('investigating');
  });

  it('a postmortem closes, and explains', () => {
    const html = told('May 20 11:55', 'Postmortem') + told('May 20 11:50', 'Resolved');
    expect(read(atom([entry(html)])).incidents).toMatchObject([{ phase: 'resolved', isExplained: true }]);
  });

  it('maintenances stand among incidents', () => {
    const html = told('May 20 11:00', 'In progress') + told('May 15 09:00', 'Scheduled');
    expect(read(atom([entry(html)]))).toMatchObject({
      incidents: [],
      maintenances: [{ phase: 'in_progress', startsAt: Date.UTC(2026, 4, 20, 11) }],
    });
    expect(stateOf(told('May 20 11:30', 'Completed') + html)).toBe('completed');
  });

  it('a maintenance to come starts when its heading says', () => {
    const html = `<p><strong>THIS IS A SCHEDULED EVENT May <var data-var='date'>28</var>, 16:30 UTC - May 28, 17:30 UTC</strong></p>${told('May 20 11:00', 'Scheduled')}`;
    expect(read(atom([entry(html)])).maintenances).toMatchObject([
      { phase: 'scheduled', startsAt: Date.UTC(2026, 4, 28, 16, 30) },
    ]);
  });
});

describe('times', () => {
  it('without a year are of the year that makes them nearest', () => {
    const html = told('Jan 1 00:10', 'Identified') + told('Dec 31 23:50', 'Investigating');
    expect(read(atom([entry(html, { updated: '2026-01-01T00:10:30Z' })])).incidents).toMatchObject([
      { startedAt: Date.UTC(2025, 11, 31, 23, 50), updatedAt: Date.UTC(2026, 0, 1, 0, 10, 30) },
    ]);
  });

  it('an incident starts with its first update, where the entry bears the moment of the last', () => {
    const html =
      told('May 20 11:50', 'Identified', 'Found &amp; <b>known</b>.') + told('May 20 11:05', 'Investigating');
    expect(read(atom([entry(html)])).incidents).toEqual([
      {
        id: `tag:${HOST},2005:Incident/1`,
        title: 'Answers fail',
        impact: 'unknown',
        level: 'unknown',
        phase: 'identified',
        startedAt: Date.UTC(2026, 4, 20, 11, 5),
        updatedAt: Date.UTC(2026, 4, 20, 11, 50),
        resolvedAt: null,
        kind: 'incident',
        isExplained: false,
        componentIds: [],
        updates: [
          { at: Date.UTC(2026, 4, 20, 11, 50), phase: 'identified', text: 'Found & known.' },
          { at: Date.UTC(2026, 4, 20, 11, 5), phase: 'investigating', text: 'It is Investigating.' },
        ],
        url: `https://${HOST}/incidents/1`,
      },
    ]);
  });
});

it('a label ahead of the reading closes nothing', () => {
  const html = told('May 28 11:50', 'Resolved') + told('May 20 11:40', 'Investigating');
  const reading = feed.parse({ feed: atom([entry(html)]) }, { pageId: HOST, origin: null, readAt: NOW });
  expect(reading.ok && reading.report.incidents).toMatchObject([{ phase: 'investigating', resolvedAt: null }]);
});

describe('an incident that is published again is open', () => {
  const OPEN = item('Investigating', { pubDate: 'Wed, 20 May 2026 11:50:00 GMT' });

  it.each([
    ['closed before', 'Wed, 20 May 2026 11:40:00 GMT'],
    ['closed at that moment', 'Wed, 20 May 2026 11:50:00 GMT'],
    ['closed ahead of the reading', 'Thu, 20 May 2027 11:40:00 GMT'],
    ['closed at no time', 'yesterday'],
  ])('where another item says that it was %s, whatever their order', (_, pubDate) => {
    const closed = item('Resolved', { pubDate });
    for (const items of [
      [OPEN, closed],
      [closed, OPEN],
    ]) {
      const reading = feed.parse({ feed: rss(items) }, { pageId: HOST, origin: null, readAt: NOW });
      expect(reading.ok && reading.report.incidents).toMatchObject([{ phase: 'investigating', resolvedAt: null }]);
    }
  });

  it('where the entry that closed it before was edited since', () => {
    const again = entry('<p>Status: Investigating</p>', { updated: '2026-05-20T11:30:00Z' });
    const before = entry('<p>Status: Resolved</p>', { updated: '2026-05-20T11:00:00Z' });
    const edited = before.replace(/<updated>[^<]*/, '<updated>2026-05-20T11:45:00Z');
    for (const entries of [
      [again, edited],
      [edited, again],
    ]) {
      expect(read(atom(entries)).incidents).toMatchObject([{ phase: 'investigating' }]);
    }
  });
});

it('a maintenance to come without a window has no known start', () => {
  expect(read(atom([entry(told('May 20 11:00', 'Scheduled'))])).maintenances).toMatchObject([
    { phase: 'scheduled', startsAt: null },
  ]);
});

it('reads a state that is indented', () => {
  expect(stateOf('\n     <b>Status: Monitoring</b>')).toBe('monitoring');
});

it('an entry that does not say how things stand is neither open nor over', () => {
  expect(read(atom([entry('<p>We have a new office.</p>')]))).toMatchObject({ incidents: [], maintenances: [] });
});

it.each<[string, string, string]>([
  ['HTML', '<!doctype html>', 'html'],
  ['a feed that expands entities', `<!DOCTYPE rss [<!ENTITY a "b">]>${rss([])}`, 'not_json'],
  ['another kind of XML', '<rss><channel/><channel/></rss>', 'wrong_shape'],
  ['an Atom feed of another namespace', '<feed><title>x</title></feed>', 'wrong_shape'],
  ['a feed that does not say whose it is', '<rss><channel><title/></channel></rss>', 'wrong_page'],
  ['the feed of another page', rss([], '<link>https://elsewhere.example</link>'), 'wrong_page'],
])('does not believe %s', (_, body, kind) => {
  expect(feed.parse({ feed: body }, { pageId: HOST, origin: null })).toEqual({ ok: false, failure: { kind } });
});

describe('the end of an incident', () => {
  const ended = told('May 20 11:50', 'Resolved') + told('May 20 11:40', 'Investigating');
  const endOf = (html: string, over: Parameters<typeof entry>[1]) =>
    new Date(read(atom([entry(html, over)])).incidents[0]?.resolvedAt ?? 0).toISOString();
  const EDITED = '2026-05-25T09:00:00Z';

  it.each<[string, string, Parameters<typeof entry>[1], string]>([
    [
      'when it was published, not edited',
      ended,
      { published: '2026-05-20T11:50:09Z', updated: EDITED },
      '2026-05-20T11:50:09.000Z',
    ],
    [
      'when it was labelled so, if published at the start',
      ended,
      { published: '2026-05-20T11:39:00Z', updated: EDITED },
      '2026-05-20T11:50:00.000Z',
    ],
    [
      'when it was labelled so, if never published',
      ended,
      { published: null, updated: EDITED },
      '2026-05-20T11:50:00.000Z',
    ],
    [
      'before a postmortem',
      told('May 24 08:00', 'Postmortem') + ended,
      { published: '2026-05-20T11:50:09Z', updated: EDITED },
      '2026-05-20T11:50:09.000Z',
    ],
    [
      'before a later note',
      told('May 24 08:00', 'Update') + ended,
      { published: '2026-05-20T11:50:09Z', updated: EDITED },
      '2026-05-20T11:50:09.000Z',
    ],
    [
      'the last one of two',
      told('May 20 12:30', 'Resolved') + told('May 20 12:10', 'Identified') + ended,
      { published: '2026-05-20T12:30:30Z', updated: EDITED },
      '2026-05-20T12:30:30.000Z',
    ],
    [
      'in the year of its publication',
      ended,
      { published: '2026-05-20T11:50:09Z', updated: '2027-04-01T00:00:00Z' },
      '2026-05-20T11:50:09.000Z',
    ],
    [
      'when published, where labels have other zones',
      ended.replaceAll('UTC', 'PDT'),
      { published: '2026-05-20T18:50:09Z', updated: EDITED },
      '2026-05-20T18:50:09.000Z',
    ],
  ])('is %s', (_, html, over, end) => {
    expect(endOf(html, over)).toBe(end);
  });
});

describe('an entry with a fault', () => {
  const readAt = (body: string) => {
    const reading = feed.parse({ feed: body }, { pageId: HOST, origin: null, readAt: NOW });
    if (!reading.ok) throw new Error(reading.failure.kind);
    return reading.report;
  };

  it('is open all the same when it has no time', () => {
    const report = readAt(atom([entry('<b>Status: Active</b>', { updated: null })]));
    expect(report.incidents).toMatchObject([{ phase: 'investigating', resolvedAt: null }]);
    expect(levelOfAll(report, NOW).level).toBe('degraded');
  });

  it('does not hide the others when it is over and has no time', () => {
    const over = entry('<b>Status: Resolved</b>', { id: '2', updated: null });
    expect(levelOfAll(readAt(atom([over, entry('<b>Status: Active</b>')])), NOW).level).toBe('degraded');
  });

  it('with an empty id is not one with the others', () => {
    const items = [
      item('Resolved', { guid: '' }),
      item('Identified', { guid: '' }).replace('/incident/', '/incident/2'),
    ];
    expect(
      readAt(rss(items))
        .incidents.map(({ phase }) => phase)
        .sort(),
    ).toEqual(['identified', 'resolved']);
  });

  it('that is dated ahead does not close an incident', () => {
    const ahead = item('Resolved', { pubDate: 'Thu, 20 May 2027 11:50:00 GMT' });
    expect(readAt(rss([item('Investigating'), ahead])).incidents).toMatchObject([{ phase: 'investigating' }]);
  });

  it('lists its updates oldest first: the newest counts', () => {
    const html = told('May 20 11:40', 'Investigating') + told('May 20 11:45', 'Identified');
    expect(readAt(atom([entry(html)])).incidents).toMatchObject([{ phase: 'identified' }]);
    const again = told('May 20 11:40', 'Resolved') + told('May 20 11:45', 'Investigating');
    expect(readAt(atom([entry(again)])).incidents).toMatchObject([{ phase: 'investigating' }]);
  });
});
