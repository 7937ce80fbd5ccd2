import { describe, expect, it } from 'vitest';
import { atom, entry, HOST, item, labeledUpdate, rss } from '@/tests/fixtures/feeds/documents';
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

it('feed requests the default path or the path of the address', () => {
  const urlOf = (origin: string) => feed.requests(origin)[0]?.url;
  expect(urlOf('https://status.example.com')).toBe('https://status.example.com/feed.rss');
  expect(urlOf('https://status.example.com/history.atom')).toBe('https://status.example.com/history.atom');
});

describe('feed never reports operational', () => {
  it.each([
    ['empty', rss([])],
    ['resolved by status lines', rss([item('Resolved')])],
    ['resolved by labels', atom([entry(labeledUpdate('May 20 11:50', 'Resolved'))])],
    ['open with components marked operational', rss([item('Investigating', { body: AFFECTED })])],
  ])('for a feed that is %s', (_, body) => {
    const report = read(body);
    for (const id of ['page', 'API', 'Chat (Web)']) {
      expect(levelOf(report, { coreIds: [id], name: null }, NOW).level).not.toBe('operational');
    }
    expect(levelOfAll(report, NOW).level).not.toBe('operational');
  });

  it('nor an outage because of a label', () => {
    const found = levelOfAll(read(atom([entry(labeledUpdate('May 20 11:40', 'Investigating'))])), NOW);
    expect(found).toMatchObject({ level: 'unknown', otherIncidents: [{ phase: 'investigating' }] });
  });
});

describe('feed: an open "Status: …" line', () => {
  it('is an issue of the whole page when it lists no component', () => {
    const report = read(rss([item('Investigating')]));
    expect(levelOfAll(report, NOW).level).toBe('degraded');
    expect(report.components).toMatchObject([{ id: 'page', name: 'Example Status', level: 'unknown' }]);
  });

  it('is an issue of the listed components at the stated level', () => {
    const report = read(rss([item('Identified', { body: AFFECTED })]));
    expect(report.incidents).toMatchObject([
      { phase: 'identified', impact: 'major', level: 'partial_outage', componentIds: ['Chat (iOS)', 'API'] },
    ]);
    expect(levelOf(report, { coreIds: ['Chat (iOS)'], name: null }, NOW).level).toBe('partial_outage');
  });

  it('changes no level and closes nothing under an unknown state', () => {
    const report = read(rss([item('Pondering')]));
    expect(report.incidents).toMatchObject([{ phase: 'investigating', componentIds: [] }]);
    expect(levelOfAll(report, NOW).level).toBe('unknown');
  });

  it('may be in other tags', () => {
    const flashduty = '<p><strong>Status:</strong> Monitoring</p>';
    const shouted = '<h3>Status: ACTIVE</h3><p>Severity: outage</p>';
    expect([stateOf(flashduty), stateOf(shouted)]).toEqual(['monitoring', 'investigating']);
  });

  it('keeps its level without an update for three days', () => {
    const old = read(rss([item('Investigating', { pubDate: 'Fri, 15 May 2026 11:40:00 GMT', body: AFFECTED })]));
    expect(levelOfAll(old, NOW)).toMatchObject({ level: 'partial_outage', silentSince: expect.any(Number) });
  });
});

it('feed uses the newest item of an incident that is published again with each update', () => {
  const resolved = item('Resolved', { pubDate: 'Wed, 20 May 2026 11:50:00 GMT' });
  for (const items of [
    [item('Investigating'), resolved],
    [resolved, item('Investigating')],
  ]) {
    expect(read(rss(items)).incidents).toMatchObject([{ id: 'one', title: 'Answers fail', phase: 'resolved' }]);
  }
});

describe('feed: labels of updates', () => {
  it('ignore "Update", which is no state: the last state counts', () => {
    const html = [
      labeledUpdate('May 20 11:50', 'Update'),
      labeledUpdate('May 20 11:45', 'Identified'),
      labeledUpdate('May 20 11:40', 'Investigating'),
    ];
    expect(stateOf(html.join(''))).toBe('identified');
  });

  it('close an incident with "Investigating" above "Resolved" of the same minute', () => {
    expect(stateOf(labeledUpdate('May 20 11:50', 'Investigating') + labeledUpdate('May 20 11:50', 'Resolved'))).toBe(
      'resolved',
    );
  });

  it('close an incident with "Update" above "Resolved", even when it is later', () => {
    expect(stateOf(labeledUpdate('May 20 11:55', 'Update') + labeledUpdate('May 20 11:50', 'Resolved'))).toBe(
      'resolved',
    );
  });

  it('reopen an incident with "Investigating" later than "Resolved"', () => {
    expect(stateOf(labeledUpdate('May 20 11:55', 'Investigating') + labeledUpdate('May 20 11:50', 'Resolved'))).toBe(
      'investigating',
    );
  });

  it('count in the order of the feed when one has an impossible time', () => {
    for (const when of ['May 20 25:61', 'May 99 11:50', 'Abc 20 11:50']) {
      expect(stateOf(labeledUpdate(when, 'Monitoring') + labeledUpdate('May 20 11:50', 'Investigating'))).toBe(
        'monitoring',
      );
    }
  });

  it('close and explain an incident with a postmortem', () => {
    const html = labeledUpdate('May 20 11:55', 'Postmortem') + labeledUpdate('May 20 11:50', 'Resolved');
    expect(read(atom([entry(html)])).incidents).toMatchObject([{ phase: 'resolved', isExplained: true }]);
  });

  it('mark maintenance among incidents', () => {
    const html = labeledUpdate('May 20 11:00', 'In progress') + labeledUpdate('May 15 09:00', 'Scheduled');
    expect(read(atom([entry(html)]))).toMatchObject({
      incidents: [],
      maintenances: [{ phase: 'in_progress', startsAt: Date.UTC(2026, 4, 20, 11) }],
    });
    expect(stateOf(labeledUpdate('May 20 11:30', 'Completed') + html)).toBe('completed');
  });

  it('take the start of scheduled maintenance from its heading', () => {
    const html = `<p><strong>THIS IS A SCHEDULED EVENT May <var data-var='date'>28</var>, 16:30 UTC - May 28, 17:30 UTC</strong></p>${labeledUpdate('May 20 11:00', 'Scheduled')}`;
    expect(read(atom([entry(html)])).maintenances).toMatchObject([
      { phase: 'scheduled', startsAt: Date.UTC(2026, 4, 28, 16, 30) },
    ]);
  });
});

describe('feed: times', () => {
  it('without a year get the nearest year', () => {
    const html = labeledUpdate('Jan 1 00:10', 'Identified') + labeledUpdate('Dec 31 23:50', 'Investigating');
    expect(read(atom([entry(html, { updated: '2026-01-01T00:10:30Z' })])).incidents).toMatchObject([
      { startedAt: Date.UTC(2025, 11, 31, 23, 50), updatedAt: Date.UTC(2026, 0, 1, 0, 10, 30) },
    ]);
  });

  it('start an incident at its first update if the entry carries the time of the last', () => {
    const html =
      labeledUpdate('May 20 11:50', 'Identified', 'Found &amp; <b>known</b>.') +
      labeledUpdate('May 20 11:05', 'Investigating');
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
        derivedTimes: ['startedAt'],
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

it('feed does not close an incident by a label dated in the future', () => {
  const html = labeledUpdate('May 28 11:50', 'Resolved') + labeledUpdate('May 20 11:40', 'Investigating');
  const reading = feed.parse({ feed: atom([entry(html)]) }, { pageId: HOST, origin: null, readAt: NOW });
  expect(reading.ok && reading.report.incidents).toMatchObject([{ phase: 'investigating', resolvedAt: null }]);
});

describe('feed keeps a republished incident open', () => {
  const OPEN = item('Investigating', { pubDate: 'Wed, 20 May 2026 11:50:00 GMT' });

  it.each([
    ['closed before', 'Wed, 20 May 2026 11:40:00 GMT'],
    ['closed at that moment', 'Wed, 20 May 2026 11:50:00 GMT'],
    ['closed ahead of the reading', 'Thu, 20 May 2027 11:40:00 GMT'],
    ['closed at no time', 'yesterday'],
  ])('if another item is %s, in any order', (_, pubDate) => {
    const closed = item('Resolved', { pubDate });
    for (const items of [
      [OPEN, closed],
      [closed, OPEN],
    ]) {
      const reading = feed.parse({ feed: rss(items) }, { pageId: HOST, origin: null, readAt: NOW });
      expect(reading.ok && reading.report.incidents).toMatchObject([{ phase: 'investigating', resolvedAt: null }]);
    }
  });

  it('if the entry that closed it was edited later', () => {
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

it('feed has no start for scheduled maintenance without a window', () => {
  expect(read(atom([entry(labeledUpdate('May 20 11:00', 'Scheduled'))])).maintenances).toMatchObject([
    { phase: 'scheduled', startsAt: null },
  ]);
});

it('feed reads an indented state', () => {
  expect(stateOf('\n     <b>Status: Monitoring</b>')).toBe('monitoring');
});

it('feed ignores an entry without a state', () => {
  expect(read(atom([entry('<p>We have a new office.</p>')]))).toMatchObject({ incidents: [], maintenances: [] });
});

it.each<[string, string, string]>([
  ['HTML', '<!doctype html>', 'html'],
  ['a feed that expands entities', `<!DOCTYPE rss [<!ENTITY a "b">]>${rss([])}`, 'not_json'],
  ['another kind of XML', '<rss><channel/><channel/></rss>', 'wrong_shape'],
  ['an Atom feed of another namespace', '<feed><title>x</title></feed>', 'wrong_shape'],
  ['a feed without a page identity', '<rss><channel><title/></channel></rss>', 'wrong_page'],
  ['the feed of another page', rss([], '<link>https://elsewhere.example</link>'), 'wrong_page'],
])('feed rejects %s', (_, body, kind) => {
  expect(feed.parse({ feed: body }, { pageId: HOST, origin: null })).toEqual({ ok: false, failure: { kind } });
});

describe('feed: the end of a resolved incident', () => {
  const ended = labeledUpdate('May 20 11:50', 'Resolved') + labeledUpdate('May 20 11:40', 'Investigating');
  const endOf = (html: string, over: Parameters<typeof entry>[1]) =>
    new Date(read(atom([entry(html, over)])).incidents[0]?.resolvedAt ?? 0).toISOString();
  const EDITED = '2026-05-25T09:00:00Z';

  it.each<[string, string, Parameters<typeof entry>[1], string]>([
    [
      'its publication, not its last edit',
      ended,
      { published: '2026-05-20T11:50:09Z', updated: EDITED },
      '2026-05-20T11:50:09.000Z',
    ],
    [
      'its label if it was published at the start',
      ended,
      { published: '2026-05-20T11:39:00Z', updated: EDITED },
      '2026-05-20T11:50:00.000Z',
    ],
    [
      'its label if it has no publication time',
      ended,
      { published: null, updated: EDITED },
      '2026-05-20T11:50:00.000Z',
    ],
    [
      'its resolution before a postmortem',
      labeledUpdate('May 24 08:00', 'Postmortem') + ended,
      { published: '2026-05-20T11:50:09Z', updated: EDITED },
      '2026-05-20T11:50:09.000Z',
    ],
    [
      'its resolution before a later note',
      labeledUpdate('May 24 08:00', 'Update') + ended,
      { published: '2026-05-20T11:50:09Z', updated: EDITED },
      '2026-05-20T11:50:09.000Z',
    ],
    [
      'the last of two resolutions',
      labeledUpdate('May 20 12:30', 'Resolved') + labeledUpdate('May 20 12:10', 'Identified') + ended,
      { published: '2026-05-20T12:30:30Z', updated: EDITED },
      '2026-05-20T12:30:30.000Z',
    ],
    [
      'in the year of its publication, not of its edit',
      ended,
      { published: '2026-05-20T11:50:09Z', updated: '2027-04-01T00:00:00Z' },
      '2026-05-20T11:50:09.000Z',
    ],
    [
      'its publication if labels use another time zone',
      ended.replaceAll('UTC', 'PDT'),
      { published: '2026-05-20T18:50:09Z', updated: EDITED },
      '2026-05-20T18:50:09.000Z',
    ],
  ])('is %s', (_, html, over, end) => {
    expect(endOf(html, over)).toBe(end);
  });
});

describe('feed: a malformed entry', () => {
  const readAt = (body: string) => {
    const reading = feed.parse({ feed: body }, { pageId: HOST, origin: null, readAt: NOW });
    if (!reading.ok) throw new Error(reading.failure.kind);
    return reading.report;
  };

  it('is open when it has no time', () => {
    const report = readAt(atom([entry('<b>Status: Active</b>', { updated: null })]));
    expect(report.incidents).toMatchObject([{ phase: 'investigating', resolvedAt: null }]);
    expect(levelOfAll(report, NOW).level).toBe('degraded');
  });

  it('does not hide the others when it is resolved and has no time', () => {
    const over = entry('<b>Status: Resolved</b>', { id: '2', updated: null });
    expect(levelOfAll(readAt(atom([over, entry('<b>Status: Active</b>')])), NOW).level).toBe('degraded');
  });

  it('with an empty id is not merged with others', () => {
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

  it('dated in the future does not close an incident', () => {
    const ahead = item('Resolved', { pubDate: 'Thu, 20 May 2027 11:50:00 GMT' });
    expect(readAt(rss([item('Investigating'), ahead])).incidents).toMatchObject([{ phase: 'investigating' }]);
  });

  it('with updates oldest first is judged by the newest one', () => {
    const html = labeledUpdate('May 20 11:40', 'Investigating') + labeledUpdate('May 20 11:45', 'Identified');
    expect(readAt(atom([entry(html)])).incidents).toMatchObject([{ phase: 'identified' }]);
    const again = labeledUpdate('May 20 11:40', 'Resolved') + labeledUpdate('May 20 11:45', 'Investigating');
    expect(readAt(atom([entry(again)])).incidents).toMatchObject([{ phase: 'investigating' }]);
  });
});
